/** The styles of tables and pictures, which come with the first late part that has some. */

import charts from "./charts.css?inline";
import tables from "./tables.css?inline";
import { addStyles } from "./sheet.js";

let isDressed = false;

/** Adds them once. */
export function dress(): void {
  if (!isDressed) addStyles(charts + tables);
  isDressed = true;
}
