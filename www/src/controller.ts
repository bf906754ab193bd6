/** What a person can do in the widget: each action changes the model, tells the host, and speaks. */

import type { AboutRecord, AnswerRecord, Delta, LoadOutcome, OpenEvent, Outcome, ProblemView, Response } from "./api.js";
import { downloads } from "./downloads.js";
import type { Keeper, Origin } from "./draft/index.js";
import type { Mark, SinceFile } from "./draft/record.js";
import { Entries, type Pending } from "./entries.js";
import { fileName, isoDate, percent } from "./format.js";
import { everyDay } from "./midnight.js";
import type { Model, Route } from "./model.js";
import { missingPart, replacingPart, reportsPart } from "./parts.js";
import { sentences } from "./problems.js";
import type { Question } from "./question.js";
import { refusal } from "./refusal.js";
import { handOver } from "./saving.js";
import { t } from "./words/words.js";

/** What the element does for the controller. */
export interface Host {
  /** Dispatches an event; false when a listener prevented the default. */
  emit(name: string, detail: unknown, cancelable?: boolean): boolean;
  /** Draws again, soon. */
  draw(): void;
  /** A person leaves the current view for another one. */
  step(route: Route): void;
  /** Draws now and moves the focus: to the view's heading, or to an item. */
  focus(id: string): void;
}

/** Speech waits for a pause, so that a run of answers is read once, in milliseconds. */
const SPEECH_DELAY_MS = 700;

export class Controller {
  /** What the live region says. */
  status = "";
  /** What became of the last save, for eyes; the next change takes it away. */
  notice = "";
  /** What stood in the last file, and since when there are changes that it does not hold. */
  mark: Mark | undefined;
  since: number | undefined;
  /** What must be answered before anything else is shown. */
  question: Question | undefined;
  /** Whether the element is gone; what still runs then ends in silence. */
  disposed = false;
  /** What stands in fields and not in the model. */
  readonly entries = new Entries();
  #speech: ReturnType<typeof setTimeout> | undefined;
  readonly #stopDays: () => void;

