/**
 * Keeps one widget's assessment as a draft: when it is written, and when it must not be.
 *
 * The record that stands is never written over before the person, or the page, has decided what
 * becomes of it. One write runs at a time; a page that is being left writes at once.
 */

import { asideId } from "./key.js";
import { UNLOCKED, type Release } from "./lock.js";
import type { Keeping, Origin, Ports } from "./ports.js";
import type { Summary } from "./record.js";
import { Conflict, type Store } from "./store.js";
import { inTime, pause } from "./time.js";

/** How long a page that is just going away may keep this one waiting, in milliseconds. */
const LOCK_PATIENCE_MS = 400;

export class Keeper {
  keeping: Keeping = "off";
  /** Why nothing is kept: the name of the browser's error. */
  reason = "";

  #store: Store | undefined;
  #release: Release | undefined;
  /** Ends what is still being opened. */
  #opening: AbortController | undefined;
  /** What stands under the id, and whether that is, or is to be, what is on the screen. */
  #record: Summary | undefined;
  #armed = false;
  #setAside: readonly Summary[] = [];
  /** What came onto the screen since the last write, and so takes the place of the record. */
  #replaces: Origin | undefined = "given";
  /** The revision of the last write that was asked for, and of the last one that was done. */
  #asked = 0;
  #done = 0;
  /** Changes that were accepted, and those of them that are on the disk. */
  #changes = 0;
  #kept = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;

  constructor(
    readonly id: string,
    private readonly ports: Ports,
  ) {}

  /** What is kept and is not on the screen: first the record that the next write replaces. */
  get others(): readonly Summary[] {
    return this.#record && !this.#armed ? [this.#record, ...this.#setAside] : this.#setAside;
  }

  /** Whether a draft goes with the next write, as the person wished. */
  isGoing(draft: Summary): boolean {
    return draft.id === this.id && this.#replaces === "anew" && !draft.fault;
  }

  /** Whether the draft holds every accepted change. */
  get holdsAll(): boolean {
    return this.keeping === "on" && this.#kept === this.#changes;
  }

