/** The element itself: attributes, properties, methods and events; what it shows is in `views`. */

import type { Delta, EngineView, LoadOutcome, Outcome, ProblemView, Response } from "./api.js";
import { Controller } from "./controller.js";
import { Keeper, openIndexed, position, recordId, takeLock, type Snapshot } from "./draft/index.js";
import { watchLeaving, type Watch } from "./draft/leaving.js";
import { FIELDS_MAX, type LeftAt } from "./draft/record.js";
import { startEngine } from "./engine.js";
import { isoDate } from "./format.js";
import type { Left } from "./left.js";
import { Model } from "./model.js";
import { focusedItem, focusIn, mountIn, takeOverProperties, watchRoom } from "./mount.js";
import { crosswalkPart, missingPart, reportsPart } from "./parts.js";
import { platform } from "./platform/platform.js";
import { unlessPressed, watchPress } from "./press.js";
import { losses } from "./question.js";
import { hasView } from "./sections.js";
import { Trail } from "./trail.js";
import { problemsOfStart } from "./unstarted.js";
import { everyHelp, fileBytes, startWords, useWordsOf, wantedLanguage } from "./words/load.js";
import { wholePart } from "./whole.js";
import { direction, language, t, wordsEdition } from "./words/words.js";
import { draw, erase } from "./views/draw.js";

// On a server there is no HTMLElement; importing the module must still work.
const Base = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

const encoder = new TextEncoder();

/** The way to whole engines; a catalogue of the page's own is for them to read. */
const wholeEngine = async (catalogue: Uint8Array | undefined): Promise<() => EngineView> => (await wholePart.load()).wholeOver(catalogue);

/**
 * An ISO/IEC 27001:2022 and 27002:2022 self-assessment that runs in the page.
 *
 * @fires annexa-ready - The engine runs; `save`, `load` and `respond` may be called.
 * @fires annexa-change - An answer changed; `detail` is `{ id, delta }`.
 * @fires annexa-about - What the assessment is about has changed; `detail` is `{ about }`.
 * @fires annexa-open - Another assessment took the place of the last one; `detail` is `{ from, fileName }`.
 * @fires annexa-detach - The element was taken out of the page; `detail` is `{ bytes, dirty }`.
 * @fires annexa-error - Something failed; `detail.problems` says what, the state is as before.
 * @fires annexa-save - The person wants the file; prevent the default to store it yourself.
 */
export class AnnexaAssessment extends Base {
  static readonly observedAttributes = ["heading-level", "lang"];

  #mount: HTMLElement | undefined;
  #controller: Controller | undefined;
  #pending: Uint8Array | undefined;
  #left: Left | undefined;
  /** What the last write of the draft has kept beside the document. */
  #place: LeftAt | undefined;
  #keeper: Keeper | undefined;
  #watch: Watch | undefined;
  #ready: Promise<void> | undefined;
  #failure: ProblemView | undefined;
  #drawing = false;
  #narrow = false;
  #sizes: ResizeObserver | undefined;
  #trail: Trail | undefined;
  #catalogue: Uint8Array | Blob | undefined;
  #words: Promise<void> = Promise.resolve();
  /** Tells a start that was overtaken by a removal from the current one. */
  #attempt = 0;

