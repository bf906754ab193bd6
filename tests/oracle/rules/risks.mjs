// The register of risks on a day: levels, states, rank, figures.

import { approval, acceptance } from "./approvals.mjs";
import { bytes, first, folded, isBlank, labels, monthsAfter, said, trimmed } from "../text.mjs";

const DIMENSIONS = ["c", "i", "a", "x"];
const OPEN = ["planned", "insufficient", "untreated"];

export const words = (scale) => (scale ?? []).map((step) => step.word);

/** Words of an assessment that the criteria do not know. */
export function unknownSteps(criteria, it) {
  if (!criteria || !it) return [];
  const consequences = words(criteria.consequence);
  return [
    ...(it.likelihood && !words(criteria.likelihood).includes(it.likelihood) ? [it.likelihood] : []),
    ...DIMENSIONS.map((name) => it[name]).filter((word) => word && !consequences.includes(word)),
  ];
}

/** An assessment read by the criteria: places on both scales and of the level; nothing where it cannot be read. */
export function readable(criteria, it) {
  if (!criteria || !it?.likelihood || unknownSteps(criteria, it).length) return undefined;
  const given = DIMENSIONS.filter((name) => it[name]);
  if (!given.length) return undefined;
  const places = given.map((name) => words(criteria.consequence).indexOf(it[name]));
  const consequence = Math.max(...places);
  const likelihood = words(criteria.likelihood).indexOf(it.likelihood);
  const word = criteria.matrix[likelihood][consequence];
  const level = words(criteria.levels).indexOf(word);
  return {
    likelihood,
    consequence,
    level,
    word,
    key: [level, consequence, likelihood],
    dimensions: places.filter((place) => place === consequence).length,
    above: level > words(criteria.levels).indexOf(criteria.accept_up_to),
    given: it,
  };
}

/** Nothing is left of the risk. */
export const GONE = { level: -1, word: "gone", key: [-1, -1, -1], above: false, gone: true };

export const byKey = (a, b) => first(...a.key.map((place, at) => place - b.key[at]));

function missing(doc, risk) {
  const it = risk.current ?? {};
  const asset = risk.basis === "asset";
  const group = (risk.groups ?? []).some((id) => doc.ids.get("groups").has(id));
  return [
    ["criteria", !doc.criteria],
    ["event", !asset && isBlank(risk.event) && isBlank(risk.threat)],
    ["threat", asset && isBlank(risk.threat)],
    ["vulnerability", asset && isBlank(risk.vulnerability)],
    ["groups", asset && !group],
    ["likelihood", !it.likelihood],
    ["consequence", !DIMENSIONS.some((name) => it[name])],
    ["known_step", unknownSteps(doc.criteria, it).length > 0],
  ]
    .filter(([, lacks]) => lacks)
    .map(([name]) => name);
}

/** Whether something carries the plan. */
export function ground(doc, risk) {
  const both = (it) => said(it?.owner) && it.due !== undefined;
  const control = (id) =>
    doc.isControl(id) &&
    doc.applicability(id) !== "excluded" &&
    (["planned", "partly", "implemented"].includes(doc.implementation(id)) || both(doc.answer(id)));
  const actions = doc.serving(risk.id);
  return doc.chosen(risk).some(control) || actions.some((it) => both(it) || doc.isDone(it));
}

function basis(doc, risk, test) {
  const named = new Set(risk.treatment?.share_basis);
  return doc.obligations.some((it) => named.has(it.id) && test(it));
}

function decided(doc, risk) {
  const actions = doc.serving(risk.id);
  switch (risk.treatment?.option) {
    case "modify":
      return ground(doc, risk);
    case "retain":
      return true;
    case "avoid":
      return actions.length > 0;
    case "share":
      return basis(doc, risk, (it) => !doc.ended(it)) || actions.length > 0;
    default:
      return false;
  }
}

export function stale(doc, risk, level) {
  const dates = [risk.reviewed, risk.current?.on].filter((day) => day && day <= doc.today);
  if (!dates.length) return true;
  const own = (doc.criteria.review_months ?? []).find((it) => it.level === level.word)?.months;
  const months = own ?? (level.level === doc.criteria.levels.length - 1 ? 6 : 12);
  return monthsAfter(dates.sort().at(-1), months) < doc.today;
}

