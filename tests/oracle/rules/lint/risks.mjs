// Findings about risks, their treatment, acceptance and criteria.

import { byId, method } from "../../facts.mjs";
import { isBlank, monthsAfter, said, sameName } from "../../text.mjs";
import { digestOf } from "../approvals.mjs";
import { byKey, ground, unknownSteps, words } from "../risks.mjs";

export function risks(doc, all, report) {
  for (const it of all) {
    scenario(doc, it, report);
    treatment(doc, it, report);
    residual(doc, it, report);
    decisions(doc, it, report);
  }
  if (doc.criteria) criteria(doc.criteria, report);
}

function scenario(doc, it, report) {
  const { risk } = it;
  if (isBlank(risk.owner)) report("L-RISK-NO-OWNER", risk.id, it.draft ? "warning" : "error");
  if (it.state === "untreated") report("L-RISK-UNTREATED", risk.id);
  if (it.state === "insufficient") report("L-RISK-INSUFFICIENT", risk.id);
  if (it.stale) report("L-RISK-STALE", risk.id);
  if (risk.basis !== "asset" && said(risk.threat) && isBlank(risk.event)) report("L-RISK-TEMPLATE", risk.id);
  const assessments = [risk.inherent, risk.current, risk.treatment?.residual];
  if (assessments.some((one) => unknownSteps(doc.criteria, one).length)) report("L-UNKNOWN-STEP", risk.id);
  if ((risk.existing ?? []).some((id) => it.chosen.includes(id))) report("L-CONTROL-TWICE", risk.id);
  if (it.readable && it.inherent && byKey(it.readable, it.inherent) > 0) {
    report("L-CURRENT-ABOVE-INHERENT", risk.id);
  }
  if (doc.held(risk).some((id) => doc.isControl(id) && !doc.inPlace(id))) {
    report("L-EXISTING-NOT-IN-PLACE", risk.id, it.above ? "error" : "warning");
  }
}

function treatment(doc, it, report) {
  const { option, risk } = it;
  if (option === "modify" && !it.chosen.length && !it.actions.length) report("L-MODIFY-NO-CONTROL", risk.id);
  if (option === "avoid" && !it.actions.length) report("L-AVOID-NO-ACTION", risk.id);
  if (option === "retain") {
    if (risk.treatment.residual) report("L-RETAIN-RESIDUAL", risk.id);
    if (it.chosen.length) report("L-RETAIN-CONTROLS", risk.id);
  }
}

function residual(doc, it, report) {
  const { risk, option } = it;
  const { residual: left, readable: now } = it;
  const asked = option === "modify" || option === "share";
  if (it.decided && asked && it.above && !left) report("L-RESIDUAL-MISSING", risk.id);
  if (option === "retain" || !left || !now) return;
  if (option === "share" && left.likelihood < now.likelihood) report("L-SHARE-LIKELIHOOD", risk.id);
  if (byKey(left, now) < 0 && !ground(doc, risk)) report("L-RESIDUAL-NO-GROUND", risk.id);
  if (left.level > now.level) report("L-RESIDUAL-ABOVE", risk.id, "error");
  else if (left.likelihood > now.likelihood || left.consequence > now.consequence) {
    report("L-RESIDUAL-ABOVE", risk.id, "warning");
  }
  // What is chosen and is no control neither prevents nor limits anything.
  const chosen = it.chosen.filter((id) => doc.isControl(id));
  const prevents = (id) =>
    byId.get(id)?.kind === "control" &&
    byId.get(id).control_type.join() === "Preventive" &&
    !method.damage_limiting_controls.includes(id);
  if (left.consequence < now.consequence && chosen.length && chosen.every(prevents)) {
    report("L-RESIDUAL-CONSEQUENCE", risk.id);
  }
  const both = now.likelihood - left.likelihood >= 2 && now.consequence - left.consequence >= 2;
  if (both && it.chosen.length === 1 && !it.actions.length) report("L-RESIDUAL-BOTH", risk.id);
}

function decisions(doc, it, report) {
  const { risk } = it;
  for (const one of risk.approvals ?? []) {
    if (one.digest === digestOf(it, one.of) && !sameName(one.by, risk.owner ?? "")) {
      report("L-APPROVED-BY-OTHER", risk.id);
    }
  }
  const acceptance = risk.acceptance;
  if (!acceptance?.until) return;
  const longest = monthsAfter(acceptance.on, doc.criteria?.accept_months_max ?? 12);
  if (doc.criteria && acceptance.until > longest) report("L-ACCEPT-LONG", risk.id);
  if (acceptance.until < doc.today && it.above) report("L-ACCEPT-EXPIRED", risk.id);
}

function criteria(it, report) {
  const levels = words(it.levels);
  const matrix = it.matrix.map((row) => row.map((word) => levels.indexOf(word)));
  for (const step of [...it.likelihood, ...it.consequence]) {
    if (isBlank(step.anchor)) report("L-SCALE-NO-ANCHOR", "criteria");
  }
  const used = new Set(matrix.flat());
  for (const level of levels.keys()) if (!used.has(level)) report("L-LEVEL-UNUSED", "criteria");
  if (it.accept_up_to === levels.at(-1)) report("L-LINE-TRIVIAL", "criteria");
  const jumps = matrix.some((row, at) =>
    row.some((level, column) => {
      const next = [row[column + 1], matrix[at + 1]?.[column]];
      return next.some((other) => other !== undefined && other - level > 1);
    }),
  );
  if (jumps) report("L-MATRIX-JUMP", "criteria");
  if (used.size === 1) report("L-MATRIX-FLAT", "criteria");
}
