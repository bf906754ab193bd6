/** Writes what is on the screen: one write at a time, each under the next revision. */

import { asideId } from "./key.js";
import type { Snapshot } from "./ports.js";
import type { Screen } from "./screen.js";
import type { Shelf } from "./shelf.js";
import { Conflict, type Store } from "./store.js";
import { inTime } from "./time.js";

/** What the writer is told of the record. */
export interface Desk {
  /** Where to write; nothing while nothing may be written. */
  store(): Store | undefined;
  /** Whether nobody else may write: then a conflict can only be with a write of one's own. */
  isLocked(): boolean;
  snapshot(): Snapshot;
  now(): number;
  /** A write is on the disk; `isListed` where what else is kept has changed with it. */
  wrote(isListed: boolean): void;
  failed(cause: unknown): void;
}

export class Writer {
  /** The revision of the last write that was asked for, and of the last one that was done. */
  #asked = 0;
  #done = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;

  constructor(
    private readonly id: string,
    private readonly screen: Screen,
    private readonly shelf: Shelf,
    private readonly desk: Desk,
  ) {}

  /** The revision that stands on the disk, as far as this writer knows. */
  get revision(): number {
    return this.#done;
  }

  /** Goes on behind the record that stands. */
  follow(): void {
    this.#asked = this.#done = this.shelf.record?.revision ?? 0;
  }

  /** Writes soon: after this task, so that a click is not kept waiting. */
  schedule(): void {
    // What comes while a write runs goes into one.
    if (!this.#soon && !this.#writing && this.#isDue()) this.#soon = setTimeout(() => this.#write());
  }

  /** Writes at once what is due, without waiting for its end. */
  now(): void {
    if (this.#isDue()) this.#write();
  }

  /** Waits until nothing is being written. */
  async idle(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #isDue(): boolean {
    return this.screen.isWaiting && this.desk.store() !== undefined;
  }

  #write(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    const writing = this.#save().then((goesOn) => {
      if (this.#writing !== writing) return;
      this.#writing = undefined;
      if (goesOn) this.schedule();
    });
    this.#writing = writing;
  }

  /** Writes what is on the screen; true when what came meanwhile may follow. */
  async #save(): Promise<boolean> {
    const { id, desk, screen, shelf } = this;
    const store = desk.store();
    if (!store) return false;
    const now = desk.now();
    const revision = this.#asked + 1;
    const done = screen.mark();
    const { replaces } = screen;
    const isKeptAside = screen.keepsAside(shelf.record);
    const options = {
      // Looking first takes time that a page which is left does not have, and a lock makes it needless.
      ...(isKeptAside || !desk.isLocked() ? { expected: this.#asked } : {}),
      aside: isKeptAside ? asideId(id, now) : undefined,
      drop: typeof replaces === "object" ? replaces.id : undefined,
    };
    try {
      const { bytes, ...about } = desk.snapshot();
      const summary = { id, revision, savedAt: now, ...about };
      this.#asked = revision;
      await inTime(store.save({ ...summary, bytes }, options));
      this.#asked = Math.max(this.#asked, revision);
      this.#done = revision;
      done();
      shelf.record = summary;
      const isListed = options.aside !== undefined || options.drop !== undefined;
      if (isListed) shelf.take(await store.list(id));
      desk.wrote(isListed);
      return true;
    } catch (cause) {
      if (cause instanceof Conflict && desk.isLocked()) return this.#catchUp(store);
      this.#asked = this.#done;
      desk.failed(cause);
      return false;
    }
  }

  /** A write that was given up came to an end after all: nobody else may write. */
  async #catchUp(store: Store): Promise<boolean> {
    try {
      this.shelf.take(await store.list(this.id));
      this.follow();
      return true;
    } catch (cause) {
      this.desk.failed(cause);
      return false;
    }
  }
}
