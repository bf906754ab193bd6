/** Defines the element once; a second copy of the script on a page changes nothing. */

import type { AboutEvent, ChangeEvent, DetachEvent, ErrorEvent, OpenEvent, RegisterEvent, SaveEvent } from "./api.js";
import { AnnexaAssessment } from "./element.js";

export const TAG = "annexa-assessment";

export function register(): void {
  // Importing on a server, where there are no elements, must not fail.
  if (typeof customElements === "undefined" || customElements.get(TAG)) return;
  customElements.define(TAG, AnnexaAssessment);
}

declare global {
  interface HTMLElementTagNameMap {
    "annexa-assessment": AnnexaAssessment;
  }
  interface HTMLElementEventMap {
    "annexa-ready": CustomEvent<null>;
    "annexa-about": AboutEvent;
    "annexa-change": ChangeEvent;
    "annexa-detach": DetachEvent;
    "annexa-error": ErrorEvent;
    "annexa-open": OpenEvent;
    "annexa-register": RegisterEvent;
    "annexa-save": SaveEvent;
  }
}
