// Findings about documents, events, nonconformities, scope, approval and labels.

import { documents, items, method } from "../../facts.mjs";
import { said } from "../../text.mjs";
import { changedParts, papers, soaApproval, unrecorded } from "../papers.mjs";

const REGISTERS = ["groups", "risks", "actions", "obligations", "own_controls", "nonconformities"];

export function registers(doc, report) {
  const later = (day) => day !== undefined && day > doc.today;
  for (const it of doc.nonconformities) {
    if (later(it.found)) report("L-DATE-FUTURE", it.id);
    if (later(it.checked)) report("L-DATE-FUTURE", it.id);
  }
  for (const it of doc.obligations) {
    if (later(it.reviewed)) report("L-DATE-FUTURE", it.id);
    if (!it.controls?.length && !it.items?.length) report("L-OBLIGATION-EMPTY", it.id);
  }
  for (const it of doc.risks) {
    for (const day of [it.current?.on, it.reviewed, it.acceptance?.on]) {
      if (later(day)) report("L-DATE-FUTURE", it.id);
    }
  }
  for (const it of doc.file.snapshots ?? []) if (later(it.on)) report("L-DATE-FUTURE", "snapshots");
  if (later(doc.file.soa_approval?.on)) report("L-DATE-FUTURE", "soa_approval");
  for (const it of [...doc.events, ...doc.actions]) if (later(it.done)) report("L-DONE-FUTURE", it.id);
  for (const it of doc.actions) {
    if (it.due && it.due < doc.today && !doc.isDone(it)) report("L-ACTION-OVERDUE", it.id);
  }
  for (const it of papers(doc)) {
    if (later(it.date)) report("L-DATE-FUTURE", it.name);
    if (it.review && it.review < doc.today) report("L-DOCUMENT-REVIEW", it.name);
    if (it.id && !documents.some((one) => one.id === it.id)) report("L-DOCUMENT-UNKNOWN", it.id);
  }
  for (const id of unrecorded(doc)) report("L-NC-NOT-RECORDED", id);
  if (said(doc.file.about?.scope) && changedParts(doc).length) {
    report("L-SCOPE-PARTS-CHANGED", "about.scope");
  }
  const approval = soaApproval(doc);
  if (approval.state === "void") report("L-SOA-APPROVAL-VOID", "soa_approval");
  if (approval.old) report("L-SOA-STATUS-OLD", "soa_approval");
  for (const register of REGISTERS) {
    for (const it of doc[register]) {
      if (it.label && doc[register].some((one) => one !== it && one.label === it.label)) {
        report("L-LABEL-TWICE", it.id);
      }
    }
  }
  context(doc, report);
}

/** Whether a rule under the question suggests the control now. */
function suggests(doc, question, control) {
  const answers = doc.file.context ?? {};
  const holds = ({ question: about, is, is_not }) =>
    is !== undefined ? answers[about] === is : answers[about] !== is_not;
  return method.suggestion.some(
    (rule) => rule.question === question && rule.controls.includes(control) && rule.when.every(holds),
  );
}

function context(doc, report) {
  for (const { id } of items) {
    if (!doc.isControl(id) || doc.applicability(id) !== "excluded") continue;
    const accepted = (doc.file.suggestions ?? []).filter(
      (it) => it.control === id && it.decision === "accepted",
    );
    if (accepted.length && !accepted.some((it) => suggests(doc, it.question, id))) {
      report("L-CONTEXT-CHANGED", id);
    }
  }
}
