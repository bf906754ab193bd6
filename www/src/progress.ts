/** How far a chapter is: a count and a status, from the items' states alone. */

import type { ChapterView } from "./api.js";

export type Status = "not_started" | "in_progress" | "complete";

export interface Progress {
  readonly answered: number;
  readonly total: number;
  readonly status: Status;
}

/** Counts a chapter's answered items. */
export function progressOf(chapter: ChapterView, answered: (id: string) => boolean): Progress {
  const count = chapter.items.filter(answered).length;
  const total = chapter.items.length;
  const status = count === 0 ? "not_started" : count < total ? "in_progress" : "complete";
  return { answered: count, total, status };
}
