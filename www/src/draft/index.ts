/** The draft as the element uses it. */

export { openIndexed } from "./indexed.js";
export { Keeper } from "./keeper.js";
export { position, recordId } from "./key.js";
export { takeLock, UNLOCKED } from "./lock.js";
export type { Origin, Snapshot } from "./ports.js";
export type { Summary } from "./record.js";
export { Conflict } from "./store.js";
