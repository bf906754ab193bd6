/** How far a chapter is: a count and a status, from the items' states alone. */

import type { AnswerRecord, ChapterView, ItemStateView } from "./api.js";

export type Status = "not_started" | "in_progress" | "complete";

export interface Progress {
  readonly answered: number;
  readonly total: number;
  readonly status: Status;
}

/** Whether a person has looked at an item: "do not know" is an answer too. */
export function isAnswered(
  state: ItemStateView | undefined,
  answer: AnswerRecord | undefined,
): boolean {
  if (answer?.response !== undefined) return true;
  if (!state) return false;
  return state.implementation !== "not_assessed" || state.applicability !== "applicable";
}

/** Counts a chapter's answered items. */
export function progressOf(chapter: ChapterView, answered: (id: string) => boolean): Progress {
  const count = chapter.items.filter(answered).length;
  const total = chapter.items.length;
  const status = count === 0 ? "not_started" : count < total ? "in_progress" : "complete";
  return { answered: count, total, status };
}
