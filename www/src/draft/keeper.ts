/**
 * Keeps one widget's assessment as a draft: who has the record, and since when.
 *
 * A page that is being left writes at once and lets the record go; one that comes back looks what
 * another has written meanwhile.
 */

import type { Release } from "./lock.js";
import type { Keeping, Origin, Ports } from "./ports.js";
import type { Summary } from "./record.js";
import { Screen } from "./screen.js";
import { Shelf } from "./shelf.js";
import { Conflict } from "./store.js";
import { inTime, pause } from "./time.js";
import { Writer } from "./writer.js";

/** How long a page that is just going away may keep this one waiting, in milliseconds. */
const LOCK_PATIENCE_MS = 400;

export class Keeper {
  keeping: Keeping = "off";
  /** Why nothing is kept: the name of the browser's error. */
  reason = "";

  /** Ends what is still being opened. */
  #opening: AbortController | undefined;
  /** The minute for which it was said last that the draft is kept. */
  #minute = 0;
  readonly #screen = new Screen();
  readonly #shelf: Shelf;
  readonly #writer: Writer;

  constructor(
    readonly id: string,
    private readonly ports: Ports,
  ) {
    this.#shelf = new Shelf(id);
    this.#writer = new Writer(id, this.#screen, this.#shelf, ports, (cause) => (cause ? this.#fail(cause) : this.#isKept()));
  }

  /** What is kept and is not on the screen: first the record that the next write replaces. */
  get others(): readonly Summary[] {
    return this.#shelf.others(this.#screen.armed);
  }

  /** Whether a draft goes with the next write, as the person wished. */
  isGoing(draft: Summary): boolean {
    return draft.id === this.id && this.#screen.replaces === "anew" && !draft.fault;
  }

  /** Whether the draft holds every accepted change. */
  get holdsAll(): boolean {
    return this.keeping === "on" && this.#screen.isKept;
  }

  /** When what is on the screen was kept last, in milliseconds since 1970. */
  get keptAt(): number | undefined {
    return this.#screen.armed ? this.#shelf.record?.savedAt : undefined;
  }

  /** Takes the record, and looks what is there. Comes to an end even where the browser does not. */
  async open(): Promise<void> {
    const opening = (this.#opening = new AbortController());
    const { signal } = opening;
    const lock = this.ports.lock(`annexa ${this.id}`, signal);
    const entering = lock.then((release) => this.#enter(release, signal));
    const isSoon = Promise.race([entering.then(() => true, () => true), pause(LOCK_PATIENCE_MS)]);
    // Where another has the record, this page goes on without it, and gets it as soon as it is free.
    if (!(await isSoon) && !this.#writer.release) {
      entering.catch((cause: unknown) => signal.aborted || this.#fail(cause));
      return this.#become("elsewhere");
    }
    try {
      await inTime(entering);
    } catch (cause) {
      opening.abort();
      this.#fail(cause);
    }
  }

  /** Says what is on the screen now, and so what becomes of the record that stands. */
  show(origin: Origin): void {
    if (this.#screen.show(origin, this.id)) this.changed();
  }

  /** Something was accepted: it is on the disk within 250 ms. */
  changed(): void {
    this.#screen.change();
    this.#writer.schedule();
  }

  /** Something about the record has changed, such as that a file holds it all. */
  touched(): void {
    if (this.#screen.armed) this.changed();
  }

  /** Writes at once what is not on the disk; true when all of it is. */
  async flush(): Promise<boolean> {
    this.#writer.now();
    await this.#writer.idle();
    return this.holdsAll;
  }

  /** The document of a record. */
  async load(id: string): Promise<Uint8Array | undefined> {
    return this.#writer.store?.load(id);
  }

  /** Deletes a record that is not on the screen. */
  async remove(id: string): Promise<void> {
    await this.#writer.store?.remove(id);
    this.#shelf.drop(id);
    this.ports.changed();
  }

  /** The page goes away, perhaps for a while: writes what is due, and lets others have the record. */
  suspend(): void {
    this.#writer.now();
    this.#opening?.abort();
    this.#writer.release?.();
    this.#writer.release = undefined;
  }

  /** The page is back. What another has written meanwhile is no longer what is on the screen. */
  async resume(): Promise<void> {
    if (this.keeping === "off" || this.#writer.release) return;
    await this.#writer.idle();
    const { revision } = this.#writer;
    await this.open();
    if (!this.#screen.armed || this.#writer.revision === revision) return;
    this.show("given");
    this.ports.changed();
  }

  async #enter(release: Release, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return release();
    this.#writer.release = release;
    this.#writer.store ??= await this.ports.open();
    const found = await this.#writer.store.list(this.id);
    // What comes too late finds a person who has gone on without it.
    if (signal.aborted) return;
    this.#shelf.take(found);
    this.#writer.follow();
    const isLate = this.keeping === "elsewhere";
    this.#become("on");
    if (!isLate) return;
    // What was done here and what was done there are both kept.
    if (this.#screen.armed) this.#screen.replaces = "given";
    else if (this.#screen.replaces === "anew") this.ports.freed();
    this.#writer.schedule();
  }

  /** A write has come to its end: who shows the time draws once a minute. */
  #isKept(): void {
    this.#become("on");
    const minute = Math.floor((this.keptAt ?? 0) / 60_000);
    if (minute !== this.#minute) this.ports.changed();
    this.#minute = minute;
  }

  #fail(cause: unknown): void {
    this.reason = cause instanceof Error ? cause.name : String(cause);
    if (!(cause instanceof Conflict)) return this.#become("failed");
    // Who writes without a lock and finds another there stops writing.
    this.#writer.release = undefined;
    this.#become("elsewhere");
  }

  #become(keeping: Keeping): void {
    if (this.keeping === keeping) return;
    this.keeping = keeping;
    this.ports.changed();
  }
}
