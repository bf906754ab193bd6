// Over-engineering: what goes beyond every stated driver.

import { controls, edges, effort, method } from "../../facts.mjs";
import { words } from "../risks.mjs";

const COSTLY = ["M", "L", "XL"];
const CALLING = ["legal", "contractual", "business"];

/** Everything that waits for an item, at any distance. */
const waiting = new Map();
for (const [before, id] of edges) waiting.set(before, [...(waiting.get(before) ?? []), id]);

function dependents(id, found = new Set()) {
  for (const next of waiting.get(id) ?? []) {
    if (!found.has(next)) dependents(next, found.add(next));
  }
  return found;
}

export function over(doc, all, report) {
  const evaluable = all.filter((it) => !it.draft).length;
  if (!doc.clauses || !doc.criteria || evaluable < 12 || all.length - evaluable > evaluable) return;
  const evaluations = new Map(all.map((it) => [it.risk, it]));
  const strength = new Map(controls.map(({ id }) => [id, strengthOf(doc, id, evaluations)]));
  for (const { id } of controls) {
    const governing = method.governing_controls.includes(id);
    if (doc.applicability(id) === "excluded" || governing) continue;
    if (!COSTLY.includes(effort.get(id)?.initial)) continue;
    control(doc, id, strength, report);
  }
  const line = words(doc.criteria.levels).indexOf(doc.criteria.accept_up_to);
  for (const it of all.filter((one) => !one.draft)) {
    const waits = it.chosen.filter((id) => !doc.inPlace(id)).length;
    if (!it.planned.gone && it.planned.level <= line - 2 && waits >= 4) report("L-OVER-TREATED", it.risk.id);
  }
}

function strengthOf(doc, id, evaluations) {
  const chosenBy = doc.treats(id).map((risk) => evaluations.get(risk));
  const grave = chosenBy.some((it) => it.draft || it.readable.above || it.inherent?.above);
  if (doc.obliged(id).length || doc.holds(id).length || grave) return "strong";
  const stated = doc.stated(id).some((it) => CALLING.includes(it.reason));
  return chosenBy.length || stated ? "weak" : "none";
}

function control(doc, id, strength, report) {
  const its = strength.get(id);
  const answer = doc.answer(id);
  const level = answer?.maturity?.level;
  const shared = [...dependents(id)].some((next) => strength.get(next) === "strong");
  const obliged = doc.obliged(id);
  const floor = (it) => it.maturity_floor ?? 0;
  const justified = (value) =>
    obliged.some((it) => it.explicit && value <= Math.max(floor(it), 3));
  const there = ["partly", "implemented"].includes(doc.implementation(id));
  if (its === "none" && there && doc.applicability(id) !== "inherited" && !shared) {
    report("L-OVER-NO-DRIVER", id);
  }
  if (level >= 4 && its !== "strong" && !justified(level) && !shared) report("L-OVER-MATURITY", id);
  const evidence = answer?.evidence ?? [];
  const often = evidence.length > 6 && evidence.every((it) => it.review_months && it.review_months <= 3);
  if (often && its !== "strong") report("L-OVER-EVIDENCE", id);
  // A reason that points at one of the obligations is none beside them.
  const theirs = (it) => obliged.includes(doc.resolve(it.reference)?.entry);
  const only =
    obliged.length > 0 &&
    doc.treats(id).length + doc.holds(id).length === 0 &&
    !doc.stated(id).some((it) => CALLING.includes(it.reason) && !theirs(it)) &&
    obliged.every((it) => it.maturity_floor !== undefined);
  if (only && level >= Math.max(...obliged.map(floor)) + 2 && !justified(level)) {
    report("L-OVER-FLOOR", id);
  }
}

const LOOKED = ["obligation", "holds", "treats_above", "treats_below", "stated"];

/** What calls for a control, by the words of what was looked for. */
function found(doc, id, evaluations) {
  const chosenBy = doc.treats(id).map((risk) => evaluations.get(risk));
  const grave = (it) => it.draft || it.readable.above || it.inherent?.above;
  const so = {
    obligation: doc.obliged(id).length > 0,
    holds: doc.holds(id).length > 0,
    treats_above: chosenBy.some(grave),
    treats_below: chosenBy.some((it) => !grave(it)),
    stated: doc.stated(id).some((it) => CALLING.includes(it.reason)),
  };
  return LOOKED.filter((word) => so[word]);
}

/** The nearest control with a strong driver that waits for one, in the catalogue's order of those. */
function carried(id, strength) {
  const known = new Set([id]);
  let open = [id];
  while (open.length) {
    const next = new Set(open.flatMap((one) => waiting.get(one) ?? []).filter((one) => !known.has(one)));
    const strong = controls.find((it) => next.has(it.id) && strength.get(it.id) === "strong");
    if (strong) return strong.id;
    next.forEach((one) => known.add(one));
    open = [...next];
  }
  return undefined;
}

/** What could be simplified, and what is left alone. */
export function simpler(doc, all) {
  const evaluable = all.filter((it) => !it.draft).length;
  const drafts = all.length - evaluable;
  const reasons = [
    ["clauses", !doc.clauses],
    ["criteria", !doc.criteria],
    ["risks", evaluable < 12],
    ["drafts", drafts > evaluable],
  ];
  const withheld = reasons.find(([, so]) => so)?.[0] ?? null;
  const result = { withheld, evaluable, drafts, controls: [], plans: [], cheap: [], carrying: [] };
  if (withheld) return result;
  const evaluations = new Map(all.map((it) => [it.risk, it]));
  const strength = new Map(controls.map(({ id }) => [id, strengthOf(doc, id, evaluations)]));
  for (const { id } of controls) {
    if (doc.applicability(id) === "excluded" || method.governing_controls.includes(id)) continue;
    const idle =
      strength.get(id) === "none" &&
      ["partly", "implemented"].includes(doc.implementation(id)) &&
      doc.applicability(id) !== "inherited";
    const other = carried(id, strength);
    if (!COSTLY.includes(effort.get(id)?.initial)) {
      if (idle && !other) result.cheap.push(id);
      continue;
    }
    control(doc, id, strength, (code) => {
      const seen = found(doc, id, evaluations);
      result.controls.push([id, code, strength.get(id) === "none" ? "nothing" : strength.get(id), seen]);
    });
    if (idle && other) result.carrying.push([id, other]);
  }
  over(doc, all, (code, id) => {
    if (code === "L-OVER-TREATED") result.plans.push(id);
  });
  return result;
}
