/** What the risk views know: the register on this day, the criteria with their names, and the commands. */

import type { ChangedView, ThreatsView } from "../../../generated/report.js";
import type { LintView, Outcome } from "../../api.js";
import type { Controller } from "../../controller.js";
import { derived, parsed, type Derived } from "../../derived.js";
import type { AssessmentRecord, CriteriaRecord, GroupRecord, RiskRecord } from "../../document.js";
import type { Model } from "../../model.js";
import { entryOr, joined, t } from "../../words/words.js";
import { useUi } from "../ui.js";
import { registerView, triedView, type RegisterView, type RiskView, type TriedView } from "./rows.js";

/** The sizes of matrix that are offered ready. */
export const SIZES = ["3x3", "4x4", "5x5"] as const;
export type Size = (typeof SIZES)[number];

export interface Risks {
  readonly controller: Controller;
  readonly model: Model;
  readonly derived: Derived;
  readonly document: AssessmentRecord;
  readonly register: RegisterView;
  /** The criteria that hold; the usual ones where nobody has set any. */
  readonly criteria: CriteriaRecord;
  /** Whether somebody has set them. */
  readonly hasCriteria: boolean;
}

interface Kept {
  readonly register: () => RegisterView;
  readonly threats: () => ThreatsView;
  readonly lint: () => readonly LintView[];
}

const kept = new WeakMap<Model, Kept>();

function keptOf(model: Model): Kept {
  let known = kept.get(model);
  if (!known) {
    const from = derived(model);
    known = {
      register: from.once((report, engine, today) => {
        const outcome = report.risks(engine, today);
        return outcome.ok ? registerView(outcome.value) : { current: NOTHING, exposure: NOTHING, planned: NOTHING, risks: [] };
      }, from.ofRisks),
      threats: from.once((report, engine) => report.threats(engine)),
      lint: from.lint,
    };
    kept.set(model, known);
  }
  return known;
}

const NOTHING = { cells: [], gone: 0, drafts: 0 };

export function useRisks(): Risks {
  const { controller } = useUi();
  const { model } = controller;
  const from = derived(model);
  const document = from.document();
  const { criteria } = document;
  return {
    controller,
    model,
    derived: from,
    document,
    register: keptOf(model).register(),
    criteria: criteria ?? ready(from, "4x4"),
    hasCriteria: criteria !== undefined,
  };
}

export const registerOf = (model: Model): RegisterView => keptOf(model).register();
export const threatsOf = (model: Model): ThreatsView => keptOf(model).threats();
export const lintOf = (model: Model): readonly LintView[] => keptOf(model).lint();

/** Criteria that are offered ready, named in the language that is shown. */
export function ready(from: Derived, size: Size): CriteriaRecord {
  const bytes = from.use((report) => report.readyCriteria(size));
  if (!bytes) throw new TypeError(size);
  const criteria = parsed<CriteriaRecord>(bytes);
  const step = (it: CriteriaRecord["likelihood"][number]) => ({
    ...it,
    name: entryOr(`risks.ready.${size}.${it.word}.name`, it.name),
    anchor: entryOr(`risks.ready.${size}.${it.word}.anchor`, it.anchor ?? ""),
  });
  return {
    ...criteria,
    likelihood: criteria.likelihood.map(step),
    consequence: criteria.consequence.map(step),
    levels: criteria.levels.map((level) => ({ ...level, name: entryOr(`risks.ready.level.${level.word}`, level.name) })),
    may_accept: (criteria.may_accept ?? []).map(({ level, roles = [] }) => ({ level, roles: roles.map((role) => entryOr(`risks.ready.role.${role.replaceAll(" ", "_")}`, role)) })),
  };
}

/** A risk's record beside where it stands. */
export interface Row {
  readonly view: RiskView;
  readonly record: RiskRecord;
}

/** Every risk, the most urgent first. */
export function rowsOf({ register, document }: Risks): Row[] {
  const records = new Map((document.risks ?? []).map((risk) => [risk.id ?? "", risk]));
  return register.risks.flatMap((view) => {
    const record = records.get(view.id);
    return record ? [{ view, record }] : [];
  });
}

/** What people call a risk: its label and title. */
export const labelOf = (record: { readonly id?: string; readonly label?: string }): string => record.label || (record.id ?? "");

export const levelName = (criteria: CriteriaRecord, word: string): string => criteria.levels.find((level) => level.word === word)?.name ?? word;
export const stepName = (criteria: CriteriaRecord, scale: "likelihood" | "consequence", word: string | undefined): string =>
  criteria[scale].find((step) => step.word === word)?.name ?? word ?? "";

