/** Why a field's text was not taken, in words of the page: no code, no place in a file. */

import type { ProblemView } from "./api.js";
import { t, word } from "./words/words.js";

/** One sentence for the first problem; nothing where there is none. */
export function refusal([problem]: readonly ProblemView[]): string {
  if (!problem) return "";
  const known = word("page.refused", problem.place === "answers" ? "all" : problem.code);
  return known === problem.code ? t("page.refusedAnyhow", { message: problem.message }) : known;
}

/** The months of a review period, or why the text is none. */
export function monthsIn(text: string): number | undefined | "refused" {
  const digits = text.trim();
  if (digits === "") return undefined;
  const months = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return months >= 1 && months <= 120 ? months : "refused";
}
