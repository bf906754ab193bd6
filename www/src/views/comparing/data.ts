/** States, comparisons and measures as the engine gives them. */

import { derived, parsed, type Derived } from "../../derived.js";
import type { Model } from "../../model.js";
import { percent } from "../../format.js";
import { t, word } from "../../words/words.js";

export interface KeptRecord {
  readonly id: string;
  readonly name: string;
  readonly on: string;
  readonly note?: string;
  readonly items: number;
  readonly risks: number;
}

export type ClassName =
  | "worse" | "mixed" | "no_longer_known" | "better" | "now_known" | "changed"
  | "added" | "removed" | "not_comparable" | "new_in_edition" | "gone";
export type Subject = "implementation" | "maturity" | "applicability" | "finding" | "exposure" | "condition" | "document";

export interface ChangeRecord {
  readonly class: ClassName;
  readonly subject: Subject;
  readonly id: string;
  readonly label?: string;
  readonly title?: string;
  readonly made_from: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface ScoreRecord {
  readonly key: string;
  readonly from_bp: number | null;
  readonly to_bp: number | null;
  readonly difference_bp: number | null;
}

export interface ComparisonRecord {
  readonly from: { readonly on: string; readonly name?: string };
  readonly to: { readonly on: string; readonly name?: string };
  readonly notes: readonly { readonly note: string }[];
  readonly counts: readonly { readonly part: "items" | "risks" | "conditions" | "documents"; readonly class: ClassName; readonly count: number }[];
  readonly changes: readonly ChangeRecord[];
  readonly scores: readonly ScoreRecord[];
}

export interface FigureRecord {
  readonly name?: string;
  readonly unit: "bp" | "count" | "days";
  readonly value: number | null;
}

export interface MeasureRecord {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly FigureRecord[];
  readonly part?: number;
  readonly whole?: number;
  readonly cannot_tell: string;
  readonly watched?: { readonly owner?: string; readonly interval_months?: number; readonly why?: string };
}

export type WayName = "worse" | "better" | "same" | "unknown";

export interface SeriesRecord {
  readonly key: string;
  readonly part?: string;
  readonly values: readonly { readonly value: number | null }[];
  readonly since_before: number | null;
  readonly since_before_way: WayName;
}

export interface PointRecord {
  readonly on: string;
  readonly name?: string;
  readonly is_other_edition: boolean;
  readonly is_other_criteria: boolean;
}

export interface MeasuresRecord {
  readonly measures: readonly MeasureRecord[];
  readonly unknown: readonly {
    readonly chapter: string;
    readonly share_bp: number | null;
    readonly coverage_bp: number | null;
    readonly coverage_then_bp: number | null;
    readonly items: readonly { readonly id: string; readonly title: string; readonly evidence?: string }[];
  }[];
  readonly trend?: { readonly points: readonly PointRecord[]; readonly series: readonly SeriesRecord[] };
}

interface Facts {
  readonly kept: () => readonly KeptRecord[];
  readonly measures: () => MeasuresRecord;
}

const made = new WeakMap<Derived, Facts>();
const EMPTY = new TextEncoder().encode("{}");

/** What the views show; each is made again only after a change. */
export function factsOf(model: Model): Facts {
  const all = derived(model);
  const known = made.get(all);
  if (known) return known;
  const facts: Facts = {
    kept: all.once((report, engine) => parsed<{ snapshots: readonly KeptRecord[] }>(report.snapshotsJson(engine)).snapshots),
    measures: all.once((report, engine, today): MeasuresRecord => parsed(report.measuresJson(engine, today, true) ?? EMPTY)),
  };
  made.set(all, facts);
  return facts;
}

/** A figure as a person reads it. */
export function figureText({ name, unit, value }: FigureRecord): string {
  const text = value === null ? t("comparing.none") : unit === "bp" ? percent(value) : unit === "days" ? t("comparing.days", { count: value }) : String(value);
  return name === undefined ? text : t("comparing.named", { name: word("label.measure_part", name), value: text });
}

export const figuresText = (figures: readonly FigureRecord[]): string => figures.map(figureText).join(" · ");

/** The title of a chapter by the key of its score, or by its id. */
export function chapterTitle(model: Model, key: string): string {
  const chapter = model.catalogue.chapters.find(({ id, score }) => score === key || id === key);
  return chapter ? `${chapter.id} ${chapter.title}` : key;
}
