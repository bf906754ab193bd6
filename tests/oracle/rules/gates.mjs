// What is known to block an audit stage.

import { controls, method, requirements } from "../facts.mjs";
import { daysAfter, isBlank, monthsAfter, said } from "../text.mjs";
import { Open } from "./takes.mjs";
import { hasScope, isClosed, notApproved, soaApproval, unrecorded } from "./papers.mjs";
import { evaluations } from "./risks.mjs";

const GRAVITY = ["met", "unknown", "blocks"];

const gravest = (verdicts) =>
  GRAVITY[Math.max(0, ...verdicts.map((verdict) => GRAVITY.indexOf(verdict)))];

const ids = (list) => list.map((it) => it.id ?? it.risk.id);

/** A ground that is there where it names something. */
const named = (reason, list, verdict = "blocks") => (list.length ? [[reason, verdict, list]] : []);
const plain = (reason, there, verdict = "blocks") => (there ? [[reason, verdict, []]] : []);

const both = (it) => said(it?.owner) && it.due !== undefined;

function stage1(doc, all, approved) {
  const evaluable = all.filter((it) => !it.draft);
  const inState = (state) => ids(evaluable.filter((it) => it.state === state));
  const asked = evaluable.filter((it) => it.option && it.readable.above);
  const others = asked.filter((it) => it.option !== "retain");
  const early = requirements.filter(
    (it) => method.stage_1_chapters.includes(it.chapter) || method.stage_1_items.includes(it.id),
  );
  const ofKind = (kind) => doc.events.filter((it) => it.kind === kind);
  const planned = (kind) =>
    ofKind(kind).some((it) => doc.isDone(it) || (it.planned && it.planned >= doc.today));
  return [
    ["S1-SCOPE", plain("blank", !hasScope(doc))],
    ["S1-DOCS", named("open", notApproved(doc, "stage_1", approved))],
    ["S1-CRITERIA", plain("none", !doc.criteria)],
    [
      "S1-RISKS",
      [
        ...plain("none", evaluable.length === 0),
        ...named("untreated", inState("untreated")),
        ...named("insufficient", inState("insufficient")),
        ...named("owner", ids(evaluable.filter((it) => isBlank(it.risk.owner)))),
      ],
    ],
    [
      "S1-APPROVED",
      [
        ...plain("none", evaluable.length === 0, "unknown"),
        ...named("acceptance", ids(asked.filter((it) => it.option === "retain" && !it.accepted))),
        ...named("plan", ids(others.filter((it) => it.plan !== "valid"))),
        ...named("residual", ids(others.filter((it) => it.left !== "valid"))),
      ],
    ],
    ["S1-SOA", soaGrounds(doc)],
    ["S1-CLAUSES", clauses(doc, early, ["not_implemented"])],
    [
      "S1-PLANNED",
      [
        ...plain("audit", !planned("internal_audit")),
        ...plain("review", !planned("management_review")),
      ],
    ],
  ];
}

function soaGrounds(doc) {
  const rows = [...controls, ...doc.own_controls].map(({ id }) => ({
    id,
    state: doc.applicability(id),
    its: doc.answer(id)?.applicability ?? {},
    used: doc.treats(id).length + doc.holds(id).length > 0,
  }));
  const excluded = rows.filter((it) => it.state === "excluded");
  const driven = (it) => it.used || doc.obliged(it.id).length > 0 || doc.stated(it.id).length > 0;
  const inUse = (it) => it.used || doc.obliged(it.id).some((one) => doc.inForce(one));
  return [
    ...named("reason", ids(rows.filter((it) => it.state !== "excluded" && !driven(it)))),
    ...named("justification", ids(excluded.filter((it) => isBlank(it.its.justification)))),
    ...named("used", ids(excluded.filter(inUse))),
    ...named("provider", ids(rows.filter((it) => it.state === "inherited" && isBlank(it.its.provider)))),
  ];
}

