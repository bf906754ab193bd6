/** What is said when the element could not start. */

import type { ProblemView } from "./api.js";
import { t } from "./words/words.js";

/** A catalogue of a page's own that cannot be used. */
export class CatalogueFault extends Error {
  constructor(readonly problems: readonly ProblemView[]) {
    super(problems[0]?.code);
  }
}

/** The problems of a start that failed: those of the page's own catalogue, or one with the cause. */
export function problemsOfStart(cause: unknown): readonly [ProblemView, ...ProblemView[]] {
  const [first, ...more] = cause instanceof CatalogueFault ? cause.problems : [];
  if (first) return [first, ...more];
  const detail = cause instanceof Error ? cause.message : String(cause);
  return [{ code: "E-ENGINE", place: "", message: `${t("page.startFault.message")}: ${detail}`, fix: t("page.startFault.fix") }];
}
