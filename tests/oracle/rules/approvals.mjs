// Digests of what owners approve and accept, and whether an approval still holds.

import { collapsed, filled, json, sameName, sha256, sorted } from "../text.mjs";
import { GONE } from "./risks.mjs";

const scenario = (risk) => ({
  basis: risk.basis === "asset" ? "asset" : undefined,
  threat: collapsed(risk.threat),
  event: collapsed(risk.event),
  vulnerability: collapsed(risk.vulnerability),
  groups: sorted(risk.groups),
  owner: risk.owner,
});

const treatment = (risk) => ({
  option: risk.treatment?.option,
  controls: sorted(risk.treatment?.controls),
  existing: sorted(risk.existing),
  share_basis: sorted(risk.treatment?.share_basis),
});

const estimate = (it) => {
  const { likelihood, c, i, a, x } = it.given;
  return { ...filled({ likelihood, c, i, a, x }), level: it.word, above: it.above };
};

/** What is approved, as the text whose digest is taken. `it` is an evaluation of the risk. */
export function approved(it, of) {
  const { risk, option } = it;
  const shared = { of, ...scenario(risk), ...treatment(risk) };
  if (of === "plan") {
    const actions = it.actions.map((action) =>
      filled({ id: action.id, what: collapsed(action.what), controls: sorted(action.controls) }),
    );
    return json(filled({ ...shared, actions }));
  }
  const current = it.readable;
  let planned = it.residual ?? (option === "avoid" ? GONE : current);
  if (option === "retain") planned = current;
  const values = current && {
    current: estimate(current),
    planned: planned.gone ? "gone" : estimate(planned),
  };
  return json(filled({ ...shared, ...values }));
}

export const digestOf = (it, of) => sha256(approved(it, of));
export const scenarioDigest = (risk) => sha256(json(filled(scenario(risk))));

/** The days of everything that a plan waits for; `undefined` where there is none. */
export const dues = (doc, it) => [
  ...it.actions.map((action) => action.due),
  ...it.chosen.filter((id) => !doc.inPlace(id)).map((id) => doc.isControl(id) ? doc.answer(id)?.due : undefined),
];

/** The latest day of a plan, if everything has one. */
export function latestDue(doc, it) {
  const days = dues(doc, it);
  return days.length && days.every(Boolean) ? days.sort().at(-1) : undefined;
}

export function approval(doc, it, of) {
  const all = (it.risk.approvals ?? []).filter((one) => one.of === of);
  if (!all.length) return "absent";
  const digest = digestOf(it, of);
  const inTime = (one) =>
    of !== "plan" || !one.latest_due || dues(doc, it).every((day) => day && day <= one.latest_due);
  const valid = all.some(
    (one) =>
      one.digest === digest &&
      one.on <= doc.today &&
      sameName(one.by, it.risk.owner ?? "") &&
      inTime(one),
  );
  return valid ? "valid" : "void";
}

/** Whether the risk's acceptance covers what it is asked for. */
export function acceptance(doc, it) {
  const one = it.risk.acceptance;
  const levels = (doc.criteria?.levels ?? []).map((level) => level.word);
  const roles = (doc.criteria?.may_accept ?? []).find((entry) => entry.level === one?.level)?.roles;
  const holds =
    one &&
    one.digest === scenarioDigest(it.risk) &&
    one.on <= doc.today &&
    one.until !== undefined &&
    one.until >= doc.today &&
    levels.includes(one.level) &&
    (roles ?? []).some((role) => sameName(role, one.role));
  return (covered) => Boolean(holds) && covered.level <= levels.indexOf(one.level);
}
