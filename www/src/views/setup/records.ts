/** What the engine tells of the set-up: canonical JSON by its members. */

import type { Mode, Question, Verdict } from "../../document.js";

/** `annexa-context`. */
export interface ContextView {
  readonly mode: Mode;
  readonly mode_is_chosen: boolean;
  readonly questions: readonly AskedView[];
  readonly suggestions: readonly SuggestionView[];
}

export interface AskedView {
  readonly id: Question;
  readonly text: string;
  readonly help: string;
  /** A word or a number; none while nobody answered. */
  readonly answer?: string | null;
  readonly options: readonly { readonly word: string; readonly text: string }[];
  readonly steps: readonly CountStepView[];
}

export interface CountStepView {
  readonly from: number;
  readonly to?: number | null;
  readonly typical: number;
}

export interface SuggestionView {
  readonly control: string;
  readonly question: Question;
  readonly text: string;
  readonly justification: string;
  readonly decision?: Verdict | null;
  readonly offered: boolean;
}

interface Line {
  readonly text: string;
}

/** `annexa-choice`. */
export interface ChoiceView {
  readonly mode?: Mode | null;
  readonly standard?: "27001" | "27002" | "both" | null;
  readonly recommendation: string;
  readonly because: readonly Line[];
  readonly also?: string | null;
  readonly benefit?: string | null;
  readonly complexity: readonly Line[];
  readonly costs: readonly (Line & { readonly about: string })[];
  readonly assumptions: readonly Line[];
  readonly overdone: readonly Line[];
}
