/** Certification: statement, gates, documents, audits; in a file of its own that is loaded late. */

export { startReports } from "./derived.js";
export { View } from "./views/certification/index.js";
