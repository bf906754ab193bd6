/** The styles of fields and of help, which come with the first late part that has some. */

import fields from "./fields.css?inline";
import { addStyles } from "./sheet.js";

let isDressed = false;

/** Adds them once, ahead of what other parts brought, which may differ from them. */
export function dressFields(): void {
  if (!isDressed) addStyles(fields, true);
  isDressed = true;
}