  /** Takes the record, and looks what is there. Comes to an end even where the browser does not. */
  async open(): Promise<void> {
    const opening = (this.#opening = new AbortController());
    const { signal } = opening;
    const lock = this.ports.lock(`annexa ${this.id}`, signal);
    const entering = lock.then((release) => this.#enter(release, signal));
    const isSoon = Promise.race([entering.then(() => true, () => true), pause(LOCK_PATIENCE_MS)]);
    // Where another has the record, this page goes on without it, and gets it as soon as it is free.
    if (!(await isSoon) && !this.#release) {
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
    const isRecord = typeof origin === "object" && origin.id === this.id;
    this.#replaces = isRecord ? undefined : origin;
    this.#armed = isRecord;
    this.#kept = this.#changes;
    // What the page gives or nobody has filled in yet waits for its first change.
    if (!isRecord && origin !== "anew" && origin !== "given") this.changed();
  }

  /** Something was accepted: it is on the disk within 250 ms. */
  changed(): void {
    this.#changes += 1;
    this.#armed = true;
    this.#schedule();
  }

  /** Something about the record has changed, such as that a file holds it all. */
  touched(): void {
    if (this.#armed) this.changed();
  }

  /** Writes at once what is not on the disk; true when all of it is. */
  async flush(): Promise<boolean> {
    if (this.#isDue()) this.#write();
    while (this.#writing) await this.#writing;
    return this.holdsAll;
  }

  /** The document of a record. */
  async load(id: string): Promise<Uint8Array | undefined> {
    return this.#store?.load(id);
  }

  /** Deletes a record that is not on the screen. */
  async remove(id: string): Promise<void> {
    await this.#store?.remove(id);
    if (id === this.id) this.#record = undefined;
    this.#setAside = this.#setAside.filter((it) => it.id !== id);
    this.ports.changed();
  }

  /** The page goes away, perhaps for a while: writes what is due, and lets others have the record. */
  suspend(): void {
    if (this.#isDue()) this.#write();
    this.#opening?.abort();
    this.#release?.();
    this.#release = undefined;
  }

  /** The page is back. What another has written meanwhile is no longer what is on the screen. */
  async resume(): Promise<void> {
    if (this.keeping === "off" || this.#release) return;
    while (this.#writing) await this.#writing;
    const done = this.#done;
    await this.open();
    if (!this.#armed || this.#done === done) return;
    this.show("given");
    this.ports.changed();
  }

  async #enter(release: Release, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return release();
    this.#release = release;
    this.#store ??= await this.ports.open();
    const found = await this.#store.list(this.id);
    // What comes too late finds a person who has gone on without it.
    if (signal.aborted) return;
    this.#take(found);
    this.#asked = this.#done = this.#record?.revision ?? 0;
    const isLate = this.keeping === "elsewhere";
    this.#become("on");
    if (!isLate) return;
    // What was done here and what was done there are both kept.
    if (this.#armed) this.#replaces = "given";
    else if (this.#replaces === "anew") this.ports.freed();
    this.#schedule();
  }

  #take(found: readonly Summary[]): void {
    this.#record = found.find(({ id }) => id === this.id);
    this.#setAside = found.filter(({ id }) => id !== this.id);
  }

  /** Whether something waits that may be written. */
  #isDue(): boolean {
    const may = this.keeping === "on" || this.keeping === "failed";
    return may && this.#armed && this.#kept !== this.#changes && this.#store !== undefined && this.#release !== undefined;
  }

  #schedule(): void {
    // After this task, so that a click is not kept waiting; what comes while a write runs goes into one.
    if (!this.#soon && !this.#writing && this.#isDue()) this.#soon = setTimeout(() => this.#write());
  }

  #write(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    const writing = this.#save().then((goesOn) => {
      if (this.#writing !== writing) return;
      this.#writing = undefined;
      if (goesOn) this.#schedule();
    });
    this.#writing = writing;
  }

  /** Writes what is on the screen; true when what came meanwhile may follow. */
  async #save(): Promise<boolean> {
    const changes = this.#changes;
    const now = this.ports.now();
    const revision = this.#asked + 1;
    const replaces = this.#replaces;
    const isKeptAside = this.#isKeptAside(replaces);
    const options = {
      // Looking first takes time that a page which is left does not have, and a lock makes it needless.
      ...(isKeptAside || this.#release === UNLOCKED ? { expected: this.#asked } : {}),
      aside: isKeptAside ? asideId(this.id, now) : undefined,
      drop: typeof replaces === "object" ? replaces.id : undefined,
    };
    try {
      const { bytes, ...about } = this.ports.snapshot();
      const summary = { id: this.id, revision, savedAt: now, ...about };
      this.#asked = revision;
      await inTime(this.#store!.save({ ...summary, bytes }, options));
      this.#asked = Math.max(this.#asked, revision);
      this.#done = revision;
      this.#kept = Math.max(this.#kept, changes);
      this.#record = summary;
      if (this.#replaces === replaces) this.#replaces = undefined;
      if (options.aside || options.drop) {
        this.#take(await this.#store!.list(this.id));
        this.ports.changed();
      }
      this.#become("on");
      return true;
    } catch (cause) {
      if (cause instanceof Conflict && this.#release !== UNLOCKED) return this.#catchUp();
      this.#asked = this.#done;
      this.#fail(cause);
      return false;
    }
  }

  /** A write that was given up came to an end after all: nobody else may write. */
  async #catchUp(): Promise<boolean> {
    try {
      this.#take(await this.#store!.list(this.id));
      this.#asked = this.#done = this.#record?.revision ?? 0;
      return true;
    } catch (cause) {
      this.#fail(cause);
      return false;
    }
  }

  /** Nothing that no file holds goes without the person's own wish, and nothing that cannot be read. */
  #isKeptAside(replaces: Origin | undefined): boolean {
    const stands = this.#record;
    if (!stands || replaces === undefined) return false;
    return stands.fault !== undefined || (replaces !== "anew" && stands.dirty);
  }

  #fail(cause: unknown): void {
    this.reason = cause instanceof Error ? cause.name : String(cause);
    this.#become(cause instanceof Conflict ? "elsewhere" : "failed");
  }

  #become(keeping: Keeping): void {
    if (this.keeping === keeping) return;
    this.keeping = keeping;
    this.ports.changed();
  }
}
