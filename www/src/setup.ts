/** Set-up: goal and standard, context, scope and cover; in a file of its own that is loaded late. */

export { startReports } from "./derived.js";
export { View } from "./views/setup/index.js";
