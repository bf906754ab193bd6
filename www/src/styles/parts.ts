/** The styles of the parts that late views share, which come with the first of them. */

import parts from "./parts.css?inline";
import { addStyles } from "./sheet.js";

let isDressed = false;

/** Adds them once. */
export function dressParts(): void {
  if (!isDressed) addStyles(parts);
  isDressed = true;
}
