/** Writes what is on the screen: one write at a time, each under the next revision. */

import { asideId } from "./key.js";
import { UNLOCKED, type Release } from "./lock.js";
import type { Ports } from "./ports.js";
import type { Screen } from "./screen.js";
import type { Shelf } from "./shelf.js";
import { Conflict, type Store } from "./store.js";
import { inTime } from "./time.js";

export class Writer {
  /** Where to write, and by which lock; nothing while nothing may be written. */
  store: Store | undefined;
  release: Release | undefined;
  /** The revision of the last write that was asked for, and of the last one that was done. */
  #asked = 0;
  #done = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;

  constructor(
    private readonly id: string,
    private readonly screen: Screen,
    private readonly shelf: Shelf,
    private readonly ports: Ports,
    /** Told of each write: that it is on the disk, or why it is not. */
    private readonly ended: (cause?: unknown) => void,
  ) {}

  /** The revision that stands on the disk, as far as this writer knows. */
  get revision(): number {
    return this.#done;
  }

  /** Whether nobody else may write: then a conflict can only be with a write of one's own. */
  get #isAlone(): boolean {
    return this.release !== UNLOCKED;
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
    return this.screen.isWaiting && this.store !== undefined && this.release !== undefined;
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
    const { id, ports, screen, shelf } = this;
    const now = ports.now();
    const revision = this.#asked + 1;
    const done = screen.mark();
    const { replaces } = screen;
    const isKeptAside = screen.keepsAside(shelf.record);
    const options = {
      // Looking first takes time that a page which is left does not have, and a lock makes it needless.
      ...(isKeptAside || !this.#isAlone ? { expected: this.#asked } : {}),
      aside: isKeptAside ? asideId(id, now) : undefined,
      drop: typeof replaces === "object" ? replaces.id : undefined,
    };
    try {
      const { bytes, ...about } = ports.snapshot();
      const summary = { id, revision, savedAt: now, ...about };
      this.#asked = revision;
      await inTime(this.store!.save({ ...summary, bytes }, options));
      this.#asked = Math.max(this.#asked, revision);
      this.#done = revision;
      done();
      shelf.record = summary;
      if (options.aside || options.drop) {
        shelf.take(await this.store!.list(id));
        ports.changed();
      }
      this.ended();
      return true;
    } catch (cause) {
      if (cause instanceof Conflict && this.#isAlone) return this.#catchUp();
      this.#asked = this.#done;
      this.ended(cause);
      return false;
    }
  }

  /** A write that was given up came to an end after all: nobody else may write. */
  async #catchUp(): Promise<boolean> {
    try {
      this.shelf.take(await this.store!.list(this.id));
      this.follow();
      return true;
    } catch (cause) {
      this.ended(cause);
      return false;
    }
  }
}
