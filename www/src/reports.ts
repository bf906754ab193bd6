/** The reports' part of the widget, in a file of its own that is loaded late. */

import { startReports as start } from "./derived.js";
import { dressParts } from "./styles/parts.js";

export { Strip } from "./charts/strip.js";
export { derived } from "./derived.js";
export { nextStep, wayStates } from "./next_step.js";
export { sectionNotes } from "./notes.js";
export { remember, visited } from "./since.js";
export { Reminder, RiskFigure, Since } from "./views/overview/stand.js";
export { WayState } from "./views/overview/way_state.js";
export { View } from "./views/reports/index.js";

/** Brings what the views need, their marks included. */
export async function startReports(): Promise<void> {
  await start();
  dressParts();
}
