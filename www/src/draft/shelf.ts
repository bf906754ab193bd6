/** What is kept for one widget: the record under its id, and what was set aside from it. */

import type { Summary } from "./record.js";

export class Shelf {
  record: Summary | undefined;
  #aside: readonly Summary[] = [];

  constructor(private readonly id: string) {}

  /** What is kept and is not on the screen: first the record, unless that is what is there. */
  others(isRecordShown: boolean): readonly Summary[] {
    return this.record && !isRecordShown ? [this.record, ...this.#aside] : this.#aside;
  }

  /** Takes over what a look into the store has found. */
  take(found: readonly Summary[]): void {
    this.record = found.find(({ id }) => id === this.id);
    this.#aside = found.filter(({ id }) => id !== this.id);
  }

  /** A record is deleted. */
  drop(id: string): void {
    if (id === this.id) this.record = undefined;
    this.#aside = this.#aside.filter((it) => it.id !== id);
  }
}
