/** Risks: register, treatment plan, obligations; in a file of its own that is loaded late. */

import { startReports as startEngine } from "./derived.js";
import { dressRisks } from "./styles/risks.js";

export { View } from "./views/risks/index.js";

export async function startReports(): Promise<void> {
  await startEngine();
  dressRisks();
}
