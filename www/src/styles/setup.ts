/** The styles of the set-up, which come with its views. */

import setup from "./setup.css?inline";
import { addStyles } from "./sheet.js";

let isDressed = false;

/** Adds them once. */
export function dressSetup(): void {
  if (!isDressed) addStyles(setup);
  isDressed = true;
}
