/**
 * What the page shows, kept in step with the engine by its deltas; it knows nothing of the DOM.
 *
 * After an answer only the delta is applied: the cost of a click does not grow with the catalogue.
 */

import type {
  AboutRecord,
  AnswerRecord,
  CatalogueView,
  ChapterView,
  Delta,
  EngineView,
  ItemStateView,
  ItemView,
  LoadOutcome,
  Outcome,
  ProblemView,
  Response,
  ScoreView,
} from "./api.js";
import { modeIn } from "./mode.js";
import { named } from "./names.js";
import { faultWords } from "./words/words.js";
import type { PluginRun } from "./plugin/run.js";
import { progressOf, type Progress } from "./progress.js";

/** A view of `sections.ts`, `crosswalk:` with a plugin's id, or a chapter's id. */
export type Route = string;

/** What stood where the first engine changed something: an answer, or what the assessment is about. */
export type Former = { readonly id: string; readonly answer: AnswerRecord | undefined } | { readonly about: AboutRecord };

/** So much is kept of what was done. */
const PAST_MAX = 200;

/** A crosswalk together with whether answers have changed since. */
export interface Mapped {
  readonly crosswalk: PluginRun;
  readonly stale: boolean;
}

export class Model {
  /** The catalogue in the language that is shown. */
  catalogue!: CatalogueView;
  items!: ReadonlyMap<string, ItemView>;
  route: Route = "overview";
  /** What went wrong with the last action as a whole; shown until the next one. */
  problems: readonly ProblemView[] = [];
  /** What they are about, in a sentence. */
  problemsTitle = "";
  /** What is wrong with one item's last change, by id. */
  readonly itemProblems = new Map<string, readonly ProblemView[]>();
  /** Counts what was accepted since the assessment came onto the screen. */
  edits = 0;
  /** What came of each plugin that ran, by its id; the latest is the last. */
  readonly mapped = new Map<string, Mapped>();
  /** Grows with every change of an answer, so that a computation can tell whether it is stale. */
  revision = 0;
  /** Grows with every change after which something else may hold of a risk. */
  riskRevision = 0;

  /** How the standards are used, where somebody chose that. */
  mode: string | undefined;

  /** Whether the engine knows more than answers; over a catalogue of the page's own it does from the start. */
  isWhole: boolean;

  /** What was done before the whole engine came, which keeps what it does itself. */
  past: Former[] = [];

  /** The way to such an engine, while it is gone. */
  #coming: Promise<void> | undefined;
  /** The last of the files that wait for it. */
  #loading: Promise<LoadOutcome> | undefined;
  #isFree = false;
  /** Up to which edit a file holds everything. */
  #saved = 0;
  #engine: EngineView;
  #loaded: Uint8Array | undefined;
  /** The edit at which the loaded bytes are what the engine would write. */
  #written = -1;
  /** Answers that were asked for or given: of a large file nobody looks at all of them at once. */
  readonly #answers = new Map<string, AnswerRecord>();
  readonly #states = new Map<string, ItemStateView>();
  /** How many of them have an answer, and how many of a chapter are answered: a click counts one, a view many. */
  #withAnswer = 0;
  readonly #answeredIn = new Map<string, number>();
  readonly #scores = new Map<string, ScoreView>();

  constructor(
    private makeEngine: () => EngineView,
    private readonly today: () => string,
    /** The facts of a catalogue of the page's own. */
    readonly ownCatalogue?: Uint8Array,
    /** Brings engines of the module that knows more than answers. */
    private readonly bringWhole: () => Promise<() => EngineView> = () => Promise.reject(new TypeError("E-PART")),
  ) {
    this.isWhole = ownCatalogue !== undefined;
    this.#engine = makeEngine();
    this.newDay();
    this.name();
    this.#readAll();
  }