/** Everything that is said of one risk. */
export function evaluate(doc, risk) {
  const option = risk.treatment?.option;
  const lacks = missing(doc, risk);
  const chosen = doc.chosen(risk);
  const actions = doc.serving(risk.id);
  const done = chosen.filter((id) => doc.inPlace(id)).length + actions.filter((it) => doc.isDone(it)).length;
  const of = chosen.length + actions.length;
  const it = { risk, option, missing: lacks, draft: lacks.length > 0, chosen, actions, done, of };
  it.residual = readable(doc.criteria, risk.treatment?.residual);
  it.readable = readable(doc.criteria, risk.current);
  it.inherent = readable(doc.criteria, risk.inherent);
  it.decided = decided(doc, risk);
  const begun = of > 0 || (option === "share" && basis(doc, risk, (entry) => doc.inForce(entry)));
  it.complete = it.decided && option !== "retain" && begun && done === of;
  if (it.readable) {
    const current = it.readable;
    if (option === "retain") it.planned = current;
    else it.planned = it.residual ?? (option === "avoid" ? GONE : current);
    const reached = it.complete && byKey(it.planned, current) <= 0;
    it.exposure = it.decided && reached ? it.planned : current;
  }
  it.plan = approval(doc, it, "plan");
  it.left = approval(doc, it, "residual");
  const accepted = acceptance(doc, it);
  it.accepted = !it.draft && accepted(it.exposure);
  it.state = state(it, accepted);
  it.open = OPEN.includes(it.state);
  it.above = !it.draft && it.exposure.above;
  it.byTreatment = ["avoided", "acceptable"].includes(it.state) && it.readable.above;
  it.stale = !it.draft && !it.exposure.gone && stale(doc, risk, it.readable);
  return it;
}

function state(it, accepted) {
  if (it.draft) return "draft";
  if (it.exposure.gone) return "avoided";
  if (!it.exposure.above) return "acceptable";
  if (it.accepted) return "accepted";
  const enough = !it.planned.above || accepted(it.planned);
  if (it.decided && !it.complete && enough) return "planned";
  return it.decided ? "insufficient" : "untreated";
}

/** The criteria of rank in their order; each says how two differ. */
const RANK = [
  ["draft", (a, b) => Number(a.draft) - Number(b.draft)],
  ["exposure", (a, b) => (a.draft || b.draft ? 0 : byKey(b.exposure, a.exposure))],
  ["open", (a, b) => Number(b.open) - Number(a.open)],
  ["current", (a, b) => (a.draft || b.draft ? 0 : byKey(b.readable, a.readable))],
  ["dimensions", (a, b) => (a.draft || b.draft ? 0 : b.readable.dimensions - a.readable.dimensions)],
  ["label", (a, b) => labels(a.risk.label ?? "", b.risk.label ?? "")],
  ["id", (a, b) => bytes(a.risk.id, b.risk.id)],
];

export const evaluations = (doc) => doc.risks.map((risk) => evaluate(doc, risk));

/** The risks in the order of their rank, each with the first in which it differs from the next. */
export function ranked(all) {
  const order = [...all].sort((a, b) => first(...RANK.map(([, by]) => by(a, b))));
  return order.map((it, at) => {
    const next = order[at + 1];
    const by = next ? RANK.find(([, differs]) => differs(it, next) !== 0)[0] : "last";
    return { ...it, by };
  });
}

function cells(doc, all, of) {
  const counts = new Map();
  for (const it of all.filter((one) => !one.draft && !of(one).gone)) {
    const { likelihood, consequence } = of(it);
    const place = likelihood * 10 + consequence;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const word = (scale, place) => doc.criteria[scale][place].word;
  return [
    [...counts.keys()]
      .sort((a, b) => a - b)
      .map((place) => [
        word("likelihood", Math.floor(place / 10)),
        word("consequence", place % 10),
        counts.get(place),
      ]),
    all.filter((it) => !it.draft && of(it).gone).length,
    all.filter((it) => it.draft).length,
  ];
}

function counted(name, all) {
  const levels = all.filter((it) => !it.draft).map((it) => it.exposure);
  const highest = levels.sort((a, b) => b.level - a.level)[0];
  return [name, all.length, all.filter((it) => it.open).length, highest?.word ?? null];
}

function byOwner(all) {
  const owners = new Map();
  for (const it of all) {
    const name = trimmed(it.risk.owner ?? "");
    const known = owners.get(folded(name)) ?? { name: name || null, all: [] };
    known.all.push(it);
    owners.set(folded(name), known);
  }
  return [...owners.keys()].sort(bytes).map((key) => counted(owners.get(key).name, owners.get(key).all));
}

export function register(doc, all = evaluations(doc)) {
  const groups = [...doc.groups].sort((a, b) => first(labels(a.label ?? "", b.label ?? ""), bytes(a.id, b.id)));
  return {
    current: cells(doc, all, (it) => it.readable),
    exposure: cells(doc, all, (it) => it.exposure),
    planned: cells(doc, all, (it) => (it.decided ? it.planned : it.readable)),
    owners: byOwner(all),
    groups: groups
      .map((group) => counted(group.id, all.filter((it) => (it.risk.groups ?? []).includes(group.id))))
      .filter(([, number]) => number > 0),
    risks: ranked(all).map((it) => [
      it.risk.id,
      it.state,
      it.byTreatment,
      it.option ?? null,
      it.draft ? null : it.readable.word,
      it.draft ? null : it.planned.word,
      it.draft ? null : it.exposure.word,
      it.done,
      it.of,
      it.stale,
      it.accepted,
      it.plan,
      it.left,
      it.missing,
      it.by,
    ]),
  };
}
