/** The form of the criteria: its fields, and the record that they make. */

import type { CriteriaRecord } from "../../document.js";
import { t } from "../../words/words.js";
import type { Form } from "../parts/form.js";
import { DIMENSIONS, type Risks } from "./data.js";

export const SCALES = ["likelihood", "consequence"] as const;
export type Scale = (typeof SCALES)[number];

export const FORM = "risks/criteria";
/** What stands for the table that holds now. */
export const PRESENT = "now";
/** How many levels there may be. */
export const LEVELS_MIN = 2;
export const LEVELS_MAX = 6;

/** What the criteria hold that no size of the table changes, as texts of fields. */
export const initialCriteria = (criteria: CriteriaRecord): Record<string, string> => ({
  size: PRESENT,
  other: criteria.other_dimension ?? "",
  inherent: criteria.ask_inherent ? "on" : "",
  acceptMonths: criteria.accept_months_max?.toString() ?? "",
});

/** The fields of a level. */
export const nameField = (level: string): string => `level.${level}`;
export const rolesField = (level: string): string => `accept.${level}`;
export const monthsField = (level: string): string => `review.${level}`;
/** The field of a cell; each size has its own. */
export const cellField = (size: string, likelihood: string, consequence: string): string => `cell.${size}.${likelihood}.${consequence}`;

/** What was typed into a field that has something before. */
export const over = (form: Form, field: string, before: string): string => (form.get(`typed.${field}`) === "" ? before : form.get(field));

/** The words of the levels, from the lowest; the form may have taken some out and put others on top. */
export const levelWords = (form: Form, base: CriteriaRecord): string[] => {
  const words = form.get(levelsField(form)).split(" ").filter(Boolean);
  return words.length > 0 ? words : base.levels.map(({ word }) => word);
};

export const levelsField = (form: Form): string => `levels.${form.get("size")}`;

/** A word that no level has had in this form. */
export function newWord(words: readonly string[], base: CriteriaRecord): string {
  const known = new Set([...words, ...base.levels.map(({ word }) => word)]);
  for (let number = words.length + 1; ; number += 1) if (!known.has(`v${number}`)) return `v${number}`;
}

/** Who may accept at a level, and after how many months it is looked at: what holds now before what the table brings. */
export function heldOf({ criteria }: Risks, base: CriteriaRecord, word: string): { roles: readonly string[]; months: string } {
  const from = criteria.levels.some((level) => level.word === word) ? criteria : base;
  return {
    roles: from.may_accept?.find(({ level }) => level === word)?.roles ?? [],
    months: from.review_months?.find(({ level }) => level === word)?.months.toString() ?? "",
  };
}

/** The months of a field; nothing where it is empty, `undefined` in place of what is no number of months. */
export function monthsOf(text: string): number | "" | undefined {
  const typed = text.trim();
  if (typed === "") return "";
  const months = Number(typed);
  return /^\d+$/.test(typed) && months >= 1 && months <= 60 ? months : undefined;
}

/** The criteria as the form has them. */
export function edited(form: Form, risks: Risks, base: CriteriaRecord): CriteriaRecord {
  const steps = (scale: Scale) =>
    base[scale].map((step) => ({ ...step, name: over(form, `${scale}.${step.word}.name`, step.name), anchor: over(form, `${scale}.${step.word}.anchor`, step.anchor ?? "") }));
  const words = levelWords(form, base);
  const line = form.get("line");
  const size = form.get("size");
  const months = (text: string): number | undefined => monthsOf(text) || undefined;
  const acceptUpTo = [line, base.accept_up_to].find((word) => words.includes(word)) ?? words[0] ?? "";
  const above = words.slice(words.indexOf(acceptUpTo) + 1);
  const lines = (text: string): string[] => text.split("\n").map((it) => it.trim()).filter((it) => it !== "");
  const acceptMonths = months(form.get("acceptMonths"));
  return {
    likelihood: steps("likelihood"),
    consequence: steps("consequence"),
    levels: words.map((word) => ({ word, name: over(form, nameField(word), base.levels.find((level) => level.word === word)?.name ?? "") })),
    matrix: base.likelihood.map((likely, row) => base.consequence.map((bad, column) => form.get(cellField(size, likely.word, bad.word)) || (base.matrix[row]?.[column] ?? ""))),
    accept_up_to: acceptUpTo,
    may_accept: above.flatMap((level) => {
      const roles = lines(over(form, rolesField(level), heldOf(risks, base, level).roles.join("\n")));
      return roles.length > 0 ? [{ level, roles }] : [];
    }),
    review_months: words.flatMap((level) => {
      const after = months(over(form, monthsField(level), heldOf(risks, base, level).months));
      return after === undefined ? [] : [{ level, months: after }];
    }),
    ...(acceptMonths === undefined ? {} : { accept_months_max: acceptMonths }),
    ...(form.get("other").trim() === "" ? {} : { other_dimension: form.get("other").trim() }),
    ...(form.get("inherent") === "" ? {} : { ask_inherent: true }),
  };
}

/** The first field that cannot be handed on, and why. */
export function faultOf(form: Form, made: CriteriaRecord): [field: string, message: string] | undefined {
  const names: [field: string, name: string][] = [
    ...made.levels.map(({ word, name }): [string, string] => [nameField(word), name]),
    ...SCALES.flatMap((scale) => made[scale].map(({ word, name }): [string, string] => [`${scale}.${word}.name`, name])),
  ];
  const blank = names.find(([, name]) => name.trim() === "");
  if (blank) return [blank[0], t("risks.sayName")];
  const wrong = ["acceptMonths", ...made.levels.map(({ word }) => monthsField(word))].find((field) => monthsOf(form.get(field)) === undefined);
  return wrong === undefined ? undefined : [wrong, t("risks.sayMonths")];
}

/** Steps that go and are used, each with the one that stands for it. */
export function mapping(form: Form, { criteria, document }: Risks, made: CriteriaRecord, scale: Scale): [old: string, next: string][] {
  const used = new Set(
    (document.risks ?? []).flatMap(({ current, inherent, treatment }) =>
      [current, inherent, treatment?.residual].flatMap((it) => (scale === "likelihood" ? [it?.likelihood] : DIMENSIONS.map((dimension) => it?.[dimension]))),
    ),
  );
  const going = criteria[scale].filter(({ word }) => used.has(word) && !made[scale].some((step) => step.word === word));
  return going.map(({ word }) => {
    const place = criteria[scale].findIndex((step) => step.word === word);
    const last = made[scale].length - 1;
    const near = Math.round((place * last) / Math.max(1, criteria[scale].length - 1));
    const chosen = form.get(`map.${scale}.${word}`);
    const next = made[scale].some((step) => step.word === chosen) ? chosen : (made[scale][near]?.word ?? "");
    return [word, next];
  });
}

export const pairs = (mapping: readonly (readonly [string, string])[]): string => mapping.map((pair) => pair.join("=")).join(" ");
