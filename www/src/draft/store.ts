/** What a place for drafts must do. The browser's own database is one; a page may come to give another. */

import type { Summary } from "./record.js";

/** A record to write: what is said about it, and the document in canonical bytes. */
export interface DraftRecord extends Omit<Summary, "fault"> {
  readonly bytes: Uint8Array;
}

/** How a record is written. */
export interface SaveOptions {
  /** The revision that must stand there now; left out where nobody else may write. */
  readonly expected?: number;
  /** Under what to keep the record that stands there, whatever it holds. */
  readonly aside?: string | undefined;
  /** What is removed at the same time, since this record goes on with it. */
  readonly drop?: string | undefined;
}

export interface Store {
  /** What is kept under an id, and what was set aside from it: the oldest of these first. */
  list(id: string): Promise<Summary[]>;
  /** The newest document that can be read; nothing where there is none. */
  load(id: string): Promise<Uint8Array | undefined>;
  /** Writes all of it or nothing. A `Conflict` says that another has written meanwhile. */
  save(record: DraftRecord, options: SaveOptions): Promise<void>;
  remove(id: string): Promise<void>;
  close(): void;
}

/** Another writer was there. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}