/** The dimensions of a consequence; the last one only where the criteria name it. */
export const DIMENSIONS = ["a", "c", "i", "x"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Whether a level lies above the line. */
export function isAbove({ levels, accept_up_to }: CriteriaRecord, word: string): boolean {
  const place = (wanted: string): number => levels.findIndex((level) => level.word === wanted);
  return place(word) > place(accept_up_to);
}

/** The name of the fourth dimension: of the criteria, else safety where machines are steered; empty where nobody asks for one. */
export const otherName = ({ criteria, document }: Risks): string => criteria.other_dimension || (document.context?.ot === "yes" ? t("risks.safety") : "");

/** Whether the fourth dimension is asked for by the context alone, and no criteria name it yet. */
export const asksSafety = (risks: Risks): boolean => otherName(risks) !== "" && !risks.criteria.other_dimension;

/** A risk with what comes into being together with it. */
export interface Keeping {
  readonly risk: RiskRecord;
  readonly group?: GroupRecord | undefined;
  readonly action?: { readonly what: string; readonly owner?: string; readonly due?: string; readonly controls?: readonly string[] } | undefined;
}

/** The criteria that come with a risk: the usual ones with the first, and the name of a dimension that it is the first to use. */
function criteriaWith(risks: Risks, risk: RiskRecord): string {
  const { criteria, hasCriteria } = risks;
  const isNamed = asksSafety(risks) && [risk.current, risk.inherent, risk.treatment?.residual].some((it) => it?.x);
  return hasCriteria && !isNamed ? "" : JSON.stringify(isNamed ? { ...criteria, other_dimension: otherName(risks) } : criteria);
}

const texts = (risks: Risks, { risk, group, action }: Keeping): [string, string, string, string] => [
  JSON.stringify(risk),
  criteriaWith(risks, risk),
  group ? JSON.stringify(group) : "",
  action ? JSON.stringify(action) : "",
];

/** What would hold of a risk if it were kept like this; nothing where it could not be. */
export function tried(risks: Risks, keeping: Keeping): TriedView | undefined {
  const outcome = risks.derived.use((report, engine, today) => report.tryRisk(engine, today, ...texts(risks, keeping)));
  return outcome.ok && outcome.value ? triedView(outcome.value) : undefined;
}

/** Keeps a risk, in one step with what belongs to it. */
export const keepRisk = (risks: Risks, keeping: Keeping): Outcome<ChangedView> =>
  risks.derived.change((report, engine) => report.keepRisk(engine, ...texts(risks, keeping)));

/** Who accepts a risk, on which authority, and until when. */
export interface Accepting {
  readonly by: string;
  readonly role: string;
  readonly until: string;
  readonly why: string;
}

/** Keeps a risk and accepts it, in one step. */
export const keepAccepted = (risks: Risks, { risk }: Keeping, { by, role, until, why }: Accepting): Outcome<ChangedView> =>
  risks.derived.change((report, engine) => report.keepAccepted(engine, JSON.stringify(risk), by, role, until, why));

/** Names in a sentence. */
export const joinedWords = joined;

/** What was said of the last change, and whether it has been taken back. */
interface Said {
  readonly text: string;
  readonly isBack: boolean;
}

const lastSaid = new WeakMap<Model, Said>();

export const said = (model: Model): Said => lastSaid.get(model) ?? { text: "", isBack: false };

/** Lets the draft, the host page and the live region know what came of a command. */
export function settle(risks: Risks, outcome: Outcome<ChangedView>, words: string | ((changed: ChangedView) => string)): boolean {
  const { controller } = risks;
  if (!outcome.ok) {
    controller.refuse(outcome.problems, t("risks.refused"));
    return false;
  }
  const text = typeof words === "string" ? words : words(outcome.value);
  controller.model.problems = [];
  lastSaid.set(risks.model, { text, isBack: false });
  controller.registered(outcome.value.ids, outcome.value.dropped, text);
  return true;
}

/** Takes the last change back, and says so. */
export function takeBack(risks: Risks): void {
  const { isBack } = said(risks.model);
  risks.derived.takeBack();
  const text = isBack ? t("risks.madeAgain") : t("risks.takenBack");
  lastSaid.set(risks.model, { text, isBack: !isBack });
  risks.controller.registered([], [], text);
  risks.controller.focusOn("undo");
}
