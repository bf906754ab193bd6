/** The roadmap as the engine gives it, what is tried with it, and where its steps are. */

import type { Controller } from "../../controller.js";
import { derived, parsed, type Derived } from "../../derived.js";
import type { Model } from "../../model.js";
import { documentTitle } from "../../names.js";
import { entryOr, t } from "../../words/words.js";
import { day } from "../parts/day.js";
import { useKept } from "../parts/kept.js";
import type { EffortRecord } from "../parts/effort.js";
import { controlOf, rowOf, type Place } from "../parts/places.js";
import { useUi } from "../ui.js";

export type StepKind = "nc" | "risk" | "item" | "doc" | "act";
export type PhaseName = "foundation" | "decide" | "build" | "operate" | "check";

export interface TotalRecord extends EffortRecord {
  readonly steps: number;
  readonly text: string;
}

export interface PhaseRecord {
  readonly phase: PhaseName;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly total: TotalRecord;
}

export interface NodeRecord {
  readonly kind: StepKind;
  readonly id: string;
  readonly label: string;
}

export interface LinkRecord extends NodeRecord {
  readonly because: string;
}

export interface StepRecord extends NodeRecord {
  readonly title: string;
  readonly phase: PhaseName;
  readonly phase_text: string;
  readonly is_ready: boolean;
  readonly owner?: string;
  readonly due?: string;
  readonly role?: string;
  readonly outside?: string;
  readonly low_cd: number;
  readonly likely_cd: number;
  readonly high_cd: number;
  readonly figure: "row" | "reckoned" | "said" | "counted_in" | "elsewhere" | "unknown";
  readonly figure_text: string;
  readonly priority: number;
  readonly inherited: number;
  readonly parts: readonly { readonly part: string; readonly points: number; readonly weight: number; readonly text: string }[];
  readonly conditions: readonly string[];
  readonly risks: readonly { readonly id: string; readonly label: string }[];
  readonly waits_for: readonly LinkRecord[];
  readonly unlocks: readonly LinkRecord[];
  readonly ahead_text: string;
  readonly why: readonly { readonly text: string }[];
}

export interface RoadmapRecord {
  readonly today: string;
  readonly total: TotalRecord;
  readonly stage_1?: TotalRecord;
  readonly stage_2?: TotalRecord;
  readonly phases: readonly PhaseRecord[];
  readonly calendar?: { readonly capacity_cd_week: number; readonly is_known: boolean };
  /** What one's own days cost, where a rate is tried. */
  readonly amount?: { readonly day_rate: number; readonly currency: string; readonly from: number; readonly to: number };
  readonly assumptions: { readonly sentences: readonly { readonly text: string }[] };
  readonly circles: readonly { readonly members: readonly NodeRecord[] }[];
  readonly steps: readonly StepRecord[];
}

export interface OverRecord {
  readonly withheld_text?: string;
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly code: string;
    readonly looked: readonly { readonly what: string; readonly is_found: boolean; readonly text: string }[];
    readonly overdone: readonly { readonly code: string; readonly text: string }[];
  }[];
  readonly plans: readonly { readonly id: string; readonly label: string; readonly waits_for: number }[];
  readonly cheap: readonly string[];
  readonly cheap_text?: string;
  readonly carrying: readonly { readonly id: string; readonly carries: string }[];
}

/** What is tried without being kept in the assessment. */
export interface Tried {
  readonly capacity_cd?: number | undefined;
  readonly rate?: string | undefined;
  readonly currency?: string | undefined;
}

export interface Planning {
  readonly controller: Controller;
  readonly model: Model;
  readonly derived: Derived;
  readonly roadmap: RoadmapRecord;
  readonly tried: Tried;
  readonly try: (tried: Tried) => void;
  readonly over: () => OverRecord;
  readonly csv: (give: (file: Blob) => void) => void;
}

interface Kept {
  readonly over: () => OverRecord;
  of: string;
  roadmap: (() => RoadmapRecord) | undefined;
}

const kept = new WeakMap<Derived, Kept>();

/** What the views show; the roadmap is made again only after a change, or where something else is tried. */
export function usePlan(): Planning {
  const { controller } = useUi();
  const { model } = controller;
  const all = derived(model);
  const [tried, setTried] = useKept<Tried>("roadmap tried", {});
  let known = kept.get(all);
  if (!known) {
    known = { over: all.once((report, engine, today): OverRecord => parsed(report.overJson(engine, today) ?? EMPTY)), of: "", roadmap: undefined };
    kept.set(all, known);
  }
  const of = JSON.stringify(tried);
  if (known.of !== of || !known.roadmap) {
    const rate = tried.rate ? Number(tried.rate) : undefined;
    known.of = of;
    known.roadmap = all.once((report, engine, today): RoadmapRecord => parsed(report.roadmapJson(engine, today, tried.capacity_cd, rate, tried.currency) ?? EMPTY));
  }
  const { over, roadmap } = known;
  return {
    controller,
    model,
    derived: all,
    roadmap: roadmap(),
    tried,
    try: setTried,
    over,
    csv: (give) => {
      const file = all.use((report, engine, today) => report.roadmapCsv(engine, today));
      if (file) give(file);
    },
  };
}

/** Asked for a day that is none, which a clock never shows. */
const EMPTY = new TextEncoder().encode("{}");

/** A step is told from every other by its kind and id. */
export const keyOf = ({ kind, id }: Pick<NodeRecord, "kind" | "id">): string => `${kind} ${id}`;

export const circleKey = (members: readonly NodeRecord[]): string => members.map(keyOf).join(" ");

/** Where a step is changed; nothing where there is no view for it. */
export function placeOf(model: Model, { kind, id }: Pick<NodeRecord, "kind" | "id">): Place | undefined {
  const registers = { risk: "risks", doc: "documents", act: "actions", nc: "nonconformities" } as const;
  return kind === "item" ? controlOf(model, id) : rowOf(model, registers[kind], id);
}

/** What a step is called: a document by its title, since nobody knows its id. */
export const nameOf = ({ kind, id, label }: NodeRecord): string => (kind === "doc" ? documentTitle(id) : label);

/** Days, conditions of gates and documents, as sentences of the engine have them. */
const NAMES = /\b(?:\d{4}-\d{2}-\d{2}|S[12]-[A-Z]+|D\.\d[\w.]*\w(?:-[a-z]+)*)/g;

/** A sentence of the engine with its days and names as a person knows them. */
export const readable = (text: string): string =>
  text.replace(NAMES, (name) => (/^\d/.test(name) ? day(name) : /^S/.test(name) ? t("planning.quoted", { text: entryOr(`gates.${name}.title`, name) }) : documentTitle(name)));
