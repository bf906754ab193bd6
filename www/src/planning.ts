/** The roadmap and what could be simplified, in a file of its own that is loaded late. */

export { startReports } from "./derived.js";
export { View } from "./views/planning/index.js";
