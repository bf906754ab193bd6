/** What is left of an element that was taken out of the page. */

import type { LeftField, SinceFile } from "./draft/record.js";
import type { Mapped, Route } from "./model.js";

/** What an element that was taken out of the page goes on with when it is put in again. */
export interface Left extends SinceFile {
  readonly bytes: Uint8Array;
  readonly dirty: boolean;
  readonly route: Route;
  readonly fields: readonly LeftField[];
  readonly mapped: ReadonlyMap<string, Mapped>;
  /** Whether the person had not yet said what to go on with. */
  readonly isUndecided: boolean;
}
