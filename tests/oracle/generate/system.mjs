// Random documents, events, nonconformities, scope, context and mode.

import { controls, documents, requirements } from "../facts.mjs";
import { collapsed, said, sha256 } from "../text.mjs";
import { drawn } from "./values.mjs";

const MODES = ["establish", "certify", "manage_by_risk", "demonstrate"];
const WITHOUT = ["guidance", "improve", "reference", "no_certificate"];
const PARTS = ["boundaries", "sites", "interfaces", "run_by_others", "left_out"];
const CHOICES = {
  sector: ["ordinary", "customers_regulated", "regulated", "regulated_ot"],
  start: ["nothing", "usual", "good", "other_system", "certified"],
  it: ["own", "cloud", "provider"],
  premises: ["none", "rented", "own"],
  remote: ["none", "some", "all"],
  development: ["none", "own", "outsourced", "both"],
  cloud_services: ["yes", "no"],
  ot: ["yes", "no"],
  personal_data: ["yes", "no"],
  certificate: ["not_wanted", "wanted", "demanded"],
  isms: ["none", "informal", "certified"],
};

/** Numbers at the edges of bands and anchors, and between them. */
const COUNTS = {
  people: [1, 4, 5, 6, 10, 11, 29, 30, 31, 45, 50, 51, 119, 120, 121, 250, 499, 500, 1175, 1999, 2000, 2001, 1_000_000],
  sites: [0, 1, 2, 3, 4, 10, 11, 1_000_000],
  suppliers: [0, 1, 5, 6, 15, 16, 40, 41, 100, 101, 300, 301, 1_000_000],
  systems: [0, 9, 10, 11, 40, 41, 150, 151, 500, 501, 2000, 2001, 1_000_000],
  capacity_cd_week: [1, 50, 199, 200, 400, 1000, 200_000],
};

export const mode = (values) => {
  const { random } = values;
  return values.maybe(75, () => random.pick(random.in100(75) ? MODES : WITHOUT));
};

export const context = (values) =>
  drawn({
    ...Object.fromEntries(
      Object.entries(CHOICES).map(([question, words]) => [
        question,
        values.maybe(60, () => values.random.pick(words)),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(COUNTS).map(([question, numbers]) => [
        question,
        values.maybe(40, () => values.random.pick(numbers)),
      ]),
    ),
  });

/** What a person reckons with, for steps that there are and that there are not. */
export function efforts(values, pools) {
  const { random } = values;
  const all = [
    ...["A.5.9", "A.8.8", "6.1.2", "9.9"].map((id) => ["item", id]),
    ...["D.4.3", "D.9.1"].map((id) => ["doc", id]),
    ...pools.actions.map((id) => ["act", id]),
    ...pools.risks.map((id) => ["risk", id]),
    ...pools.nonconformities.map((id) => ["nc", id]),
  ];
  return random.some(all, random.pick([0, 0, 3, 8])).map(([kind, id]) =>
    drawn({
      kind,
      id,
      likely_cd: random.pick([0, 1, 75, 900, 200000]),
      by: values.maybe(50, () => values.name()),
      on: values.maybe(50, () => values.past()),
    }),
  );
}

export function suggestions(values) {
  const { random } = values;
  const suggested = ["A.7.1", "A.7.4", "A.8.4", "A.8.30", "A.6.7", "A.5.23", "A.5.1", "A.9.99"];
  const questions = ["premises", "development", "remote", "cloud_services"];
  const all = suggested.flatMap((control) => questions.map((question) => ({ control, question })));
  return random.some(all, random.pick([0, 0, 6, 14])).map((pair) =>
    drawn({
      ...pair,
      decision: random.in100(70) ? "accepted" : "refused",
      on: values.maybe(60, () => values.day()),
      why: values.maybe(20, () => values.text()),
    }),
  );
}

export function scope(values) {
  const parts = drawn(
    Object.fromEntries(PARTS.map((name) => [name, values.maybe(30, () => values.text())])),
  );
  const digest = (name) => {
    if (values.random.in100(20)) return values.random.pick(["0".repeat(64), ""]);
    return said(parts[name]) ? sha256(collapsed(parts[name])) : undefined;
  };
  const from = drawn(Object.fromEntries(PARTS.map((name) => [name, digest(name)])));
  return drawn({ ...parts, edited_from: values.maybe(40, () => from) });
}

export function papers(values) {
  const { random } = values;
  const likely = random.pick([0, 40, 100]);
  const approved = random.pick([30, 100]);
  const one = (name) =>
    drawn({
      ...name,
      state: random.in100(approved) ? "approved" : values.maybe(80, () => random.pick(["missing", "draft", "approved"])),
      owner: values.maybe(40, () => values.name()),
      date: values.maybe(60, () => values.day()),
      review_months: values.maybe(40, () => random.pick([1, 6, 12, 24])),
    });
  return random.shuffle([
    ...documents.filter(() => random.in100(likely)).map((it) => one({ id: it.id })),
    ...random.some(["D.9.99", "X.1"], random.pick([0, 0, 2])).map((id) => one({ id })),
    ...random.some(["Handbook", " Map of the rooms", "D.4.3"], 2).map((title) => one({ title })),
  ]);
}

export function events(values) {
  const { random } = values;
  return Array.from({ length: random.of(0, 5) }, (_, at) =>
    drawn({
      id: values.id("v", at),
      kind: random.pick(["internal_audit", "management_review", "exercise"]),
      planned: values.maybe(60, () => values.day()),
      done: values.maybe(60, () => values.day()),
    }),
  );
}

export function nonconformities(values, own) {
  const { random } = values;
  const count = random.pick([0, 0, 1, 3]);
  const items = [...requirements, ...controls].map((item) => item.id);
  return Array.from({ length: count }, (_, at) => {
    const [found, checked] = values.days();
    return drawn({
      id: values.id("n", at),
      label: values.label("N", count),
      grade: random.pick(["minor", "minor", "major"]),
      item: values.maybe(80, () => (random.in100(6) ? "99.9" : random.pick([...items, ...own]))),
      what: values.said(),
      found: values.maybe(70, () => found),
      root_cause: values.maybe(60, () => values.text()),
      owner: values.maybe(50, () => values.name()),
      checked: values.maybe(60, () => checked),
      effective: values.maybe(70, () => random.pick(["yes", "yes", "no"])),
    });
  });
}
