/** The styles of the views on the way to a certificate, which come with them. */

import certification from "./certification.css?inline";
import { dressParts } from "./parts.js";
import { addStyles } from "./sheet.js";

/** Adds them, behind those that they build upon. */
export function dressCertification(): void {
  dressParts();
  addStyles(certification);
}
