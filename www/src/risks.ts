/** Risks: register, treatment plan, obligations; in a file of its own that is loaded late. */

export { startReports } from "./derived.js";
export { View } from "./views/risks/index.js";