  /** Resolves when the engine runs; rejects when it could not start. */
  get ready(): Promise<void> {
    return (this.#ready ??= this.#start());
  }

  /** The level of the widget's first heading, 1 to 4; deeper ones follow from it. */
  get headingLevel(): number {
    const level = Number(this.getAttribute("heading-level") ?? 2);
    return Number.isInteger(level) && level >= 1 && level <= 4 ? level : 2;
  }

  set headingLevel(level: number) {
    this.setAttribute("heading-level", String(level));
  }

  /** The language that is shown: the element's, its surroundings' or the document's, or English. */
  get language(): string {
    return language();
  }

  /** Chooses a language as the attribute `lang` does. */
  set language(tag: string) {
    this.lang = tag;
  }

  /**
   * Words of a page's own, as bytes or as a file: another language, or other words for this one.
   * What they lack is English. All elements of a page share one language.
   */
  set words(file: Uint8Array | Blob) {
    this.#words = useWordsOf(file).then((problem) => {
      if (problem) this.#emit("annexa-error", { problems: [problem] }, false);
      this.#wordsChanged();
    });
  }

  /** Resolves when the words that were set last are shown, or refused with an `annexa-error`. */
  get worded(): Promise<void> {
    return this.#words;
  }

  /**
   * A catalogue of a page's own in place of ISO/IEC 27001:2022, as bytes or as a file; its titles and
   * questions come by `words`. Setting it while an assessment runs takes that off the screen first.
   */
  set catalogue(file: Uint8Array | Blob) {
    this.#catalogue = file;
    if (!this.#ready) return;
    this.#dispose();
    this.#left = undefined;
    if (!this.isConnected) return;
    this.#watch = this.#watchLeaving();
    this.ready.catch(() => undefined);
  }

  /** Whether there are changes that no file holds yet. */
  get dirty(): boolean {
    return this.#controller?.model.dirty ?? this.#left?.dirty ?? false;
  }

  /** The assessment as its canonical bytes; may be set before the element is ready. */
  get assessment(): Uint8Array | undefined {
    return this.#controller ? this.#controller.model.engine.save() : (this.#pending ?? this.#left?.bytes)?.slice();
  }

  set assessment(document: Uint8Array | string | undefined) {
    if (document === undefined) return;
    const bytes = typeof document === "string" ? encoder.encode(document) : document;
    if (this.#controller) void this.#controller.load(bytes);
    else {
      this.#pending = bytes.slice();
      this.#left = undefined;
    }
  }

  /** The canonical bytes of the assessment, the content of a saved file. */
  save(): Uint8Array {
    return this.#running().model.engine.save();
  }

  /** Takes over an assessment, at once if it has answers alone; on problems everything stays as it was. */
  async load(bytes: Uint8Array): Promise<LoadOutcome> {
    return this.#running().load(bytes);
  }

  /** Answers one question, as a click does. */
  respond(id: string, response: Response | undefined): Outcome<Delta> {
    return this.#running().respond(id, response);
  }

  /** Scores, gaps and totals as canonical JSON, the same bytes as the command line prints. */
  async report(): Promise<Uint8Array> {
    const { model } = this.#running();
    const [{ derived }] = await Promise.all([reportsPart.load(), everyHelp.load()]);
    return derived(model).json();
  }

  /** The SHA-256 of `save()`, in hex. */
  hash(): string {
    return this.#running().model.engine.hash();
  }

  /** The last crosswalk as canonical JSON; nothing while none is computed. */
  get crosswalk(): Uint8Array | undefined {
    const crosswalk = [...(this.#controller?.model.mapped.values() ?? [])].at(-1)?.crosswalk;
    return crosswalk && "bytes" in crosswalk ? crosswalk.bytes.slice() : undefined;
  }

  /** Runs a carried plugin by its id, the first without one, or one that the page gives. */
  async runCrosswalk(plugin?: string | { name: string; bytes: Uint8Array }): Promise<Uint8Array | undefined> {
    const controller = this.#running();
    const id = typeof plugin === "object" ? plugin.name : (plugin ?? platform().plugins[0]?.id ?? "");
    const part = await crosswalkPart.load().catch(() => undefined);
    if (!part) {
      controller.report([missingPart(t("page.crosswalk", { title: id }))]);
      return undefined;
    }
    const session = part.sessionOf(controller);
    await (typeof plugin === "object" ? session.runBytes(id, plugin.bytes) : session.runCarried(id));
    return this.crosswalk;
  }

  /** @internal */
  connectedCallback(): void {
    takeOverProperties(this, ["assessment", "headingLevel", "language", "words", "catalogue"]);
    if (!this.shadowRoot) this.#build();
    this.#sizes = watchRoom(this, (narrow) => {
      if (narrow === this.#narrow) return;
      this.#narrow = narrow;
      this.#draw();
    });
    this.#watch ??= this.#watchLeaving();
    this.#draw();
    if (this.#controller) this.#trail?.start(position(this));
    // A failure is on the page and in an event; nobody needs to listen to the promise.
    this.ready.catch(() => undefined);
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#sizes?.disconnect();
    this.#trail?.stop();
    // A move in the document disconnects and connects at once; only a removal ends the engine.
    queueMicrotask(() => {
      if (!this.isConnected) this.#dispose();
    });
  }

  /** @internal */
  attributeChangedCallback(name: string): void {
    if (name === "lang" && this.#controller) this.#words = this.#showLanguage();
    this.#draw();
  }

  #running(): Controller {
    if (!this.#controller) throw new DOMException("await `ready` first", "InvalidStateError");
    return this.#controller;
  }

  #build(): void {
    this.#mount = mountIn(this.attachShadow({ mode: "open" }));
    watchPress(this.#mount);
    // What is being typed is not in the model yet.
    this.#mount.addEventListener("input", () => this.#watch?.guard(true));
  }

  async #start(): Promise<void> {
    this.#failure = undefined;
    const attempt = (this.#attempt += 1);
    try {
      const own = this.#catalogue && (await fileBytes(this.#catalogue));
      const [makeEngine, keeper] = await Promise.all([own ? wholeEngine(own) : startEngine(), this.#startKeeper(), startWords(wantedLanguage(this))]);
      if (attempt !== this.#attempt) return;
      const model = new Model(makeEngine, () => isoDate(new Date()), own, () => wholeEngine(own));
      // Nothing else is shown before what the page gives, or before what a person left.
      await model.prepare(this.#pending ?? this.#left?.bytes);
      if (attempt !== this.#attempt) return model.free();
      this.#controller = new Controller(model, keeper, {
        emit: (name, detail, cancelable = false) => this.#emit(name, detail, cancelable),
        draw: () => this.#draw(),
        step: (route) => this.#trail?.step(route),
        focus: (id) => this.#focus(id),
      });
    } catch (cause) {
      this.#failed(cause);
      throw cause;
    }
    this.#follow(this.#controller);
    await this.#begin(this.#controller);
    this.#drawNow();
    this.#emit("annexa-ready", null, false);
  }

  /** Lets Back and Forward of the browser go through the views. */
  #follow(controller: Controller): void {
    const { model } = controller;
    if (!this.#mount) return;
    this.#trail = new Trail({
      mount: this.#mount,
      route: () => model.route,
      // A question stands in place of every view until it is answered.
      has: (route) => !controller.question && hasView(model, route),
      show: (route) => {
        model.route = route;
        this.#drawNow();
      },
      isNamed: () => this.getAttribute("routes") === "hash",
    });
    if (this.isConnected) this.#trail.start(position(this));
  }

  /** The browser's draft of this element: taken once, and again after the element was away. */
  async #startKeeper(): Promise<Keeper> {
    if (this.#keeper) {
      await this.#keeper.resume();
      return this.#keeper;
    }
    const name = this.getAttribute("draft") ?? position(this);
    const keeper = (this.#keeper = new Keeper(recordId(location.pathname, name), {
      snapshot: () => this.#snapshot(),
      changed: () => this.#draw(),
      open: openIndexed,
      lock: takeLock,
      freed: () => void this.#controller?.begin(undefined),
      now: () => Date.now(),
    }));
    if (this.getAttribute("storage") !== "none") await keeper.open();
    return keeper;
  }

  #snapshot(): Snapshot {
    const { model } = this.#running();
    const { organization = "" } = model.engine.about();
    const left = (this.#place = this.#leftAt());
    return { left, bytes: model.bytes(), organization, answers: model.answered, dirty: model.dirty };
  }

  /** Where the person is, and as much of what stands in fields as a draft keeps. */
  #leftAt(): LeftAt {
    const controller = this.#running();
    let size = 0;
    const fields = controller.pending().filter(({ text }) => (size += text.length) <= FIELDS_MAX);
    return { route: controller.model.route, item: this.#mount && focusedItem(this.#mount), fields, ...controller.sinceFile() };
  }

  /** A person who has only looked elsewhere since the last write goes on there too. */
  #leave(): void {
    const controller = this.#controller;
    if (!controller) return;
    controller.takeOver();
    const { route, item } = this.#leftAt();
    if (!controller.question && (route !== this.#place?.route || item !== this.#place.item)) this.#keeper?.touched();
  }

  /** Goes on where the element was taken out of the page, or begins. */
  async #begin(controller: Controller): Promise<void> {
    const left = this.#left;
    const given = this.#pending;
    this.#left = undefined;
    this.#pending = undefined;
    if (given || !left || left.isUndecided) return controller.begin(given);
    const { model } = controller;
    await model.load(left.bytes);
    controller.mark = left.mark;
    if (left.dirty) controller.unsaved(left);
    model.route = left.route;
    controller.refill(left.fields);
    for (const [id, mapped] of left.mapped) model.map(id, mapped);
  }

  /** What is written when the page is hidden or left, and whether the browser is to ask. */
  #watchLeaving(): Watch {
    const left = (): void => {
      this.#leave();
      void this.#keeper?.flush();
    };
    return watchLeaving({
      left,
      gone: () => {
        this.#leave();
        this.#keeper?.suspend();
      },
      back: () => void this.#keeper?.resume(),
      loses: () => this.#loses(),
    });
  }

  #loses(): boolean {
    const controller = this.#controller;
    if (!controller) return false;
    // What is being written is on its way: only where that cannot be must the person know.
    const drafted = this.#keeper?.keeping === "on";
    // The draft keeps what stands in fields too, up to a size.
    const pending = controller.pending().length - (drafted ? this.#leftAt().fields.length : 0);
    return losses({ dirty: controller.model.dirty, drafted, pending }).length > 0;
  }

  #failed(cause: unknown): void {
    const problems = problemsOfStart(cause);
    this.#failure = problems[0];
    this.#emit("annexa-error", { problems }, false);
    this.#draw();
  }

  async #showLanguage(): Promise<void> {
    await startWords(wantedLanguage(this)).catch(() => this.#controller?.report([missingPart("lang")]));
    this.#wordsChanged();
  }

  #wordsChanged(): void {
    this.#controller?.model.name();
    this.#draw();
  }

  #retry(): void {
    this.#ready = undefined;
    this.ready.catch(() => undefined);
    this.#draw();
  }

  #dispose(): void {
    const controller = this.#controller;
    this.#watch?.stop();
    this.#watch = undefined;
    controller?.takeOver();
    this.#keeper?.suspend();
    if (controller) {
      const { model, question } = controller;
      const { dirty, route, mapped } = model;
      const bytes = model.engine.save();
      this.#left = { ...controller.sinceFile(), bytes, dirty, route, fields: controller.pending(), mapped: new Map(mapped), isUndecided: question?.isFirst ?? false };
      controller.dispose();
      model.free();
      this.#emit("annexa-detach", { bytes: bytes.slice(), dirty }, false);
    }
    this.#controller = undefined;
    this.#ready = undefined;
    this.#attempt += 1;
    if (this.#mount) erase(this.#mount);
  }

  #emit(type: string, detail: unknown, cancelable: boolean): boolean {
    return this.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
    );
  }

  #draw(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => unlessPressed(this.#drawDue));
  }

  readonly #drawDue = (): void => {
    this.#drawing = false;
    this.#drawNow();
  };

  #drawNow(): void {
    if (!this.#mount || !this.isConnected) return;
    this.#watch?.guard(this.#loses());
    this.#mount.lang = language();
    // The direction of its own words, whatever the page's is.
    this.#mount.dir = direction();
    draw(this.#mount, {
      controller: this.#controller,
      failure: this.#failure,
      retry: () => this.#retry(),
      level: this.headingLevel,
      narrow: this.#narrow,
      words: wordsEdition(),
    });
  }

  #focus(id: string): void {
    this.#drawNow();
    if (this.#mount) focusIn(this.#mount, id);
  }
}
