/** What a person can do in the widget: each action changes the model, tells the host, and speaks. */

import type { AboutRecord, AnswerRecord, Delta, LoadOutcome, Outcome, ProblemView, Response } from "./api.js";
import { Entries, type Pending } from "./entries.js";
import { fileName, isoDate, percent } from "./format.js";
import { chapterKey } from "./score_key.js";
import type { Model, Route } from "./model.js";
import { refusal } from "./refusal.js";
import { t } from "./strings/en.js";

/** What the element does for the controller. */
export interface Host {
  /** Dispatches an event; false when a listener prevented the default. */
  emit(name: string, detail: unknown, cancelable?: boolean): boolean;
  /** Draws again, soon. */
  draw(): void;
  /** Draws now and moves the focus: to the view's heading, or to an item. */
  focus(id: string): void;
}

/** Files above this size are not even read, in bytes. */
const FILE_LIMIT_BYTES = 64 * 1024 * 1024;
/** Speech waits for a pause, so that a run of answers is read once, in milliseconds. */
const SPEECH_DELAY_MS = 700;

export class Controller {
  /** What the live region says. */
  status = "";
  /** Whether the element is gone; what still runs then ends in silence. */
  disposed = false;
  /** What stands in fields and not in the model. */
  readonly entries = new Entries();
  #speech: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly model: Model,
    private readonly host: Host,
  ) {}

  /** Shows a view and moves the focus to its heading, or to an item in it. */
  go(route: Route, focusId = "heading"): void {
    this.model.route = route;
    this.model.problems = [];
    this.host.focus(focusId);
  }

  /** Keeps the focus near an item whose focused control goes away. */
  focusOn(id: string): void {
    this.host.focus(id);
  }

  respond(id: string, response: Response | undefined): Outcome<Delta> {
    return this.#changed(id, this.model.respond(id, response));
  }

  /**
   * Changes a part of an answer. The change gets the answer as it is now: several fields may change
   * before anything is drawn again.
   */
  change(id: string, change: (answer: AnswerRecord) => AnswerRecord): Outcome<Delta> {
    return this.#changed(id, this.model.set(change(this.model.answer(id) ?? { id })));
  }

  /** As `change`, for a field that says itself why it was refused; nothing where it was taken. */
  edit(id: string, change: (answer: AnswerRecord) => AnswerRecord): string {
    const outcome = this.change(id, change);
    if (outcome.ok) return "";
    this.model.itemProblems.delete(id);
    return refusal(outcome.problems);
  }

  /** Changes a part of what the assessment is about, as `edit` does. */
  editAbout(change: (about: AboutRecord) => AboutRecord): string {
    const outcome = this.model.setAbout(change(this.model.engine.about()));
    if (!outcome.ok) this.report(outcome.problems);
    this.host.draw();
    return outcome.ok ? "" : refusal(outcome.problems);
  }

  /** Takes over what is still being typed, as if every field had been left. */
  takeOver(): void {
    this.entries.takeOver();
  }

  /** What stands in fields and cannot be saved: refused, half typed, or evidence not yet added. */
  pending(): Pending[] {
    return this.entries.list();
  }

  /** Takes over a document that the host page or a file gives. */
  load(bytes: Uint8Array): LoadOutcome {
    const outcome = this.model.load(bytes);
    if (outcome.ok) this.entries.clear();
    this.#show(outcome.ok ? [] : outcome.problems);
    return outcome;
  }

  async openFile(file: File): Promise<void> {
    if (file.size > FILE_LIMIT_BYTES) {
      this.#show([{ code: "E-TOO-LARGE", place: file.name, ...t.tooLarge }]);
      return;
    }
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      this.#show([{ code: "E-READ", place: file.name, ...t.unreadable }]);
      return;
    }
    const outcome = this.load(bytes);
    if (!outcome.ok) {
      this.say(t.openFailed);
      return;
    }
    const { unknown } = outcome.value;
    this.model.route = "overview";
    this.say([t.opened(file.name), ...(unknown.length ? [t.unknownKept(unknown.join(", "))] : [])].join(" "));
    this.host.focus("heading");
  }

  /** Hands the file to the host page or, unless it prevents that, to the person. */
  save(): void {
    this.takeOver();
    const bytes = this.model.engine.save();
    const name = fileName(this.#organization(), isoDate(new Date()), "json");
    if (this.host.emit("annexa-save", { bytes, fileName: name }, true)) {
      this.download(bytes, name, "application/json");
    }
    this.model.dirty = false;
    this.say(t.saved);
    this.host.draw();
  }

  /** Gives bytes to the person as a file; nothing leaves the browser. */
  download(bytes: Uint8Array, name: string, type: string): void {
    const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  /** A CSV file of the engine, named after the organization. */
  downloadCsv(what: "soa" | "gaps"): void {
    const { engine } = this.model;
    const bytes = what === "soa" ? engine.soaCsv() : engine.gapsCsv();
    this.download(bytes, fileName(this.#organization(), what, "csv"), "text/csv");
  }

  /** Draws again, soon. */
  draw(): void {
    this.host.draw();
  }

  /** Tells the host page what failed; the state is as before. */
  report(problems: readonly ProblemView[]): void {
    if (!this.disposed) this.host.emit("annexa-error", { problems });
  }

  /** Lets the live region say something, after a pause. */
  say(text: string): void {
    clearTimeout(this.#speech);
    if (this.disposed) return;
    this.#speech = setTimeout(() => {
      this.status = text;
      this.host.draw();
    }, SPEECH_DELAY_MS);
  }

  /** Ends what still runs. */
  dispose(): void {
    this.disposed = true;
    clearTimeout(this.#speech);
  }

  #organization(): string {
    return this.model.engine.about().organization ?? "";
  }

  #changed(id: string, outcome: Outcome<Delta>): Outcome<Delta> {
    if (outcome.ok) {
      this.host.emit("annexa-change", { id, delta: outcome.value });
      this.say(this.#progressText(id));
    } else {
      this.report(outcome.problems);
    }
    this.host.draw();
    return outcome;
  }

  #progressText(id: string): string {
    const chapter = this.model.chapter(this.model.items.get(id)?.chapter ?? "");
    if (!chapter) return "";
    const { answered, total } = this.model.progress(chapter);
    const score = this.model.score(chapterKey(chapter.id));
    const line = t.scoreLine(percent(score?.scoreBp), percent(score?.coverageBp));
    return t.announce(`${chapter.id} ${chapter.title}`, t.answeredOf(answered, total), t.conformity, line);
  }

  #show(problems: readonly ProblemView[]): void {
    this.model.problems = problems;
    if (problems.length > 0) this.report(problems);
    this.host.draw();
  }
}