  /** Takes the titles and questions of the language that is shown. */
  name(): void {
    this.catalogue = named(this.#engine.catalogue());
    this.items = new Map(this.catalogue.items.map((item) => [item.id, item]));
  }

  get engine(): EngineView {
    return this.#engine;
  }

  /** Whether there are changes that no file holds. */
  get dirty(): boolean {
    return this.edits !== this.#saved;
  }

  /** A file holds what was there at this edit. */
  markSaved(edits: number): void {
    this.#saved = edits;
  }

  /** A draft was taken over of which no file holds so many changes. */
  markUnsaved(changes = 1): void {
    this.#saved = this.edits - changes;
  }

  /** How many changes no file holds. */
  get changes(): number {
    return this.edits - this.#saved;
  }

  /** How many questions have an answer. */
  get answered(): number {
    return this.#withAnswer;
  }

  answer(id: string): AnswerRecord | undefined {
    let answer = this.#answers.get(id);
    if (!answer && this.state(id)?.hasAnswer) {
      answer = this.#engine.answer(id);
      if (answer) this.#answers.set(id, answer);
    }
    return answer;
  }

  state(id: string): ItemStateView | undefined {
    return this.#states.get(id);
  }

  score(key: string): ScoreView | undefined {
    return this.#scores.get(key);
  }

  chapter(id: string): ChapterView | undefined {
    return this.catalogue.chapters.find((chapter) => chapter.id === id);
  }

  progress(chapter: ChapterView): Progress {
    return progressOf(chapter, this.#answeredIn.get(chapter.id) ?? 0);
  }

  /** Changes the response alone, the hot path of a click: one call, which also dates the answer. */
  respond(id: string, response: Response | undefined): Outcome<Delta> {
    const before = this.answer(id);
    const outcome = this.#guard((engine) => engine.respond(id, response));
    if (!outcome.ok) return this.#refused(id, outcome);
    const delta = outcome.value;
    this.#changed(id, delta, delta.item.hasAnswer ? responded(before ?? { id }, delta) : undefined, before);
    return outcome;
  }

  /** Replaces the whole answer. */
  set(answer: AnswerRecord): Outcome<Delta> {
    const { id } = answer;
    const before = this.answer(id);
    const outcome = this.#guard((engine) => engine.set(answer));
    if (!outcome.ok) return this.#refused(id, outcome);
    const { answer: kept, ...delta } = outcome.value;
    this.#changed(id, delta, kept, before);
    return { ok: true, value: delta };
  }

  /** Tells the engine the day: at midnight, and when a page is looked at again. */
  newDay(): void {
    this.#engine.setToday(this.today());
  }

  setAbout(about: AboutRecord): Outcome<undefined> {
    const before = this.#engine.about();
    const outcome = this.#guard((engine) => engine.setAbout(about));
    if (outcome.ok) {
      this.edits += 1;
      this.#did({ about: before });
    }
    return outcome;
  }

  /**
   * Takes over a file, or leaves everything as it was. The bytes are the model's from then on. A file
   * that has more than answers is taken once the whole engine is there, every other at once.
   *
   * @param isWritten whether an engine wrote them, so that they need not be written again
   * @param done told what came of it in the same step, before anything else can happen
   */
  async load(bytes: Uint8Array, isWritten = false, done?: (outcome: LoadOutcome) => void): Promise<LoadOutcome> {
    const before = this.#loading;
    const outcome = before ? undefined : this.#take(bytes, isWritten);
    if (outcome && !needsWhole(outcome)) {
      done?.(outcome);
      return outcome;
    }
    const loading = (this.#loading = this.#loadAfter(before, bytes, isWritten, done));
    try {
      return await loading;
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  /** Loads with whichever engine it takes, once what came before is taken. */
  async #loadAfter(before: Promise<unknown> | undefined, bytes: Uint8Array, isWritten: boolean, done?: (outcome: LoadOutcome) => void): Promise<LoadOutcome> {
    await before;
    let outcome = this.#take(bytes, isWritten);
    if (needsWhole(outcome)) {
      const missing = await this.#becomeWhole();
      outcome = missing ? { ok: false, problems: [missing] } : this.#take(bytes, isWritten);
    }
    done?.(outcome);
    return outcome;
  }

  /** Brings the whole engine if a file needs it, so that `load` takes the file at once. */
  async prepare(bytes: Uint8Array | undefined): Promise<void> {
    if (!bytes || this.isWhole) return;
    const engine = this.makeEngine();
    const isNeeded = needsWhole(engine.load(bytes));
    engine.free();
    if (isNeeded) await this.becomeWhole();
  }

  /** Goes on with the whole engine; where that does not come, nothing changes. */
  async becomeWhole(): Promise<void> {
    if (this.isWhole) return;
    this.#coming ??= this.bringWhole().then((makeEngine) => {
      if (!this.isWhole && !this.#isFree) this.goOnWith(makeEngine);
    });
    try {
      await this.#coming;
    } finally {
      this.#coming = undefined;
    }
  }

  /** As `becomeWhole`; gives what is to be said where it does not come. */
  #becomeWhole(): Promise<ProblemView | undefined> {
    return this.becomeWhole().then(
      () => undefined,
      () => ({ code: "E-PART", place: "", ...faultWords("page.partFault") }),
    );
  }

  #take(bytes: Uint8Array, isWritten: boolean): LoadOutcome {
    // What came too late for an element that is gone is told to nobody.
    if (this.#isFree) return { ok: false, problems: [] };
    const outcome = this.#guard((engine) => engine.load(bytes));
    if (!outcome.ok) return outcome;
    this.#loaded = bytes;
    this.#begin();
    if (isWritten) this.#written = this.edits;
    return outcome;
  }

  /**
   * Goes on with engines of another module, which knows more; the assessment goes over whole, and
   * nothing that is shown changes. An engine that does not take it changes nothing.
   */
  goOnWith(makeEngine: () => EngineView): void {
    const next = makeEngine();
    const taken = next.load(this.bytes());
    if (!taken.ok) {
      next.free();
      throw new TypeError(taken.problems.map(({ code, place }) => `${code} ${place}`).join(", "));
    }
    next.recall?.(this.past);
    this.past = [];
    this.#engine.free();
    this.#engine = next;
    this.makeEngine = makeEngine;
    this.isWhole = true;
    this.newDay();
  }

  /**
   * Changes what stands beside the answers. Answers may change with it, so everything is read again;
   * what cannot be made from answers is kept as bytes, in case the engine has to be made anew.
   */
  change<T>(use: (engine: EngineView) => Outcome<T>): Outcome<T> {
    const outcome = this.#guard(use);
    if (!outcome.ok) return outcome;
    this.edits += 1;
    this.revision += 1;
    this.riskRevision += 1;
    this.#loaded = this.#engine.save();
    this.#written = this.edits;
    this.#stale();
    this.#readAll();
    return outcome;
  }

  /** The assessment in canonical bytes, to be looked at and not changed. */
  bytes(): Uint8Array {
    return this.#loaded && this.#written === this.edits ? this.#loaded : this.#engine.save();
  }

  /** An empty assessment in place of this one. */
  clear(): void {
    const empty = this.makeEngine();
    this.#engine.free();
    this.#engine = empty;
    this.newDay();
    this.#loaded = undefined;
    this.#begin();
  }

  /** Gives the memory back; the model is of no use after that. */
  free(): void {
    this.#isFree = true;
    this.#engine.free();
  }

  #refused<T>(id: string, outcome: Outcome<T> & { ok: false }): Outcome<T> & { ok: false } {
    this.itemProblems.set(id, outcome.problems);
    return outcome;
  }

  #did(former: Former): void {
    if (!this.isWhole) this.past = [...this.past, former].slice(-PAST_MAX);
  }

