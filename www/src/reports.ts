/** The reports' part of the widget, in a file of its own that is loaded late. */

export { derived, startReports } from "./derived.js";
export { nextStep, wayStates } from "./next_step.js";
export { View } from "./views/reports/index.js";
