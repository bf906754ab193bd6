/** The answers to the chooser's questions, which stay on the page; only the mode goes into the file. */

import type { Mode } from "../../document.js";
import { parsed } from "../../derived.js";
import type { ChoiceView } from "./records.js";
import type { Setup } from "./setup.js";

export type YesOrNo = "yes" | "no";
export type Answers = Readonly<Record<string, YesOrNo | undefined>>;

/** What a person typed about money; empty where nothing stands. */
export interface Rates {
  readonly own: string;
  readonly bought: string;
  readonly currency: string;
}

interface Chosen {
  readonly answers: Answers;
  readonly rates: Rates;
}

const kept = new WeakMap<Setup, Chosen>();

const of = (setup: Setup): Chosen => kept.get(setup) ?? { answers: {}, rates: { own: "", bought: "", currency: "" } };

export const ratesOf = (setup: Setup): Rates => of(setup).rates;

export const setRates = (setup: Setup, rates: Partial<Rates>): void => {
  kept.set(setup, { ...of(setup), rates: { ...ratesOf(setup), ...rates } });
};

/** What was answered on this page. */
export const answersOf = (setup: Setup): Answers => of(setup).answers;

export const isAnswered = (answers: Answers): boolean => Object.values(answers).some((answer) => answer !== undefined);

/** The choice of the start under which a mode stands. */
export const START_OF: { readonly [mode in Mode]: string } = {
  certify: "certificate",
  establish: "manage",
  manage_by_risk: "manage",
  demonstrate: "show",
  guidance: "guidance",
  improve: "guidance",
  no_certificate: "guidance",
  reference: "reference",
};

/** Answers that lead to a mode, for an assessment that has one and nobody's answers. */
const LEADING: { readonly [mode in Mode]: Answers } = {
  certify: { certificate_wanted: "yes", controls_guidance: "yes" },
  establish: { risk_based: "yes", controls_guidance: "yes" },
  manage_by_risk: { risk_based: "yes", isms_exists: "yes", controls_guidance: "yes" },
  demonstrate: { show_customers: "yes" },
  guidance: { controls_guidance: "yes" },
  improve: { improve_controls: "yes", isms_exists: "yes" },
  no_certificate: { reference: "no" },
  reference: { reference: "yes" },
};

/** What the answers recommend, or what the stored mode stands for; nothing where neither is there. */
export function recommended(setup: Setup): ChoiceView | undefined {
  const own = answersOf(setup);
  const { mode, mode_is_chosen } = setup.context();
  const answers = isAnswered(own) ? own : mode_is_chosen ? LEADING[mode] : {};
  const choice = choiceOf(setup, answers);
  return choice.mode ? choice : undefined;
}

/** What some answers recommend. */
export function choiceOf(setup: Setup, answers: Answers): ChoiceView {
  const with_ = (answer: YesOrNo): string[] => Object.keys(answers).filter((asked) => answers[asked] === answer);
  const { own, bought, currency } = ratesOf(setup);
  return setup.derived.use((report, engine) =>
    parsed<ChoiceView>(report.choiceJson(engine, with_("yes"), with_("no"), own, bought, currency)),
  );
}

/** Takes answers over, and with them the mode that they recommend. */
export function answer(setup: Setup, answers: Answers, said: (mode: Mode | undefined) => string): void {
  kept.set(setup, { ...of(setup), answers });
  const mode = choiceOf(setup, answers).mode ?? undefined;
  const { mode: now, mode_is_chosen } = setup.context();
  if (mode === (mode_is_chosen ? now : undefined)) return setup.controller.draw();
  setup.change(() => said(mode), (report, engine) => report.setMode(engine, mode));
}

/** Forgets answers that no longer lead to the mode: another change has set it, or taken it back. */
export function settle(setup: Setup): void {
  const own = answersOf(setup);
  const { mode, mode_is_chosen } = setup.context();
  if (isAnswered(own) && (choiceOf(setup, own).mode ?? undefined) !== (mode_is_chosen ? mode : undefined)) {
    kept.set(setup, { ...of(setup), answers: {} });
  }
}
