/** The styles of comparison and measures, which come with them. */

import comparing from "./comparing.css?inline";
import { dressParts } from "./parts.js";
import { addStyles } from "./sheet.js";

/** Adds them, behind those that they build upon. */
export function dressComparing(): void {
  dressParts();
  addStyles(comparing);
}
