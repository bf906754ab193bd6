/** The types that the widget's users and its own modules share. The engine's come from Rust. */

import type { Delta, Engine, Outcome, ProblemView } from "../generated/annexa.js";

export type {
  AboutRecord,
  AnswerRecord,
  Applicability,
  CatalogueView,
  ChapterView,
  CrosswalkInput,
  Delta,
  ExplanationView,
  FindingRecord,
  Force,
  GapView,
  Implementation,
  ItemStateView,
  ItemView,
  LintView,
  Outcome,
  PluginFacts,
  ProblemView,
  Response,
  ScoreView,
  SoaRowView,
  SoaView,
} from "../generated/annexa.js";

/** The engine as the widget uses it. */
export type EngineView = Pick<Engine, keyof Engine>;

/** `annexa-change`: an answer changed; `delta` holds what followed from it. */
export type ChangeEvent = CustomEvent<{ readonly id: string; readonly delta: Delta }>;

/** `annexa-error`: something that was asked for did not happen; the state is as before. */
export type ErrorEvent = CustomEvent<{ readonly problems: readonly ProblemView[] }>;

/** `annexa-save`: the person wants the file. Prevent the default to store it yourself. */
export type SaveEvent = CustomEvent<{ readonly bytes: Uint8Array; readonly fileName: string }>;

/** What `load` found: ids that this catalogue does not know, which are kept in the file. */
export type LoadOutcome = Outcome<{ unknown: string[] }>;
