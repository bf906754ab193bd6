/** What follows from an assessment: computed once for a revision, and only when it is shown. */

import type { Engine, Outcome as EngineOutcome, Report } from "../generated/report.js";
import type { AssessmentRecord } from "./document.js";
import type { ChangedView, EngineView, ExplanationView, GapView, HistoryView, LintView, Outcome, SoaView, TurnedView } from "./api.js";
import { isoDate } from "./format.js";
import type { Model } from "./model.js";
import { spoken } from "./problems.js";
import { dressFields } from "./styles/fields.js";
import { dress } from "./styles/late.js";
import { wordsBytes, wordsPart, wordsState } from "./words/load.js";
import { wholePart } from "./whole.js";

/** Brings the whole engine and the words in which it speaks. */
export async function startReports(): Promise<void> {
  await Promise.all([wholePart.load(), wordsPart("reports").load()]);
  dressFields();
  dress();
}

const kept = new WeakMap<Model, Derived>();

/** What follows from a model's assessment, which from now on lives in the whole engine. */
export function derived(model: Model): Derived {
  const known = kept.get(model);
  if (known) return known;
  const whole = wholePart.loaded;
  if (!whole) throw new TypeError("E-PART");
  if (!model.isWhole) model.goOnWith(whole.wholeOver(model.ownCatalogue));
  const made = new Derived(model, () => new whole.Report());
  kept.set(model, made);
  return made;
}

const decoder = new TextDecoder();

/** The value of canonical JSON. */
export const parsed = <T>(bytes: Uint8Array): T => JSON.parse(decoder.decode(bytes)) as T;

/** The whole engine, as the model uses it. */
function whole(engine: EngineView): Engine {
  return engine as object as Engine;
}

export class Derived {
  readonly #report: Report;
  #words = "";
  /** The revision that the last change of a register made. */
  #changed = -1;
  /** Whether that change was to take something back. */
  #isBack = false;

  constructor(
    private readonly model: Model,
    make: () => Report,
    private readonly today = () => isoDate(new Date()),
  ) {
    this.#report = make();
  }

  /** What stands below target, with the help of every question where that has come. */
  readonly gaps = this.once((report, engine): GapView[] => report.gaps(engine));

  /** The Statement of Applicability. */
  readonly soa = this.once((report, engine): SoaView => report.soa(engine));

  /** What the checks find today. */
  readonly lint = this.once((report, engine, today): LintView[] => {
    const found = report.lint(engine, today);
    return found.ok ? found.value : [];
  });

  /** The assessment as a file has it: registers, criteria, context, documents. */
  readonly document = this.once((_report, engine): AssessmentRecord => parsed(engine.save()));

  /** The arithmetic behind a score. */
  explain(key: string): ExplanationView | undefined {
    return this.use((report, engine) => report.explain(engine, key));
  }

  /** A table as a file of CSV. */
  csv(what: "soa" | "gaps"): Blob {
    return this.use((report, engine) => (what === "soa" ? report.soaCsv(engine) : report.gapsCsv(engine)));
  }

  /** Scores, gaps and totals as canonical JSON, once the help of every question has come. */
  json(): Uint8Array {
    return this.use((report, engine) => report.report(engine));
  }

  /** Puts an entry into a register: in the place of the one with its id, or as a new one. */
  put(register: string, record: object): Outcome<ChangedView> {
    return this.change((report, engine) => report.putEntry(engine, register, JSON.stringify(record)));
  }

  /** Changes some members of an entry; `null` empties one. */
  patch(register: string, id: string, members: object): Outcome<ChangedView> {
    return this.change((report, engine) => report.patchEntry(engine, register, id, JSON.stringify(members)));
  }

  /** Deletes an entry; with `cascade` what refers to it is changed in the same step. */
  remove(register: string, id: string, cascade = false): Outcome<ChangedView> {
    return this.change((report, engine) => report.deleteEntry(engine, register, id, cascade));
  }

  /** Whether the last thing that was changed is a register, so that it can be taken back. */
  get canTakeBack(): boolean {
    return this.#changed === this.model.revision;
  }

  /** Takes the last change of a register back; a second time makes it again. */
  takeBack(): void {
    if (!this.canTakeBack) return;
    if (this.#isBack) this.redo();
    else this.undo();
  }

  /** What can be taken back next, and made again next; no words are needed for that. */
  history(): HistoryView {
    return this.#report.history(whole(this.model.engine));
  }

  /** Somebody types into a field, or has left it: until then what changes is one thing to take back. */
  typing(field: string | undefined): void {
    const engine = whole(this.model.engine);
    if (field === undefined) this.#report.typed(engine);
    else this.#report.typeIn(engine, field);
  }

  /** Takes back what was done last, whatever it was; nothing where nothing was done. */
  undo(): TurnedView | undefined {
    return this.#turn(true, (report, engine) => report.undo(engine));
  }

  /** Makes again what was taken back last. */
  redo(): TurnedView | undefined {
    return this.#turn(false, (report, engine) => report.redo(engine));
  }

  #turn(isBack: boolean, use: (report: Report, engine: Engine) => EngineOutcome<TurnedView>): TurnedView | undefined {
    const { undo, redo } = this.history();
    if (!(isBack ? undo : redo)) return undefined;
    const outcome = this.change(use);
    this.#isBack = isBack;
    return outcome.ok ? outcome.value : undefined;
  }

  /** Changes what stands beside the answers; a refusal changes nothing. */
  change<T>(use: (report: Report, engine: Engine) => EngineOutcome<T>): Outcome<T> {
    const outcome = this.model.change((engine) => spoken(use(this.#report, whole(engine))));
    if (outcome.ok) {
      this.#changed = this.model.revision;
      this.#isBack = false;
    }
    return outcome;
  }

  /** Asks for something that follows from what the model holds now, in the language that is shown. */
  use<T>(ask: (report: Report, engine: Engine, today: string) => T): T {
    if (this.#words !== wordsState()) {
      const { files, own } = wordsBytes();
      const set = this.#report.setWords(files, own);
      if (!set.ok) throw new TypeError(set.problems.map(({ code, place }) => `${code} ${place}`).join(", "));
      this.#words = wordsState();
    }
    return ask(this.#report, whole(this.model.engine), this.today());
  }

  /** What tells two states of the risks apart: an answer to a control that no risk names changes none. */
  readonly ofRisks = (): string => String(this.model.riskRevision);

  /** A computation that is made again only after a change, on another day, or in another language. */
  once<T>(
    compute: (report: Report, engine: Engine, today: string) => T,
    since = (): string => `${this.model.edits} ${this.model.revision}`,
  ): () => T {
    let last: { readonly of: string; readonly value: T } | undefined;
    return () => {
      const of = `${since()} ${this.today()} ${wordsState()}`;
      if (last?.of !== of) last = { of, value: this.use(compute) };
      return last.value;
    };
  }
}
