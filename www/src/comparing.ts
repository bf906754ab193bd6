/** States beside each other and measures over time, in a file of its own that is loaded late. */

export { startReports } from "./derived.js";
export { openPack } from "./views/comparing/answer.js";
export { View } from "./views/comparing/index.js";
