/** What follows for a certification: the statement, its approval, the gates, documents and audits. */

import type { ApprovalView, ChangedView } from "../../../generated/report.js";
import type { LintView, Outcome } from "../../api.js";
import type { AnswerRecord, Applicability, AssessmentRecord, DocumentState, EventKind, Grade, Implementation, InclusionReason } from "../../document.js";
import { derived, parsed, type Derived } from "../../derived.js";
import type { Model } from "../../model.js";
import { joined, t } from "../../words/words.js";
import type { EffortRecord } from "../parts/effort.js";

/** Members that canonical JSON leaves out where they say nothing. */
export interface ReasonRecord {
  readonly reason: InclusionReason;
  readonly reference?: string;
  readonly driver: "treats" | "holds" | "obliged" | "stated";
  readonly entry?: string;
  readonly obligation?: string;
  readonly from?: string;
  readonly also_stated: boolean;
}

export interface SoaRow {
  readonly id: string;
  readonly title: string;
  readonly theme?: string;
  readonly applicability: Applicability;
  readonly inclusion: readonly ReasonRecord[];
  readonly inclusion_text?: string;
  readonly exclusion?: string;
  readonly justification?: string;
  readonly provider?: string;
  readonly implementation: Implementation;
  readonly plan: readonly { readonly due: string; readonly owner?: string; readonly action?: string }[];
  readonly owner?: string;
  readonly evidence: readonly string[];
  readonly comparison?: Comparison;
  readonly contradictions: readonly string[];
  readonly changed?: string;
}

export type Comparison = "chosen" | "already_there" | "not_necessary" | "undecided";

interface Totals {
  readonly applicable: number;
  readonly excluded: number;
  readonly inherited: number;
}

export interface SoaRecord {
  readonly totals: Totals;
  readonly all_totals?: Totals;
  readonly compared: { readonly controls: number; readonly undecided: number; readonly contradictions: number; readonly text: string };
  readonly rows: readonly SoaRow[];
}

export type Verdict = "met" | "unknown" | "blocks";

export interface ConditionRecord {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly place: string;
  readonly grounds: readonly {
    readonly reason: string;
    readonly verdict: Verdict;
    readonly text: string;
    readonly about: readonly { readonly id: string; readonly label: string }[];
  }[];
  /** What it takes where it blocks and something is known of the work. */
  readonly effort?: EffortRecord;
  readonly waits_for?: readonly string[];
}

export interface GateRecord {
  readonly state: "blocked" | "waits" | "unknown" | "nothing_known_blocks";
  /** What all that blocks takes together. */
  readonly effort?: EffortRecord;
  readonly conditions: readonly ConditionRecord[];
}

export interface GatesRecord {
  readonly stage_1?: GateRecord;
  readonly stage_2?: GateRecord;
}

export interface PaperRow {
  readonly id?: string;
  readonly title: string;
  readonly source?: string;
  readonly needed_from?: string;
  readonly state: DocumentState;
  readonly owner?: string;
  readonly version?: string;
  readonly date?: string;
  readonly review_due?: string;
  readonly overdue: boolean;
  readonly link?: string;
  readonly waits_for?: readonly string[];
}

export interface PapersRecord {
  readonly scope: string;
  readonly documents: readonly PaperRow[];
  readonly events: readonly { readonly id: string; readonly kind: EventKind; readonly counts: boolean }[];
  readonly nonconformities: readonly {
    readonly id: string;
    readonly label?: string;
    readonly grade: Grade;
    readonly what: string;
    readonly item?: string;
    readonly closed: boolean;
    readonly days_open?: number;
    readonly owner?: string;
  }[];
}

interface Facts {
  readonly soa: () => SoaRecord;
  readonly gates: () => GatesRecord;
  readonly papers: () => PapersRecord;
  readonly approval: () => ApprovalView;
  /** The digest of the content, which takes longer than everything else: for whoever shows it. */
  readonly hash: () => string;
  /** The answers by their items, those to own controls too. */
  readonly answers: () => ReadonlyMap<string, AnswerRecord>;
  readonly file: () => AssessmentRecord;
  readonly lint: () => readonly LintView[];
}

const kept = new WeakMap<Derived, Facts>();

