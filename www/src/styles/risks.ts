/** The styles of levels and matrices, which come with the risk views. */

import { dressParts } from "./parts.js";
import risks from "./risks.css?inline";
import { addStyles } from "./sheet.js";

let isDressed = false;

/** Adds them once, with those of the parts that they use. */
export function dressRisks(): void {
  dressParts();
  if (!isDressed) addStyles(risks);
  isDressed = true;
}
