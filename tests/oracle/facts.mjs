// What the published data files say of the framework, as the rules need it.

import { readFileSync } from "node:fs";
import { toml } from "./toml.mjs";

const DATA = new URL("../../core/data/", import.meta.url);
const read = (path) => toml(readFileSync(new URL(path, DATA), "utf8"));

const attributes = read("iso27001-2022/attributes.toml").attribute;
const chapters = read("iso27001-2022/chapters.toml").chapter;
const clauses = read("iso27001-2022/clauses.toml").clause;
const annex = read("iso27001-2022/controls.toml").control;

export const documents = read("iso27001-2022/documents.toml").document;
export const method = read("iso27001-2022/method.toml");

/** The rows of the table of effort, by id. */
export const effort = new Map(read("iso27001-2022/effort.toml").effort.map((row) => [row.id, row]));

const plan = read("iso27001-2022/roadmap.toml");

/** The requirement by whose method risks are assessed. */
export const riskMethod = plan.risk_method;

/** The phase, 1 to 5, of chapters and requirements. */
export const phases = new Map(
  Object.entries({ foundation: 1, decide: 2, operate: 4, check: 5 }).flatMap(([name, number]) =>
    plan.phases[name].map((id) => [id, number]),
  ),
);

/** What has to be finished before what, each pair once. */
export const edges = [
  ...new Set([
    ...plan.edge.map((it) => `${it.first} ${it.then}`),
    ...[...effort].flatMap(([id, row]) => (row.after ?? []).map((first) => `${first} ${id}`)),
  ]),
].map((pair) => pair.split(" "));

/** The lint rules, by code, in the order of their table. */
export const lints = new Map(read("lint.toml").lint.map((rule) => [rule.code, rule]));

/** Codes of the starter threats. */
export const threats = read("threats.toml").threat.map((threat) => threat.code);

/** Every item in the catalogue's order: clauses with their lettered items, then controls. */
export const items = [
  ...clauses.flatMap((clause) => [
    { id: clause.id, kind: clause.kind, chapter: clause.id.split(".")[0] },
    ...(clause.items ?? []).map((part) => ({ id: `${clause.id} ${part}`, kind: "item" })),
  ]),
  ...annex.map((control) => ({
    ...control,
    kind: "control",
    chapter: control.id.split(".").slice(0, 2).join("."),
  })),
];

export const byId = new Map(items.map((item, place) => [item.id, { ...item, place }]));
export const requirements = items.filter((item) => item.kind === "requirement");
export const controls = items.filter((item) => item.kind === "control");
export const lettered = items.filter((item) => item.kind === "item");

/** The groups that have a score, in their order: a key, and the items. */
export const groups = [
  { key: "requirements", items: requirements },
  { key: "controls", items: controls },
  ...chapters.map((chapter) => ({
    key: chapter.group,
    items: [...requirements, ...controls].filter((item) => item.chapter === chapter.id),
  })),
  ...attributes.flatMap((attribute) =>
    attribute.values.map((value) => ({
      key: `${attribute.id}:${value}`,
      items: controls.filter((control) => control[attribute.id].includes(value)),
    })),
  ),
];
