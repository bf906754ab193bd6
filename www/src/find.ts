/** The search: everything that has a word of its own, folded once for a revision, and where it is. */

import { derived } from "./derived.js";
import type { Model, Route } from "./model.js";
import { wholePart } from "./whole.js";

export type GroupName = "items" | "risks" | "owners" | "notes";

export interface Hit {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** What was found, where it is not the title. */
  readonly detail?: string;
  readonly to: Route;
  readonly focus: string;
}

export interface Group {
  readonly name: GroupName;
  readonly hits: readonly Hit[];
  readonly count: number;
}

interface Entry extends Hit {
  readonly group: GroupName;
  /** What is searched, without marks and capitals. */
  readonly text: string;
}

/** So many of a group are shown. */
export const SHOWN_MAX = 8;
/** So much of a note is shown around what was found, in characters. */
const AROUND = 40;

const ORDER: readonly GroupName[] = ["items", "risks", "owners", "notes"];

/** Letters as a person compares them: without marks, and without capitals. */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

const kept = new WeakMap<Model, { readonly of: string; readonly entries: readonly Entry[] }>();

function entriesOf(model: Model): readonly Entry[] {
  const of = `${model.edits} ${model.revision} ${model.isWhole}`;
  const known = kept.get(model);
  if (known?.of === of) return known.entries;
  const entries: Entry[] = [];
  for (const { id, title, question, chapter } of model.catalogue.items) {
    const answer = model.answer(id);
    const to = { id, title, to: chapter, focus: id };
    entries.push({ ...to, group: "items", key: id, text: folded(`${id} ${title} ${question}`) });
    if (answer?.owner) entries.push({ ...to, group: "owners", key: `${id} owner`, detail: answer.owner, text: folded(answer.owner) });
    if (answer?.notes) entries.push({ ...to, group: "notes", key: `${id} notes`, detail: answer.notes, text: folded(answer.notes) });
  }
  if (model.isWhole && wholePart.loaded) {
    for (const { id = "", label = "", title = "", event = "", threat = "", owner = "", notes = "" } of derived(model).document().risks ?? []) {
      const risk = { id: label || id, title, to: "risks", focus: id };
      entries.push({ ...risk, group: "risks", key: id, text: folded(`${label} ${title} ${event} ${threat}`) });
      if (owner) entries.push({ ...risk, group: "owners", key: `${id} owner`, detail: owner, text: folded(owner) });
      if (notes) entries.push({ ...risk, group: "notes", key: `${id} notes`, detail: notes, text: folded(notes) });
    }
  }
  kept.set(model, { of, entries });
  return entries;
}

/** What holds every word of a text, by group; what is called exactly so stands first. */
export function find(model: Model, text: string): Group[] {
  const words = folded(text).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  const whole = words.join(" ");
  const found = entriesOf(model).filter((entry) => words.every((word) => entry.text.includes(word)));
  const rank = ({ id, title }: Entry): number => (folded(id) === whole ? 0 : folded(id).startsWith(whole) ? 1 : folded(title).includes(whole) ? 2 : 3);
  return ORDER.flatMap((name) => {
    const its = found.filter(({ group }) => group === name);
    const hits = [...its].sort((one, other) => rank(one) - rank(other)).slice(0, SHOWN_MAX);
    return its.length === 0 ? [] : [{ name, count: its.length, hits: hits.map((hit) => (hit.detail === undefined ? hit : { ...hit, detail: around(hit.detail, words[0] ?? "") })) }];
  });
}

/** The part of a longer text in which a word stands. */
function around(text: string, word: string): string {
  const at = Math.max(text.toLowerCase().indexOf(word), 0);
  const [start, end] = [Math.max(at - AROUND, 0), at + word.length + AROUND];
  return `${start > 0 ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
}
