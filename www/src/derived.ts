/** What is derived from an assessment in words: computed once for a revision, and only when it is shown. */

import init, { Report } from "../generated/report.js";
import type { ExplanationView, GapView, LintView, SoaView } from "./api.js";
import { isoDate } from "./format.js";
import type { Model } from "./model.js";
import { platform } from "./platform/platform.js";
import { everyWord, wordsBytes } from "./words/load.js";
import { wordsEdition } from "./words/words.js";

let ready: Promise<unknown> | undefined;

/** Brings the module and all words of the language; a failure is not kept. */
export async function startReports(): Promise<void> {
  ready ??= platform().report().then((bytes) => init({ module_or_path: bytes }));
  try {
    await Promise.all([ready, everyWord()]);
  } catch (cause) {
    ready = undefined;
    throw cause;
  }
}

const kept = new WeakMap<Model, Derived>();

/** What is derived from a model's assessment. */
export function derived(model: Model): Derived {
  const known = kept.get(model);
  if (known) return known;
  const made = new Derived(model, () => new Report());
  kept.set(model, made);
  return made;
}

export class Derived {
  readonly #report: Report;
  #words = -1;
  #revision = -1;

  constructor(
    private readonly model: Model,
    make: () => Report,
    private readonly today = () => isoDate(new Date()),
  ) {
    this.#report = make();
    if (model.ownCatalogue) this.#report.useCatalogue(model.ownCatalogue);
  }

  /** What stands below target. */
  readonly gaps = this.#once((report): GapView[] => report.gaps());

  /** The Statement of Applicability. */
  readonly soa = this.#once((report): SoaView => report.soa());

  /** What the checks find today. */
  readonly lint = this.#once((report): LintView[] => {
    const found = report.lint(this.today());
    return found.ok ? found.value : [];
  });

  /** The arithmetic behind a score. */
  explain(key: string): ExplanationView | undefined {
    return this.#current().explain(key);
  }

  /** A table as a file of CSV. */
  csv(what: "soa" | "gaps"): Blob {
    const report = this.#current();
    return what === "soa" ? report.soaCsv() : report.gapsCsv();
  }

  /** Scores, gaps and totals as canonical JSON. */
  json(): Uint8Array {
    return this.#current().report();
  }

  /** The report on what the model holds now, in the language that is shown. */
  #current(): Report {
    const { edits, revision, engine } = this.model;
    if (this.#words !== wordsEdition()) {
      const { files, own } = wordsBytes();
      const set = this.#report.setWords(files, own);
      if (!set.ok) throw new TypeError(set.problems.map(({ code, place }) => `${code} ${place}`).join(", "));
      this.#words = wordsEdition();
    }
    if (this.#revision !== edits + revision) {
      this.#report.load(engine.save());
      this.#revision = edits + revision;
    }
    return this.#report;
  }

  /** A computation that is made again only after a change, on another day, or in another language. */
  #once<T>(compute: (report: Report) => T): () => T {
    let last: { readonly of: string; readonly value: T } | undefined;
    return () => {
      const of = `${this.model.revision} ${this.today()} ${wordsEdition()}`;
      if (last?.of !== of) last = { of, value: compute(this.#current()) };
      return last.value;
    };
  }
}
