// Random risks in every state, with actions, obligations and groups that they name.

import { controls, threats } from "../facts.mjs";
import { drawn } from "./values.mjs";
import { ROLES } from "./criteria.mjs";

const CONTROLS = controls.map((control) => control.id);

export function estimate(values, criteria, most) {
  const { random } = values;
  const step = (scale) => (random.in100(3) ? "q7" : random.pick(criteria[scale].slice(0, most)).word);
  const consequence = () => values.maybe(50, () => step("consequence"));
  return drawn({
    likelihood: values.maybe(95, () => step("likelihood")),
    c: consequence(),
    i: consequence(),
    a: random.in100(92) ? step("consequence") : undefined,
    x: values.maybe(15, () => step("consequence")),
    on: values.maybe(70, () => (random.in100(70) ? values.past() : values.day())),
    why: values.maybe(10, () => values.text()),
  });
}

function ids(values, pool, most, ghost) {
  const chosen = values.random.some(pool, most);
  return values.random.in100(5) ? [...chosen, ghost] : chosen;
}

export function groups(values) {
  const { random } = values;
  const count = random.of(0, 4);
  return Array.from({ length: count }, (_, at) =>
    drawn({
      id: values.id("g", at),
      label: values.label("G", count),
      name: "Group",
      owner: values.maybe(40, () => values.name()),
    }),
  );
}

export function ownControls(values) {
  const { random } = values;
  const count = random.in100(40) ? random.of(1, 4) : 0;
  return Array.from({ length: count }, (_, at) =>
    drawn({
      id: values.id("c", at),
      label: values.label("C", count),
      title: "Own control",
      related: values.maybe(40, () => ids(values, CONTROLS, 3, "A.9.99")),
    }),
  );
}

export function obligations(values, own) {
  const { random } = values;
  const count = random.of(0, 5);
  return Array.from({ length: count }, (_, at) => {
    const [since, until] = values.days();
    return drawn({
      id: values.id("o", at),
      label: values.label("O", count),
      kind: random.pick(["law", "contract", "customer", "policy"]),
      title: "Duty",
      controls: values.maybe(80, () => ids(values, [...CONTROLS, ...own], 12, "A.9.99")),
      items: values.maybe(30, () => ids(values, ["4.1", "9.2.1", "6.1.2 d)"], 2, "99.9")),
      explicit: values.maybe(30, () => random.in100(60)),
      maturity_floor: values.maybe(50, () => random.of(0, 5)),
      since: values.maybe(50, () => since),
      until: values.maybe(40, () => until),
      reviewed: values.maybe(20, () => values.day()),
    });
  });
}

/** How many risks there are, and how well they are described. */
export function risks(values, criteria, own, pools) {
  const { random } = values;
  const many = random.pick([0, 1, 2, 4, 8, 8, 22]);
  const whole = many === 22 ? 97 : random.pick([60, 90, 100]);
  const narrow = random.in100(50) ? CONTROLS.filter(() => random.in100(25)) : CONTROLS;
  const named = [...narrow, ...own, ...own];
  const most = random.of(1, 8);
  return Array.from({ length: many }, (_, at) => {
    const controlsOf = (cases) => values.maybe(cases, () => ids(values, named, most, "A.9.99"));
    const option = values.maybe(80, () => random.pick(["modify", "modify", "retain", "avoid", "share"]));
    const low = random.in100(60) ? 2 : 5;
    return drawn({
      id: values.id("r", at),
      label: values.label("R", many),
      title: "Risk",
      basis: values.maybe(30, () => (random.in100(70) ? "asset" : "event")),
      threat: values.maybe(60, () => (random.in100(60) ? random.pick(threats) : values.text())),
      event: values.maybe(whole, () => values.text()),
      vulnerability: values.maybe(whole, () => values.text()),
      groups: values.maybe(70, () => ids(values, pools.groups, 3, "g-ghost")),
      owner: values.maybe(90, () => values.name()),
      existing: controlsOf(50),
      inherent: criteria && values.maybe(30, () => estimate(values, criteria, 5)),
      current: criteria && values.maybe(whole, () => estimate(values, criteria, 5)),
      treatment: values.maybe(90, () =>
        drawn({
          option,
          controls: controlsOf(75),
          residual: criteria && values.maybe(60, () => estimate(values, criteria, low)),
          share_basis: values.maybe(option === "share" ? 70 : 10, () =>
            ids(values, pools.obligations, 2, "o-ghost"),
          ),
        }),
      ),
      reviewed: values.maybe(50, () => (random.in100(70) ? values.past() : values.day())),
      tags: values.maybe(10, () => ["b", "a"]),
    });
  });
}

/** Requirements, controls and a lettered item that an action may help. */
const ITEMS = ["4.1", "6.1.2", "8.1", "9.2.1", "A.5.1", "6.1.2 d)"];

export function actions(values, own, pools) {
  const { random } = values;
  const count = random.pick([0, 2, 5, 12]);
  const made = Array.from({ length: count }, (_, at) => values.id("t", at));
  return made.map((id) =>
    drawn({
      id,
      label: values.label("T", count),
      what: values.said(),
      owner: values.maybe(75, () => values.name()),
      due: values.maybe(75, () => values.day()),
      done: values.maybe(45, () => (random.in100(75) ? values.past() : values.day())),
      serves: ids(values, pools.served, 4, "r-ghost"),
      controls: values.maybe(50, () => ids(values, [...CONTROLS, ...own], 4, "A.9.99")),
      items: values.maybe(35, () => ids(values, ITEMS, 2, "99.9")),
      after: values.maybe(30, () => ids(values, random.in100(8) ? made : made.filter((other) => other !== id), 2, "t-ghost")),
      effort_cd: values.maybe(35, () => random.pick([0, 1, 50, 333, 20000])),
    }),
  );
}

export function acceptance(values, criteria, digest) {
  const { random } = values;
  const role = random.pick(ROLES);
  const [on, until] = random.in100(70) ? [values.past(), values.day()].sort() : values.days();
  const allowed = (criteria.may_accept ?? []).filter((it) => (it.roles ?? []).length);
  const known = allowed.length && random.in100(75) ? random.pick(allowed) : undefined;
  return drawn({
    by: values.person(),
    role: known ? random.pick([known.roles[0], ` ${known.roles[0].toUpperCase()}`]) : role,
    on,
    until: values.maybe(85, () => until),
    level: known?.level ?? (random.in100(90) ? random.pick(criteria.levels).word : "v9"),
    digest: random.in100(85) ? digest : "0".repeat(64),
  });
}
