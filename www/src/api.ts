/** The types that the widget's users and its own modules share. The engine's come from Rust. */

import type { ChapterFacts, Engine, ItemFacts, ItemStateView, Response, ScoreView } from "../generated/annexa.js";
import type { AboutRecord, AnswerRecord } from "./document.js";
import type { Former } from "./model.js";

export type { AboutRecord, AnswerRecord } from "./document.js";

export type {
  Applicability,
  Force,
  Implementation,
  ItemStateView,
  Response,
  ScoreView,
} from "../generated/annexa.js";

export type { ChangedView, DeedView, ExplanationView, GapView, HistoryView, LintView, SoaRowView, SoaView, SourceStateRecord, StepView, TurnedView, WayView } from "../generated/report.js";

export type { CrosswalkInput, PluginFacts } from "../generated/crosswalk.js";

/** What is wrong, and what to do about it, in the language that is shown. */
export interface ProblemView {
  /** A stable code. */
  readonly code: string;
  /** Where it is. */
  readonly place: string;
  /** What is wrong. The sentences come when the first problem does; until then this is the code. */
  readonly message: string;
  /** What helps; empty until the sentences have come. */
  readonly fix: string;
}

/** What can fail and never throws; on problems nothing has changed. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: ProblemView[] };

/** An item as the page shows it: the engine's facts with the words of the language. */
export interface ItemView extends ItemFacts {
  readonly title: string;
  readonly question: string;
}

/** A chapter with its title. */
export interface ChapterView extends ChapterFacts {
  readonly title: string;
}

/** An attribute with the names of its values. */
export interface AttributeView {
  readonly id: string;
  readonly label: string;
  readonly values: readonly { readonly id: string; readonly label: string }[];
}

/** The catalogue as the page shows it. */
export interface CatalogueView {
  readonly id: string;
  readonly title: string;
  readonly chapters: readonly ChapterView[];
  readonly items: readonly ItemView[];
  readonly attributes: readonly AttributeView[];
}

/** What an answer changed: the item's new state, and the scores that are no longer what they were. */
export interface Delta {
  readonly item: ItemStateView;
  readonly scores: readonly ScoreView[];
  /**
   * The risks that name the control, by their places in the file's register: only of these something
   * else may hold now.
   */
  readonly risks: readonly number[];
  /** The response as it is now. */
  readonly response?: Response;
  /** The day of the last change, `2026-11-23`. */
  readonly changed?: string;
}

/** What a whole answer changed, and the answer as the engine keeps it: ids and dates are made there. */
export interface SetDelta extends Delta {
  readonly answer?: AnswerRecord;
}

/** The calls of the engine that take or give a record. */
interface Records {
  answer(id: string): AnswerRecord | undefined;
  set(answer: AnswerRecord): Outcome<SetDelta>;
  respond(id: string, response: Response | undefined): Outcome<Delta>;
  about(): AboutRecord;
  setAbout(about: AboutRecord): Outcome<undefined>;
  load(bytes: Uint8Array): LoadOutcome;
}

/** The engine as the widget uses it. */
export type EngineView = Omit<Engine, keyof Records> &
  Records & {
    /** The whole engine takes over what the first one did, so that it can take it back. */
    recall?(past: readonly Former[]): void;
  };

/** `annexa-change`: an answer changed; `delta` holds what followed from it. */
export type ChangeEvent = CustomEvent<{ readonly id: string; readonly delta: Delta }>;

/** `annexa-about`: what the assessment is about has changed. */
export type AboutEvent = CustomEvent<{ readonly about: AboutRecord }>;

/** `annexa-register`: what stands beside the answers has changed, such as a register of risks. */
export type RegisterEvent = CustomEvent<{
  /** The entries that were made or changed. */
  readonly ids: readonly string[];
  /** The entries that are gone. */
  readonly dropped: readonly string[];
}>;

/** Where an assessment came from: a file, a draft of this browser, nowhere, or the host page. */
export type OpenSource = "file" | "draft" | "anew" | "page";

/** `annexa-open`: another assessment took the place of the one that was on the screen. */
export type OpenEvent = CustomEvent<{ readonly from: OpenSource; readonly fileName?: string }>;

/** `annexa-detach`: the element was taken out of the page; `bytes` is what it held. */
export type DetachEvent = CustomEvent<{ readonly bytes: Uint8Array; readonly dirty: boolean }>;

/**
 * `annexa-error`: something that was asked for did not happen; the state is as before. It comes when
 * the sentences of its problems are there.
 */
export type ErrorEvent = CustomEvent<{ readonly problems: readonly ProblemView[] }>;

/**
 * `annexa-save`: the person wants the file. Prevent the default to store it yourself; where that
 * takes time, hand a promise to `waitUntil`. If it is rejected, the file counts as not saved.
 */
export type SaveEvent = CustomEvent<SaveDetail>;

export interface SaveDetail {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  waitUntil(stored: Promise<unknown>): void;
}

/** What `load` found: ids that this catalogue does not know, which are kept in the file. */
export type LoadOutcome = Outcome<{ unknown: string[] }>;
