/** A level as its name on its tint; the name alone carries the meaning. */

import type { CriteriaRecord } from "../../document.js";
import { levelName } from "./data.js";

/** How many tints there are, from the lowest level to the highest. */
const TINTS = 4;

/** The tint of a level: the first for the lowest, the last for the highest, the middle ones between. */
export function tint({ levels }: CriteriaRecord, word: string): string {
  const place = levels.findIndex((level) => level.word === word);
  const last = levels.length - 1;
  if (place <= 0) return "l0";
  if (place === last) return `l${TINTS - 1}`;
  return `l${Math.min(TINTS - 2, Math.max(1, Math.round((place * (TINTS - 1)) / last)))}`;
}

export function Level({ criteria, word }: { criteria: CriteriaRecord; word: string }) {
  return <span class={`level ${tint(criteria, word)}`}>{levelName(criteria, word)}</span>;
}

/** The letters by which cells name levels: the first, or two where the first ones are the same. */
export function letters({ levels }: CriteriaRecord): ReadonlyMap<string, string> {
  const names = levels.map(({ name }) => [...name].slice(0, 2).join(""));
  const first = names.map((name) => [...name][0]?.toUpperCase() ?? "");
  const isPlain = new Set(first).size === first.length;
  return new Map(levels.map(({ word }, index) => [word, isPlain ? (first[index] ?? "") : (names[index] ?? "").replace(/^./u, (it) => it.toUpperCase())]));
}
