// One random assessment: a file that is valid, and a day.

import { digestOf, latestDue, scenarioDigest } from "../rules/approvals.mjs";
import { Doc } from "../rules/document.mjs";
import { statementDigests } from "../rules/papers.mjs";
import { evaluate } from "../rules/risks.mjs";
import { daysAfter } from "../text.mjs";
import { answers } from "./answers.mjs";
import { criteria } from "./criteria.mjs";
import { Random } from "./random.mjs";
import * as risk from "./risks.mjs";
import * as system from "./system.mjs";
import { DAYS, Values, drawn } from "./values.mjs";

const ids = (register) => register.map((entry) => entry.id);

export function assessment(seed) {
  const random = new Random(seed);
  const today = random.in100(60) ? random.pick(DAYS) : daysAfter("2026-11-30", random.of(-700, 700));
  const values = new Values(random, today);
  const own_controls = risk.ownControls(values);
  const own = ids(own_controls);
  const groups = risk.groups(values);
  const obligations = risk.obligations(values, own);
  const by = values.maybe(88, () => criteria(values));
  const pools = { groups: ids(groups), obligations: ids(obligations) };
  const risks = risk.risks(values, by, own, pools);
  const nonconformities = system.nonconformities(values, own);
  pools.served = [...ids(risks), ...ids(nonconformities), ...ids(obligations)];
  const actions = risk.actions(values, own, pools);
  const named = { actions: ids(actions), risks: ids(risks), nonconformities: ids(nonconformities) };
  const references = [...risks, ...obligations].flatMap((it) => [it.id, it.label]).filter(Boolean);
  const file = drawn({
    format: "annexa-assessment",
    version: 1,
    catalogue: "iso27001-2022",
    about: drawn({ scope: values.maybe(50, () => values.text()) }),
    mode: system.mode(values),
    context: system.context(values),
    suggestions: system.suggestions(values),
    scope_parts: system.scope(values),
    documents: system.papers(values),
    events: system.events(values),
    nonconformities,
    criteria: by,
    groups,
    risks,
    actions,
    obligations,
    own_controls,
    efforts: system.efforts(values, named),
    answers: answers(values, own, references),
  });
  decide(values, file);
  return { today, file, choice: choice(random) };
}

/** A letter for each question of the chooser: yes, no, or not answered. */
function choice(random) {
  const open = random.pick([10, 50, 90]);
  const letter = () => (random.in100(open) ? "-" : random.pick(["y", "n"]));
  return Array.from({ length: 8 }, letter).join("");
}

/** Adds acceptances and approvals: some of what is there, some of something else. */
function decide(values, file) {
  const { random, today } = values;
  for (const it of file.risks) {
    if (file.criteria && random.in100(35)) {
      it.acceptance = risk.acceptance(values, file.criteria, scenarioDigest(it));
    }
  }
  const careful = random.pick([0, 30, 80, 100]);
  const doc = new Doc(file, today);
  let number = 0;
  for (const it of file.risks) {
    const judged = evaluate(doc, it);
    const approvals = ["plan", "residual"]
      .flatMap((of) => (random.in100(8) ? [of, of] : [of]))
      .filter(() => random.in100(careful))
      .map((of) => {
        number += 1;
        const latest = latestDue(doc, judged);
        const due = random.in100(80) ? latest : values.maybe(60, () => daysAfter(latest ?? today, random.of(-2, 2)));
        return drawn({
          id: values.id("a", number),
          of,
          by: random.in100(88) ? it.owner?.trim() || "Ada" : values.person(),
          on: random.in100(85) ? values.past() : values.day(),
          digest: random.in100(88) ? digestOf(judged, of) : "f".repeat(64),
          latest_due: of === "plan" ? due : undefined,
        });
      });
    if (approvals.length) it.approvals = random.shuffle(approvals);
  }
  if (random.in100(60)) {
    const { digest, status } = statementDigests(new Doc(file, today));
    file.soa_approval = drawn({
      by: values.person(),
      on: random.in100(80) ? values.past() : values.day(),
      digest: random.in100(75) ? digest : "e".repeat(64),
      status: values.maybe(90, () => (random.in100(70) ? status : "d".repeat(64))),
    });
  }
}
