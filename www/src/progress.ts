/** How far a chapter is: a count and a status. */

import type { ChapterView } from "./api.js";

export type Status = "not_started" | "in_progress" | "complete";

export interface Progress {
  readonly answered: number;
  readonly total: number;
  readonly status: Status;
}

/** The progress of a chapter of which so many items are answered. */
export function progressOf(chapter: ChapterView, answered: number): Progress {
  const total = chapter.items.length;
  const status = answered === 0 ? "not_started" : answered < total ? "in_progress" : "complete";
  return { answered, total, status };
}
