/** What the bar can do beside saving: find, undo, redo. In a file of its own that is loaded late. */

export { undo, undoName } from "./history.js";
export { watchKeys } from "./keys.js";
export { View } from "./views/bar/find.js";
export { SavedLine } from "./views/bar/saved.js";
export { Redo } from "./views/bar/redo.js";
