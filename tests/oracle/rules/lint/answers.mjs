// Findings about single answers: what contradicts itself, what is missing, what is out of date.

import { byId, controls } from "../../facts.mjs";
import { collapsed, folded, isBlank, monthsAfter } from "../../text.mjs";
import { implementationOf, suggested } from "../document.mjs";

const THERE = ["partly", "implemented"];

export function answers(doc, report) {
  for (const id of doc.unknown) report("L-UNKNOWN-ID", id);
  for (const [id, answer] of doc.answers) {
    const kind = doc.isOwn(id) ? "control" : byId.get(id)?.kind;
    if (kind === "control") control(doc, id, answer, report);
    else if (kind && kind !== "heading" && doc.clauses) requirement(doc, id, kind, answer, report);
  }
  repeated(doc, report);
}

function requirement(doc, id, kind, answer, report) {
  if (kind === "item") report("L-ITEM-NOT-COUNTED", id);
  const state = answer.applicability?.state ?? "applicable";
  if (state !== "applicable") report("L-CLAUSE-EXCLUDED", id);
  if (answer.response === "not_applicable") report("L-NOT-APPLICABLE-REQUIREMENT", id);
  either(doc, id, answer, report);
}

function control(doc, id, answer, report) {
  const state = doc.applicability(id);
  const its = answer.applicability ?? {};
  if (state === "excluded") {
    if (isBlank(its.justification)) report("L-EXCLUDED-NO-JUSTIFICATION", id);
    if (!its.reason) report("L-EXCLUDED-NO-REASON", id);
    if (THERE.includes(implementationOf(answer))) report("L-EXCLUDED-IMPLEMENTED", id);
    if (its.review && its.review < doc.today) report("L-EXCLUSION-STALE", id);
  }
  if (state === "inherited" && isBlank(its.provider)) report("L-INHERITED-NO-PROVIDER", id);
  if (state !== "excluded") {
    if (answer.response === "not_applicable") report("L-NOT-APPLICABLE-NOT-EXCLUDED", id);
    const vague = (it) => it.reason === "risk" && isBlank(it.reference);
    if ((answer.inclusion ?? []).some(vague)) report("L-REASON-RISK-NO-REFERENCE", id);
  }
  either(doc, id, answer, report);
}

/** What holds for requirements, their items and controls alike. */
function either(doc, id, answer, report) {
  const state = implementationOf(answer);
  const outside = doc.applicability(id) === "excluded";
  const evidence = answer.evidence ?? [];
  if (state === "implemented" && !outside && !evidence.length) report("L-IMPLEMENTED-NO-EVIDENCE", id);
  for (const { date, review_months } of evidence) {
    if (!date || outside) continue;
    if (date > doc.today) report("L-EVIDENCE-FUTURE", id);
    if (monthsAfter(date, review_months ?? 12) < doc.today) report("L-EVIDENCE-STALE", id);
  }
  if (answer.implementation && answer.response) {
    if (answer.implementation !== (suggested(answer) ?? "not_assessed")) report("L-RESPONSE-OVERRIDDEN", id);
  }
  const { level, target } = answer.maturity ?? {};
  if (target !== undefined && level >= target + 2) report("L-MATURITY-ABOVE-TARGET", id);
  if (answer.due && answer.due < doc.today && state !== "implemented" && !outside) {
    report("L-PLANNED-OVERDUE", id);
  }
}

function repeated(doc, report) {
  const first = new Map();
  const accepted = (control) =>
    (doc.file.suggestions ?? [])
      .filter((it) => it.control === control && it.decision === "accepted")
      .map((it) => it.question);
  for (const { id } of [...controls, ...doc.own_controls]) {
    if (doc.applicability(id) === "applicable") continue;
    const text = folded(collapsed(doc.answer(id).applicability.justification));
    if (!text) continue;
    const other = first.get(text);
    if (other === undefined) first.set(text, id);
    else if (!accepted(id).some((question) => accepted(other).includes(question))) {
      report("L-JUSTIFICATION-REPEATED", id);
    }
  }
}