/** What the views show; each is made again only after a change. */
export function factsOf(model: Model): Facts {
  const all = derived(model);
  const known = kept.get(all);
  if (known) return known;
  const facts: Facts = {
    soa: all.once((report, engine): SoaRecord => parsed(report.soaShown(engine))),
    gates: all.once((report, engine, today): GatesRecord => parsed(report.gatesShown(engine, today) ?? EMPTY)),
    papers: all.once((report, engine, today): PapersRecord => parsed(report.papersShown(engine, today) ?? EMPTY)),
    approval: all.once((report, engine, today): ApprovalView => {
      const outcome = report.approval(engine, today);
      return outcome.ok ? outcome.value : NEVER;
    }),
    hash: all.once((_report, engine) => engine.hash()),
    answers: all.once(() => new Map(all.document().answers.map((answer) => [answer.id, answer]))),
    file: all.document,
    lint: all.lint,
  };
  kept.set(all, facts);
  return facts;
}

const EMPTY = new TextEncoder().encode("{}");
const NEVER: ApprovalView = { state: "never", by: "", on: "", version: "", changed: [], digest: "" };

/** Changes that a view of the certification makes; each can be taken back. */
export const changes = (model: Model) => {
  const all = derived(model);
  return {
    include: (ids: readonly string[], reason: string, reference: string, words: string): Outcome<ChangedView> =>
      all.change((report, engine) => report.includeControls(engine, [...ids], reason, reference, words)),
    exclude: (ids: readonly string[], reason: string, justification: string, review: string): Outcome<ChangedView> =>
      all.change((report, engine) => report.excludeControls(engine, [...ids], reason, justification, review)),
    answer: (answer: AnswerRecord): Outcome<ChangedView> => all.change((report, engine) => report.putAnswer(engine, JSON.stringify(answer))),
    approve: (by: string, version: string): Outcome<ChangedView> => all.change((report, engine) => report.approveSoa(engine, by, version)),
    withdraw: (): Outcome<ChangedView> => all.change((report, engine) => report.withdrawSoa(engine)),
    paper: (record: object): Outcome<ChangedView> => all.change((report, engine) => report.setDocument(engine, JSON.stringify(record))),
    removePaper: (name: string): Outcome<ChangedView> => all.change((report, engine) => report.removeDocument(engine, name)),
    finding: (item: string, what: string): Outcome<ChangedView> => all.change((report, engine) => report.recordFinding(engine, item, what)),
    put: (register: string, record: object): Outcome<ChangedView> => all.put(register, record),
    patch: (register: string, id: string, members: object): Outcome<ChangedView> => all.patch(register, id, members),
    remove: (register: string, id: string): Outcome<ChangedView> => all.remove(register, id, true),
  };
};

/** How many names stand in a sentence. */
const NAMED_MAX = 3;

/** What something waits for: clauses and controls by their numbers, documents by their titles, or by theirs where there is little room. */
export function awaited(model: Model, ids: readonly string[], by: "title" | "source" = "title"): string {
  const { documents } = factsOf(model).papers();
  const names = ids.map((id) => documents.find((row) => row.id === id)?.[by] ?? id);
  const more = names.length - NAMED_MAX;
  return more > 0 ? t("certification.andMore", { names: joined(names.slice(0, NAMED_MAX)), count: more }) : joined(names);
}

/** Controls that are in, and nothing says why: no risk, no obligation, no reason of a person. */
export const withoutReason = (model: Model): SoaRow[] =>
  factsOf(model).soa().rows.filter(({ applicability, inclusion }) => applicability !== "excluded" && inclusion.length === 0);

/** What keeps the statement from being approved, whatever is still undecided. */
const ERRORS: readonly string[] = [
  "L-EXCLUDED-USED",
  "L-EXCLUDED-OBLIGED",
  "L-APPLICABLE-NO-REASON",
  "L-INHERITED-NO-PROVIDER",
  "L-EXCLUDED-NO-JUSTIFICATION",
];

/** Each error of the statement by its control. */
export const soaErrors = (model: Model): { id: string; message: string }[] =>
  factsOf(model)
    .lint()
    .filter(({ code, severity }) => severity === "error" && ERRORS.includes(code))
    .flatMap(({ items }) => items);
