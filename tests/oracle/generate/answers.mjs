// Random answers to requirements, controls, lettered items and ids that nobody knows.

import { controls, lettered, requirements } from "../facts.mjs";
import { drawn } from "./values.mjs";

const STATES = ["not_assessed", "not_implemented", "planned", "partly", "implemented"];
const RESPONSES = ["yes", "partly", "no", "not_applicable", "unknown"];
const REASONS = ["risk", "legal", "contractual", "business", "good_practice"];
const KINDS = ["opportunity", "observation", "minor_nonconformity", "major_nonconformity"];

/** How an assessment as a whole tends to be answered. */
export function temper(random) {
  return {
    answered: random.pick([0, 10, 50, 90, 100]),
    implemented: random.pick([0, 30, 80, 100]),
    careful: random.pick([20, 60, 98]),
    scoped: random.pick([0, 8, 30]),
    findings: random.pick([0, 0, 2, 10]),
  };
}

function scope(values, tends) {
  const { random } = values;
  const state = random.pick(["excluded", "excluded", "inherited", "applicable"]);
  return drawn({
    state,
    reason: values.maybe(tends.careful, () => random.pick(["no_risk", "no_activity", "no_asset", "other"])),
    justification: values.maybe(tends.careful, () => values.text()),
    provider: values.maybe(state === "inherited" ? tends.careful : 20, () => values.name()),
    review: values.maybe(40, () => values.day()),
  });
}

function evidence(values, many) {
  const { random } = values;
  return Array.from({ length: many }, () => {
    const label = values.maybe(80, () => random.pick(["Record", "Minutes", "Log"]));
    return drawn({
      label,
      link: label ? values.maybe(20, () => "x") : "https://example.org",
      date: values.maybe(70, () => values.day()),
      review_months: values.maybe(50, () => random.pick([1, 3, 3, 6, 12])),
    });
  });
}

function inclusion(values, references) {
  const { random } = values;
  const reasons = Array.from({ length: random.of(0, 3) }, () =>
    drawn({
      reason: random.pick(REASONS),
      reference: values.maybe(65, () => random.pick([...references, "nobody", " R-1 ", "R-1", "O-1", "", " "])),
    }),
  );
  const seen = new Set();
  return reasons.filter((it) => !seen.has(JSON.stringify(it)) && seen.add(JSON.stringify(it)));
}

function answer(values, id, kind, tends, references) {
  const { random } = values;
  const many = random.in100(4) ? random.of(6, 9) : random.in100(tends.careful) ? random.of(1, 2) : 0;
  const good = random.in100(tends.implemented);
  const odd = kind === "control" ? tends.scoped : random.in100(4) ? 20 : 0;
  return drawn({
    id,
    response: values.maybe(35, () => (good && random.in100(80) ? "yes" : random.pick(RESPONSES))),
    implementation: values.maybe(70, () => (good ? "implemented" : random.pick(STATES))),
    applicability: values.maybe(odd, () => scope(values, tends)),
    inclusion: kind === "control" ? values.maybe(50, () => inclusion(values, references)) : undefined,
    inclusion_words: values.maybe(10, () => values.text()),
    maturity: values.maybe(25, () =>
      drawn({ level: random.of(0, 5), target: values.maybe(60, () => random.of(0, 5)) }),
    ),
    finding: values.maybe(tends.findings, () => ({ kind: random.pick(KINDS) })),
    evidence: many ? evidence(values, many) : undefined,
    owner: values.maybe(tends.careful, () => values.name()),
    due: values.maybe(30, () => values.day()),
    changed: values.maybe(50, () => values.day()),
  });
}

export function answers(values, own, references) {
  const { random } = values;
  const tends = temper(random);
  const asked = [...requirements, ...controls].filter(() => random.in100(tends.answered));
  const parts = random.in100(30) ? random.some(lettered, 5) : [];
  const unknown = random.in100(20) ? random.some(["A.9.99", "zz", "B-1", "own-gone"], 2) : [];
  return random.shuffle([
    ...asked.map((item) => answer(values, item.id, item.kind, tends, references)),
    ...own.filter(() => random.in100(80)).map((id) => answer(values, id, "control", tends, references)),
    ...parts.map((item) => answer(values, item.id, "item", tends, references)),
    ...unknown.map((id) => answer(values, id, "unknown", tends, references)),
  ]);
}
