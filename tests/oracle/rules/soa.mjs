// The Statement of Applicability: rows, reasons, totals, comparison.

import { byId, controls } from "../facts.mjs";
import { bytes, compare, first, labels, said, trimmed } from "../text.mjs";

const KINDS = ["risk", "legal", "contractual", "business", "good_practice"];
const REGISTERS = [undefined, "risks", "obligations"];
const DRIVERS = ["treats", "holds", "obliged", "stated"];

const PARTLY = ["partly", "implemented"];

/** Every reason of a control in the order of its row. */
export function reasons(doc, id) {
  const risk = (driver) => (entry) => ({
    reason: "risk",
    driver,
    entry: entry.id,
    shown: doc.shown("risks", entry),
  });
  const derived = [
    ...doc.treats(id).map(risk("treats")),
    ...doc.holds(id).map(risk("holds")),
    ...doc.obliged(id).map((entry) => ({
      reason: doc.reasonOf(entry),
      driver: "obliged",
      entry: entry.id,
      shown: doc.shown("obligations", entry),
      obligation: entry.kind,
      from: doc.upcoming(entry) ? entry.since : undefined,
    })),
  ];
  const stated = [];
  for (const { reason, reference } of doc.stated(id)) {
    const found = doc.resolve(reference);
    const same = derived.find((it) => it.reason === reason && it.entry === found?.entry.id);
    if (same) {
      same.also = true;
      continue;
    }
    const typed = trimmed(reference ?? "") || undefined;
    const shown = found ? doc.shown(found.register, found.entry) : typed;
    const again = (it) => it.reason === reason && it.entry === found?.entry.id && it.shown === shown;
    if (stated.some(again)) continue;
    stated.push({ reason, driver: "stated", register: found?.register, entry: found?.entry.id, shown });
  }
  return [...derived, ...stated].sort((a, b) =>
    first(
      KINDS.indexOf(a.reason) - KINDS.indexOf(b.reason),
      Number(a.driver === "stated") - Number(b.driver === "stated"),
      labels(a.shown ?? "", b.shown ?? ""),
      DRIVERS.indexOf(a.driver) - DRIVERS.indexOf(b.driver),
      REGISTERS.indexOf(a.register) - REGISTERS.indexOf(b.register),
      bytes(a.entry ?? "", b.entry ?? ""),
    ),
  );
}

export function comparison(doc, id) {
  const state = doc.applicability(id);
  const { reason, justification } = doc.answer(id)?.applicability ?? {};
  if (state === "excluded") return reason || said(justification) ? "not_necessary" : "undecided";
  if (doc.treats(id).length) return "chosen";
  const there = PARTLY.includes(doc.implementation(id)) || state === "inherited";
  if (doc.holds(id).length || there) return "already_there";
  return doc.obliged(id).length || doc.stated(id).length ? "chosen" : "undecided";
}

export function contradictions(doc, id) {
  if (doc.applicability(id) !== "excluded") return [];
  const used = doc.treats(id).length + doc.holds(id).length > 0;
  return [...(used ? ["excluded_used"] : []), ...(doc.obliged(id).length ? ["excluded_obliged"] : [])];
}

function plan(doc, id) {
  const answer = doc.answer(id);
  const own = answer?.due && doc.implementation(id) !== "implemented";
  return [
    ...(own ? [{ due: answer.due, owner: answer.owner }] : []),
    ...doc.actions
      .filter((action) => (action.controls ?? []).includes(id))
      .filter((action) => action.due && !doc.isDone(action))
      .map((action) => ({ ...action, action: doc.shown("actions", action) })),
  ].sort((a, b) =>
    first(
      compare(a.due, b.due),
      Number(a.action !== undefined) - Number(b.action !== undefined),
      labels(a.action ?? "", b.action ?? ""),
      bytes(a.id ?? "", b.id ?? ""),
    ),
  );
}

function totals(doc, ids) {
  const count = (state) => ids.filter((id) => doc.applicability(id) === state).length;
  const scope = ids.filter((id) => doc.applicability(id) !== "excluded");
  const states = ["implemented", "partly", "planned", "not_implemented", "not_assessed"];
  return [
    ...["applicable", "excluded", "inherited"].map(count),
    ...states.map((state) => scope.filter((id) => doc.implementation(id) === state).length),
  ];
}

export function soa(doc) {
  const ids = (list) => list.map((control) => control.id);
  const rows = ids(doc.allControls).map((id) => {
    const state = doc.applicability(id);
    const scope = doc.answer(id)?.applicability ?? {};
    const outside = state !== "applicable";
    return [
      id,
      state,
      reasons(doc, id).map((it) => [
        it.reason,
        it.driver,
        it.entry ?? null,
        it.shown || null,
        it.obligation ?? null,
        it.from ?? null,
        it.also === true,
      ]),
      state === "excluded" ? (scope.reason ?? null) : null,
      outside && said(scope.justification),
      state === "inherited" && said(scope.provider),
      doc.implementation(id),
      plan(doc, id).map((it) => [it.due, it.owner || null, it.action ?? null]),
      byId.has(id) ? comparison(doc, id) : null,
      contradictions(doc, id),
    ];
  });
  const catalogue = ids(controls);
  const own = ids(doc.own);
  return {
    totals: totals(doc, catalogue),
    own: own.length ? totals(doc, own) : null,
    all: own.length ? totals(doc, [...catalogue, ...own]) : null,
    compared: [
      catalogue.length,
      catalogue.filter((id) => comparison(doc, id) === "undecided").length,
      [...catalogue, ...own].flatMap((id) => contradictions(doc, id)).length,
    ],
    rows,
  };
}
