/** Parts of the widget that are loaded when they are first asked for, so that the first view is small. */

import type { ProblemView } from "./api.js";
import { t } from "./strings/en.js";

/** A module that comes late. A failure is not kept, so that a later try may succeed. */
export class Part<T> {
  /** The module, once it is there. */
  loaded: T | undefined;
  #loading: Promise<T> | undefined;

  constructor(private readonly bring: () => Promise<T>) {}

  load(): Promise<T> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<T> {
    try {
      this.loaded = await this.bring();
      return this.loaded;
    } catch (cause) {
      this.#loading = undefined;
      throw cause;
    }
  }
}

/** Results, gaps and the Statement of Applicability. */
export const reportsPart = new Part(() => import("./reports.js"));

/** The crosswalk: its views, its words, and everything that handles plugins. */
export const crosswalkPart = new Part(() => import("./crosswalk.js"));

/** What takes the place of the assessment on the screen, and the questions before it. */
export const replacingPart = new Part(() => import("./replacing.js"));

/** What is said when a late file does not arrive. */
export const missingPart = (place: string): ProblemView => ({ code: "E-PART", place, ...t.partFault });
