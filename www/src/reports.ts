/** The reports' part of the widget, in a file of its own that is loaded late. */

export { derived, startReports } from "./derived.js";
export { Gaps } from "./views/gaps.js";
export { Results } from "./views/results.js";
export { Soa } from "./views/soa.js";
