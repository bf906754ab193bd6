/**
 * What is on the screen against what is kept: how it came there, and which of its changes wait.
 *
 * The record that stands is never written over before the person, or the page, has decided what
 * becomes of it.
 */

import type { Origin } from "./ports.js";
import type { Summary } from "./record.js";

export class Screen {
  /** Whether the record is, or is to be, what is on the screen. */
  armed = false;
  /** What came onto the screen since the last write, and so takes the place of the record. */
  replaces: Origin | undefined = "given";
  /** Changes that were accepted, and those of them that are on the disk. */
  #changes = 0;
  #kept = 0;

  /** Whether every accepted change is on the disk. */
  get isKept(): boolean {
    return this.#kept === this.#changes;
  }

  /** Whether something waits that may be written. */
  get isWaiting(): boolean {
    return this.armed && !this.isKept;
  }

  /** Says what is on the screen now; true where that itself is worth a write. */
  show(origin: Origin, id: string): boolean {
    const isRecord = typeof origin === "object" && origin.id === id;
    this.replaces = isRecord ? undefined : origin;
    this.armed = isRecord;
    this.#kept = this.#changes;
    // What the page gives or nobody has filled in yet waits for its first change.
    return !isRecord && origin !== "anew" && origin !== "given";
  }

  change(): void {
    this.#changes += 1;
    this.armed = true;
  }

  /** What stands now, as a write takes it: the way to say afterwards that it is on the disk. */
  mark(): () => void {
    const { replaces } = this;
    const changes = this.#changes;
    return () => {
      this.#kept = Math.max(this.#kept, changes);
      if (this.replaces === replaces) this.replaces = undefined;
    };
  }

  /** Nothing that no file holds goes without the person's own wish, and nothing that cannot be read. */
  keepsAside(record: Summary | undefined): boolean {
    if (!record || this.replaces === undefined) return false;
    return record.fault !== undefined || (this.replaces !== "anew" && record.dirty);
  }
}
