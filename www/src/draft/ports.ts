/** What a keeper is told, and what it needs of its surroundings. */

import type { Release } from "./lock.js";
import type { Summary } from "./record.js";
import type { DraftRecord, Store } from "./store.js";

/** `off` by the page's wish; `elsewhere` where another has the record; `failed` where nothing can be kept. */
export type Keeping = "off" | "on" | "elsewhere" | "failed";

/** How an assessment came onto the screen: by the page, from a file, empty, or from a draft. */
export type Origin = "given" | "file" | "anew" | Summary;

/** What is kept of the assessment on the screen. */
export type Snapshot = Pick<DraftRecord, "bytes" | "organization" | "answers" | "dirty" | "left">;

/** What the keeper needs of its surroundings. */
export interface Ports {
  snapshot(): Snapshot;
  /** What is kept, or whether, is no longer what it was. */
  changed(): void;
  open(): Promise<Store>;
  /** Waits until nobody else holds the record. */
  lock(name: string, signal: AbortSignal): Promise<Release>;
  /** The record was open elsewhere and is no longer, and nothing has been done here. */
  freed(): void;
  now(): number;
}