  constructor(
    readonly model: Model,
    readonly keeper: Keeper,
    private readonly host: Host,
  ) {
    this.entries.changed = () => keeper.changed();
    this.#stopDays = everyDay(() => {
      model.newDay();
      host.draw();
    });
  }

  /** Shows a question in place of the view. */
  ask(question: Question): void {
    this.question = question;
    this.model.problems = [];
    // What a page shows at first takes no focus from it.
    if (question.isFirst) this.host.draw();
    else this.host.focus("heading");
  }

  /** Shows a view and moves the focus to its heading, or to an item in it. */
  go(route: Route, focusId = "heading"): void {
    this.host.step(route);
    this.model.route = route;
    this.model.problems = [];
    this.question = undefined;
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
    if (outcome.ok) {
      this.#accepted();
      this.host.emit("annexa-about", { about: this.model.engine.about() });
    } else {
      this.report(outcome.problems);
    }
    this.host.draw();
    return outcome.ok ? "" : refusal(outcome.problems);
  }

  /** A view has changed what stands beside the answers: the draft holds it, and what came of it is said. */
  registered(ids: readonly string[], dropped: readonly string[], said: string): void {
    this.#accepted();
    this.host.emit("annexa-register", { ids, dropped });
    this.say(said);
    this.host.draw();
  }

  /** Takes over what is still being typed, as if every field had been left. */
  takeOver(): void {
    this.entries.takeOver();
  }

  /** What stands in fields and cannot be saved: refused, half typed, or evidence not yet added. */
  pending(): Pending[] {
    return this.entries.list();
  }

  /** Puts texts back into the fields in which they stood. */
  refill(fields: readonly Pending[]): void {
    for (const { id, field, text, message } of fields) this.entries.keep({ id, field }, text, message);
  }

  /** Takes over a document that the host page gives; its wish needs no question. */
  load(bytes: Uint8Array): Promise<LoadOutcome> {
    // What was accepted a moment ago belongs to the draft of before.
    void this.keeper.flush();
    // The page may go on to change what it gave.
    return this.take(bytes.slice(), "given", { from: "page" });
  }

  /** Puts a document in place of the one on the screen; on a problem everything is as before. */
  take(bytes: Uint8Array, origin: Origin, how: OpenEvent["detail"], isWritten = false): Promise<LoadOutcome> {
    return this.model.load(bytes, isWritten, (outcome) => {
      if (this.disposed) return;
      if (outcome.ok) this.#replaced(origin, how);
      this.refuse(outcome.ok ? [] : outcome.problems);
    });
  }

  /** Puts an empty assessment in its place. */
  clear(): void {
    this.model.clear();
    this.#replaced("anew", { from: "anew" });
  }

  openFile(file: File): Promise<void> {
    return this.#withReplacing((part) => part.openFile(this, file));
  }

  startAnew(): Promise<void> {
    return this.#withReplacing((part) => part.startAnew(this));
  }

  /** What is on the screen first: what the page gives, or a draft if the person wants it. */
  async begin(given: Uint8Array | undefined): Promise<void> {
    const isGiven = given !== undefined && (await this.load(given)).ok;
    if (this.disposed) return;
    if (!isGiven) this.keeper.show("anew");
    if (this.keeper.others.length > 0) {
      await this.#withReplacing((part) => (isGiven ? part.matchDraft(this) : part.begin(this)));
    }
  }

  /** Hands the file to the host page or, unless it prevents that, to the person. */
  async save(): Promise<void> {
    this.takeOver();
    const { model } = this;
    const { edits } = model;
    const name = fileName(this.#organization(), isoDate(new Date()), "json");
    const handed = await handOver(this.host, () => model.engine.save(), name, downloads());
    if (this.disposed) return;
    if (handed === "left") this.#give(new Blob([model.engine.save() as Uint8Array<ArrayBuffer>], { type: "application/json" }), name);
    if (typeof handed === "object") {
      this.refuse([handed], t("page.saveFailed"));
      return;
    }
    const isSure = handed === "stored" || downloads() === "allowed";
    if (isSure && model.edits >= edits) {
      model.markSaved(edits);
      this.#marked();
      this.keeper.touched();
    }
    this.notice = handed === "stored" ? t("page.saved") : isSure ? t("page.handedOver", { file: name }) : t("page.handedAnyhow", { file: name });
    this.say(this.notice);
    this.host.draw();
  }

  /** Gives bytes to the person as a file; nothing leaves the browser. */
  download(bytes: Uint8Array, name: string, type: string): void {
    this.#give(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), name);
  }

  /** A table as a file, named after the organization. */
  downloadCsv(what: string, file: Blob): void {
    this.#give(file, fileName(this.#organization(), what, "csv"));
  }

  /** Draws again, soon. */
  draw(): void {
    this.host.draw();
  }

  /** Tells the host page what failed; the state is as before. */
  report(problems: readonly ProblemView[]): void {
    const tell = (): void => {
      if (!this.disposed) this.host.emit("annexa-error", { problems });
    };
    // Without its sentences a problem still has its code.
    const coming = sentences(problems);
    if (coming) void coming.then(tell, tell);
    else tell();
  }

  /** Shows and tells what could not be done; the assessment is as before. */
  refuse(problems: readonly ProblemView[], title: string = t("page.openFailed")): void {
    this.model.problems = problems;
    this.model.problemsTitle = title;
    if (problems.length > 0) this.report(problems);
    this.host.draw();
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
    this.#stopDays();
    clearTimeout(this.#speech);
  }

  #give(file: Blob, name: string): void {
    const url = URL.createObjectURL(file);
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  #organization(): string {
    return this.model.engine.about().organization ?? "";
  }

  #changed(id: string, outcome: Outcome<Delta>): Outcome<Delta> {
    if (outcome.ok) {
      this.#accepted();
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
    const score = this.model.score(chapter.score);
    const line = t("page.scoreLine", { score: percent(score?.scoreBp), coverage: percent(score?.coverageBp) });
    return t("page.announce", { chapter: `${chapter.id} ${chapter.title}`, progress: t("page.answeredOf", { answered, total }), part: t("page.conformity"), scores: line });
  }

  /** What was done since the last file, for the draft. */
  sinceFile(): SinceFile {
    const { mark, since, model } = this;
    return { mark, ...(model.dirty && { changes: model.changes, since }) };
  }

  /** Goes on with a draft of which no file holds all. */
  unsaved({ changes, since, mark }: SinceFile = {}): void {
    this.model.markUnsaved(changes);
    this.since = since;
    this.mark = mark;
  }

  /** A file holds what is there now; what that is, somebody may ask later. */
  #marked(): void {
    this.since = undefined;
    this.mark = { at: Date.now() };
    const { edits } = this.model;
    void reportsPart.load().then((part) => !this.disposed && this.model.edits === edits && part.remember(this), () => undefined);
  }

  /** Something was accepted: the draft is to hold it. */
  #accepted(): void {
    this.notice = "";
    this.since ??= Date.now();
    this.keeper.changed();
  }

  #replaced(origin: Origin, how: OpenEvent["detail"]): void {
    this.entries.clear();
    this.question = undefined;
    this.notice = "";
    this.mark = this.since = undefined;
    if (how.from === "file") this.#marked();
    this.keeper.show(origin);
    this.host.emit("annexa-open", how);
  }

  async #withReplacing(use: (part: typeof import("./replacing.js")) => unknown): Promise<void> {
    const part = await replacingPart.load().catch(() => undefined);
    if (this.disposed) return;
    if (part) await use(part);
    else this.refuse([missingPart("")], t("page.partFailed"));
  }
}
