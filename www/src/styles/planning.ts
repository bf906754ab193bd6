/** The styles of the roadmap, which come with it. */

import { dressParts } from "./parts.js";
import planning from "./planning.css?inline";
import { addStyles } from "./sheet.js";

/** Adds them, behind those that they build upon. */
export function dressPlanning(): void {
  dressParts();
  addStyles(planning);
}