  #changed(id: string, delta: Delta, answer: AnswerRecord | undefined, before: AnswerRecord | undefined): void {
    this.itemProblems.delete(id);
    if (answer) this.#answers.set(id, answer);
    else this.#answers.delete(id);
    this.#enter(delta.item);
    for (const score of delta.scores) this.#scores.set(score.key, score);
    if (delta.risks.length > 0) this.riskRevision += 1;
    // What says the same again is nothing to take back.
    if (said(before) !== said(answer)) this.#did({ id, answer: before });
    this.edits += 1;
    this.revision += 1;
    this.#stale();
  }

  /** Takes an item's new state over, and counts what it changes. */
  #enter(state: ItemStateView): void {
    const before = this.#states.get(state.id);
    this.#states.set(state.id, state);
    this.#withAnswer += Number(state.hasAnswer) - Number(before?.hasAnswer ?? false);
    if (state.answered === (before?.answered ?? false)) return;
    const chapter = this.items.get(state.id)?.chapter ?? "";
    this.#answeredIn.set(chapter, (this.#answeredIn.get(chapter) ?? 0) + (state.answered ? 1 : -1));
  }

  #stale(): void {
    for (const [of, mapped] of this.mapped) if (!mapped.stale) this.mapped.set(of, { ...mapped, stale: true });
  }

  /** Takes over what came of a plugin's run. */
  map(id: string, mapped: Mapped): void {
    this.mapped.delete(id);
    this.mapped.set(id, mapped);
  }

  #begin(): void {
    this.past = [];
    this.#written = -1;
    this.#readAll();
    this.itemProblems.clear();
    this.mapped.clear();
    this.revision += 1;
    this.riskRevision += 1;
    this.#saved = this.edits;
  }

  #readAll(): void {
    this.mode = this.#loaded && modeIn(this.#loaded);
    this.#answers.clear();
    for (const state of this.#engine.states()) this.#enter(state);
    for (const score of this.#engine.scores()) this.#scores.set(score.key, score);
  }

  /** A defect in the engine must not cost the person's answers: a fresh engine takes them over. */
  #guard<T>(use: (engine: EngineView) => Outcome<T>): Outcome<T> {
    try {
      return use(this.#engine);
    } catch (cause) {
      this.#rebuild();
      return { ok: false, problems: [engineFault(cause)] };
    }
  }

  #rebuild(): void {
    const about = this.#lastAbout();
    this.#engine = this.makeEngine();
    if (this.#loaded) this.#engine.load(this.#loaded);
    for (const { id } of this.catalogue.items) {
      // What was never asked for is what was loaded.
      if (this.#answers.has(id) || !this.state(id)?.hasAnswer) this.#engine.set(this.#answers.get(id) ?? { id });
    }
    if (about) this.#engine.setAbout(about);
    // Only now: what was answered on another day keeps its date.
    this.newDay();
  }

  #lastAbout(): AboutRecord | undefined {
    try {
      return this.#engine.about();
    } catch {
      return undefined;
    }
  }
}

/** Whether a file was not taken because it has more than answers. */
const needsWhole = (outcome: LoadOutcome): boolean => !outcome.ok && outcome.problems[0]?.code === "E-WHOLE";

/** What an answer says, in whichever order its members stand. */
const said = (answer: AnswerRecord = { id: "" }): string => JSON.stringify(Object.entries(answer).sort());

/** The answer with the response and the date of a delta, and all else as it was. */
function responded(answer: AnswerRecord, { response, changed }: Delta): AnswerRecord {
  const { response: _, changed: __, ...rest } = answer;
  return { ...rest, ...(response && { response }), ...(changed && { changed }) };
}

const engineFault = (cause: unknown): ProblemView => {
  const { message, fix } = faultWords("page.engineFault");
  return { code: "E-ENGINE", place: "", message: `${message}: ${cause instanceof Error ? cause.message : String(cause)}`, fix };
};