function clauses(doc, list, states) {
  const so = (state) => ids(list.filter((it) => doc.implementation(it.id) === state));
  return [
    ...states.flatMap((state) => named(state, so(state))),
    ...named("not_assessed", so("not_assessed"), "unknown"),
  ];
}

function stage2(doc, all, approved) {
  const evaluable = all.filter((it) => !it.draft);
  const done = (kind) => doc.events.filter((it) => it.kind === kind && doc.isDone(it));
  const inYear = (day, end) => day <= end && end <= monthsAfter(day, 12);
  const audits = done("internal_audit");
  const reviews = done("management_review").filter((it) => inYear(it.done, doc.today));
  const audited = (review) => audits.some((audit) => inYear(audit.done, review.done));
  const above = new Set(ids(all.filter((it) => it.above)));
  const overdue = doc.actions.filter(
    (it) =>
      !doc.isDone(it) &&
      it.due &&
      daysAfter(it.due, 30) < doc.today &&
      (it.serves ?? []).some((id) => above.has(id)),
  );
  const left = notApproved(doc, "stage_2", approved);
  return [
    ["S2-DOCS", named("open", left.filter((id) => !method.nonconformity_documents.includes(id)))],
    ["S2-AUDIT", plain("none", !audits.some((it) => inYear(it.done, doc.today)))],
    [
      "S2-REVIEW",
      [
        ...plain("none", reviews.length === 0),
        ...plain("no_audit", reviews.length > 0 && !reviews.some(audited)),
      ],
    ],
    [
      "S2-RISKS",
      [
        ...named("stale", ids(evaluable.filter((it) => it.stale))),
        ...named("overdue", ids(overdue)),
      ],
    ],
    ["S2-NC", nonconformities(doc)],
    ["S2-CLAUSES", clauses(doc, requirements, ["not_implemented", "planned"])],
    ["S2-CONTROLS", controlGrounds(doc)],
  ];
}

function nonconformities(doc) {
  const open = doc.nonconformities.filter((it) => !isClosed(doc, it));
  const minor = open.filter((it) => it.grade === "minor");
  const served = (it) => doc.serving(it.id).some((action) => both(action) || doc.isDone(action));
  return [
    ...named("major", ids(open.filter((it) => it.grade === "major"))),
    ...named("cause", ids(minor.filter((it) => isBlank(it.root_cause)))),
    ...named("action", ids(minor.filter((it) => !served(it)))),
    ...named("unrecorded", unrecorded(doc)),
  ];
}

function controlGrounds(doc) {
  const scope = [...controls, ...doc.own_controls].filter((it) => doc.applicability(it.id) !== "excluded");
  const so = (state) => scope.filter((it) => doc.implementation(it.id) === state);
  const carried = (id) =>
    both(doc.answer(id)) ||
    doc.actions.some((it) => (it.controls ?? []).includes(id) && (both(it) || doc.isDone(it)));
  return [
    ...named("not_implemented", ids(so("not_implemented").filter((it) => !carried(it.id)))),
    ...named("not_assessed", ids(so("not_assessed")), "unknown"),
  ];
}

export function gates(doc, all = evaluations(doc)) {
  if (!doc.clauses) return null;
  const approved = soaApproval(doc).state;
  const open = new Open(doc);
  const judged = (conditions) =>
    conditions.map(([id, grounds]) => {
      const blocking = grounds.filter((it) => it[1] === "blocks");
      return [id, gravest(grounds.map((it) => it[1])), grounds, ...open.takes(id, blocking)];
    });
  const one = judged(stage1(doc, all, approved));
  const two = judged(stage2(doc, all, approved));
  const state = (conditions) =>
    ({ blocks: "blocked", unknown: "unknown", met: "nothing_known_blocks" })[
      gravest(conditions.map((it) => it[1]))
    ];
  const first = state(one);
  const second = first === "blocked" ? "waits" : state([...one, ...two]);
  return [
    [first, one],
    [second, two],
  ];
}

