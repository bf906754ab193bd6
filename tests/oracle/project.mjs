// The verdict out of the canonical JSON texts: ids, codes, states and numbers, no words.

import { byId } from "./facts.mjs";
import { inOrder } from "./rules/lint/findings.mjs";
import { said } from "./text.mjs";

const text = (value) => value ?? null;
const TOTALS = ["applicable", "excluded", "inherited"];
const STATES = ["implemented", "partly", "planned", "not_implemented", "not_assessed"];
const totals = (it) => (it ? [...TOTALS, ...STATES].map((name) => it[name]) : null);

const scores = (report) =>
  report.scores.map((it) => [it.key, it.score_bp, it.coverage_bp, it.assessed, it.in_scope, it.points_bp]);

const gaps = (report) => report.gaps.map((it) => [it.id, it.force, it.implementation]);

const reason = (it) => [
  it.reason,
  it.driver,
  text(it.entry),
  text(it.reference),
  text(it.obligation),
  text(it.from),
  it.also_stated,
];

const soa = (it) => ({
  totals: totals(it.totals),
  own: totals(it.own_totals),
  all: totals(it.all_totals),
  compared: [it.compared.controls, it.compared.undecided, it.compared.contradictions],
  rows: it.rows.map((row) => [
    row.id,
    row.applicability,
    row.inclusion.map(reason),
    text(row.exclusion),
    said(row.justification),
    said(row.provider),
    row.implementation,
    row.plan.map((one) => [one.due, text(one.owner), text(one.action)]),
    text(row.comparison),
    row.contradictions,
  ]),
});

const cells = (it) => [
  it.cells.map((cell) => [cell.likelihood, cell.consequence, cell.count]),
  it.gone,
  it.drafts,
];

const counts = (it) => [text(it.name), it.number, it.open, text(it.highest)];

const risks = (it) => ({
  current: cells(it.current),
  exposure: cells(it.exposure),
  planned: cells(it.planned),
  owners: it.owners.map(counts),
  groups: it.groups.map(counts),
  risks: it.risks.map((risk) => [
    risk.id,
    risk.state,
    risk.by_treatment,
    text(risk.option),
    text(risk.current),
    text(risk.planned),
    text(risk.exposure),
    risk.done,
    risk.of,
    risk.stale,
    risk.accepted,
    risk.plan_approval,
    risk.residual_approval,
    risk.missing,
    risk.ahead_by,
  ]),
});

/** Of the grounds those that are not `met`: the others only say what was looked at. */
const condition = (it) => [
  it.id,
  it.verdict,
  it.grounds
    .filter((ground) => ground.verdict !== "met")
    .map((ground) => [ground.reason, ground.verdict, ground.about.map((one) => one.id)]),
  it.effort ? [it.effort.low_cd, it.effort.likely_cd, it.effort.high_cd] : null,
  it.waits_for,
];

const gates = (it) =>
  it.stage_1 ? [it.stage_1, it.stage_2].map((gate) => [gate.state, gate.conditions.map(condition)]) : null;

/** All places of a code and severity together: how they are laid out in records is presentation. */
function lint(it) {
  const records = new Map();
  for (const { severity, code, items } of it.findings) {
    const key = `${code} ${severity}`;
    if (!records.has(key)) records.set(key, [severity, code, []]);
    records.get(key)[2].push(...items.map((one) => one.id));
  }
  return inOrder([...records.values()]);
}

const named = (it) => (it ? `${it.kind} ${it.id}` : null);
const ends = (it) => [it.low_cd, it.likely_cd, it.high_cd];
const total = (it) => [it.steps, ends(it)];
const weeks = (it) => (it ? [it.low, it.likely, it.high] : null);
const calendar = (it) =>
  it ? [it.capacity_cd_week, weeks(it.build), weeks(it.stage_1), weeks(it.stage_2), weeks(it.certificate), it.decided_by] : null;

const roadmap = (it) => ({
  steps: it.steps.map((step) => [
    named(step),
    step.phase,
    named(step.phase_by),
    step.parts.map((part) => [part.points, part.weight]),
    step.conditions,
    step.risks.map((risk) => [risk.id, risk.points]),
    step.priority,
    step.inherited,
    named(step.pulled_by),
    ends(step),
    step.figure,
    named(step.counted_in),
    step.waits_for.map(named),
    step.unlocks.map(named),
    step.ahead,
  ]),
  circles: it.circles.map((circle) => circle.members.map(named)),
  whole: total(it.total),
  phases: it.phases.map((phase) => total(phase.total)),
  stages: [total(it.stage_1), total(it.stage_2)],
  weeks: [calendar(it.calendar), calendar(it.faster)],
});

const over = (it) => ({
  withheld: text(it.withheld),
  evaluable: it.evaluable,
  drafts: it.drafts,
  controls: it.controls.map((one) => [
    one.id,
    one.code,
    one.strength,
    one.looked.filter((looked) => looked.is_found).map((looked) => looked.what),
  ]),
  plans: it.plans.map((one) => one.id),
  cheap: it.cheap,
  carrying: it.carrying.map((one) => [one.id, one.carries]),
});

/** Whether the items of each record stand in the catalogue's order, once each place of theirs is passed. */
const inCatalogueOrder = (it) =>
  it.findings.every(({ items }) => {
    const places = items.map((one) => byId.get(one.id)?.place).filter((place) => place !== undefined);
    return places.every((place, at) => at === 0 || places[at - 1] <= place);
  });

const suggestion = (it) => [it.control, it.question, text(it.decision), it.offered];

const document = (it) => [text(it.id), it.state, text(it.review_due), it.overdue, it.waits_for];

/** Without words a sentence is its key, and keys say which answers led where. */
function choice(it) {
  if (!it.mode) return null;
  const letter = { because_yes: "y", because_no: "n" };
  const led = it.because.map(({ text: key }) => key.split(".").slice(1));
  return {
    mode: it.mode,
    standard: it.standard,
    because: led
      .filter(([kind, asked]) => asked !== "nothing" && kind)
      .map(([kind, asked]) => (kind === "because" ? ["isms_exists", "-"] : [asked, letter[kind]])),
    both: it.also !== undefined,
    initial: weeks(it.initial_cd),
    running: weeks(it.running_cd),
    weeks: weeks(it.weeks),
  };
}

export { choice };

/** `texts` are report, statement, register, gates, findings, roadmap, what is too much, context, papers and
 * choice, in this order. */
export function project(texts) {
  const [report, statement, register, ready, findings, plan, much, about, papers, chosen] = texts.map((one) =>
    JSON.parse(one),
  );
  return {
    scores: scores(report),
    gaps: gaps(report),
    soa: soa(statement),
    risks: risks(register),
    gates: gates(ready),
    lint: lint(findings),
    roadmap: roadmap(plan),
    over: over(much),
    ordered: inCatalogueOrder(findings),
    unknown: report.unknown_ids,
    suggestions: about.suggestions.map(suggestion),
    documents: papers.documents.map(document),
    nonconformities: papers.nonconformities.map((it) => [it.id, it.closed, text(it.days_open)]),
    choice: choice(chosen),
  };
}
