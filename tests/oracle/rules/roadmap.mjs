// Everything that is to be done, in one order. From docs/rules-roadmap.md.

import { byId, controls, documents, edges, effort, method, phases, requirements, riskMethod } from "../facts.mjs";
import { bytes, first, labels } from "../text.mjs";
import { NONCONFORMITY } from "./document.mjs";
import { calendar, likely, range, sum } from "./effort.mjs";
import { gates } from "./gates.mjs";
import { entryOf, isClosed, soaApproval, stateOf } from "./papers.mjs";
import { words } from "./risks.mjs";

const WEIGHTS = { certify: [4, 3, 1, 1], establish: [3, 4, 1, 1], manage_by_risk: [1, 5, 1, 1], demonstrate: [2, 3, 3, 1] };
const PHASES = ["foundation", "decide", "build", "operate", "check"];
const DAY = 86400000;

/** The phase of a requirement or control; nothing of what there is not. */
function phaseOf(doc, id) {
  if (doc.isControl(id)) return 3;
  if (byId.get(id)?.kind !== "requirement") return undefined;
  const fits = [...phases].filter(([at]) => id === at || id.startsWith(`${at}.`));
  return fits.sort((a, b) => b[0].length - a[0].length)[0][1];
}

function documentPhase(doc, it) {
  const after = effort.get(it.id)?.after ?? [];
  const of = (id) => {
    const other = documents.find((one) => one.id === id);
    return other ? documentPhase(doc, other) : phaseOf(doc, id);
  };
  const asked = it.source.split(" ")[0];
  const phase = after.length ? Math.max(...after.map(of)) : phaseOf(doc, asked);
  return it.needed_from === "stage_2" ? Math.max(phase, 4) : phase;
}

const LEFT = { not_implemented: 10000, planned: 9000, partly: 5000, implemented: 0 };

function itemLeft(doc, id) {
  const left = LEFT[doc.implementation(id)];
  return doc.applicability(id) === "inherited" ? Math.min(2000, left ?? 10000) : left;
}

function nodes(doc, all) {
  const byLabel = (list) => list.sort((a, b) => first(labels(a.label, b.label), bytes(a.id, b.id)));
  const entry = (kind, it, phase, more) => ({ kind, id: it.id, label: it.label ?? "", phase, it, ...more });
  const open = ({ id }) => {
    const { maturity, finding } = doc.answer(id) ?? {};
    const young = maturity?.target !== undefined && maturity.level < maturity.target;
    const found = NONCONFORMITY.includes(finding?.kind);
    return doc.applicability(id) !== "excluded" && (doc.implementation(id) !== "implemented" || young || found);
  };
  const item = (it) => entry("item", it, phaseOf(doc, it.id), { due: doc.answer(it.id)?.due, label: doc.isOwn(it.id) ? (it.label ?? "") : "" });
  const named = (ids) => ids.map((id) => phaseOf(doc, id)).filter(Boolean);
  const least = (ids, other) => Math.min(...(named(ids).length ? named(ids) : [other]));
  const approved = soaApproval(doc).state;
  const wanted = (it) => it.needed_from !== undefined || entryOf(doc, it.id);
  return [
    ...(doc.clauses ? byLabel(doc.nonconformities.filter((it) => !isClosed(doc, it)).map((it) => entry("nc", it, least(it.item ? [it.item] : [], 5)))) : []),
    ...byLabel(all.filter((it) => ["untreated", "insufficient"].includes(it.state)).map((it) => entry("risk", it.risk, 2))),
    ...[...(doc.clauses ? requirements : []), ...controls].filter(open).map(item),
    ...byLabel(doc.own_controls.filter(open).map(item)),
    ...(doc.clauses ? documents.filter((it) => wanted(it) && stateOf(doc, it.id, approved) !== "approved").map((it) => ({ ...entry("doc", it, documentPhase(doc, it)), label: "" })) : []),
    ...byLabel(doc.actions.filter((it) => !doc.isDone(it)).map((it) => entry("act", it, least([...(it.controls ?? []), ...(it.items ?? [])], 3), { due: it.due }))),
  ].map((node, number) => ({ ...node, number }));
}

function connect(doc, steps) {
  const at = new Map(steps.map((step) => [`${step.kind} ${step.id}`, step.number]));
  const plain = (id) => at.get(`item ${id}`) ?? at.get(`doc ${id}`);
  const found = [];
  const edge = (from, to) => {
    if (from !== undefined && to !== undefined) found.push([from, to]);
  };
  for (const [from, to] of edges) edge(plain(from), plain(to));
  for (const { kind, number, it, id } of steps) {
    if (kind === "risk") {
      edge(at.get(`item ${riskMethod}`), number);
      for (const action of doc.serving(id)) edge(number, at.get(`act ${action.id}`));
    }
    if (kind === "nc") edge(number, at.get(`item ${it.item}`));
    if (kind === "act") {
      for (const named of [...(it.controls ?? []), ...(it.items ?? [])]) edge(number, at.get(`item ${named}`));
      for (const served of it.serves ?? []) edge(number, at.get(`nc ${served}`));
      for (const other of it.after ?? []) edge(at.get(`act ${other}`), number);
    }
  }
  return found;
}

/** From each step the steps that it reaches. */
function reached(steps, pairs) {
  const next = steps.map(() => []);
  for (const [from, to] of pairs) next[from].push(to);
  return steps.map((step) => {
    const seen = new Set();
    const open = [...next[step.number]];
    while (open.length) {
      const one = open.pop();
      if (!seen.has(one)) {
        seen.add(one);
        open.push(...next[one]);
      }
    }
    return seen;
  });
}

/** The circles, each with the numbers of its members. */
function circlesOf(steps, pairs) {
  const reach = reached(steps, pairs);
  const known = new Set();
  const circles = [];
  for (const { number } of steps) {
    if (known.has(number) || !reach[number].has(number)) continue;
    const circle = steps.map((it) => it.number).filter((other) => reach[number].has(other) && reach[other].has(number));
    circle.forEach((one) => known.add(one));
    circles.push(circle);
  }
  return circles;
}

export function circles(doc, all) {
  const steps = nodes(doc, all);
  return circlesOf(steps, connect(doc, steps)).map((circle) => circle.map((number) => steps[number]));
}

/** Which conditions of each stage name a step. */
function namedBy(doc, all) {
  const stages = gates(doc, all);
  const found = new Map();
  (stages ?? []).forEach(([, conditions], stage) => {
    for (const [id, , grounds] of conditions) {
      for (const [reason, verdict, names] of grounds) {
        const kind = kindOf(id, reason);
        if (verdict !== "blocks" || !kind) continue;
        for (const name of names) {
          const key = `${kind} ${name}`;
          const known = found.get(key) ?? [];
          if (!known.some(([other]) => other === id)) found.set(key, [...known, [id, stage]]);
        }
      }
    }
  });
  return found;
}

function kindOf(condition, reason) {
  if (condition.endsWith("-DOCS")) return "doc";
  if (reason === "overdue") return "act";
  if (condition === "S1-RISKS" || condition === "S1-APPROVED" || condition === "S2-RISKS") return "risk";
  if (reason === "unrecorded" || /-(SOA|CLAUSES|CONTROLS)$/.test(condition)) return "item";
  return condition === "S2-NC" ? "nc" : undefined;
}

function riskPoints(doc, it) {
  const line = words(doc.criteria.levels).indexOf(doc.criteria.accept_up_to);
  if (!it.decided) return 300 + 100 * Math.max(0, it.exposure.level - line);
  const crosses = it.exposure.above && !it.planned.above;
  return 100 * Math.max(0, it.exposure.level - it.planned.level) + (crosses ? 300 : 0);
}

function servedBy(doc, step, open) {
  const treated = (id) => (doc.isControl(id) ? doc.treats(id).map((risk) => risk.id) : []);
  const ids = {
    risk: () => [step.id],
    item: () => treated(step.id),
    act: () => [...(step.it.serves ?? []), ...(step.it.controls ?? []).flatMap(treated)],
  }[step.kind]?.();
  return open.filter((it) => (ids ?? []).includes(it.risk.id)).map((it) => [it.risk.id, riskPoints(doc, it)]);
}

const EASE = { 0: 1000, XS: 1000, S: 1000, M: 600, L: 300, XL: 0 };

function prioritize(doc, all, steps) {
  const [wG, wR, wL, wE] = (doc.clauses && WEIGHTS[doc.file.mode ?? "establish"]) || [0, 4, 2, 2];
  const named = namedBy(doc, all);
  const open = all.filter((it) => it.open);
  for (const step of steps) {
    step.conditions = named.get(`${step.kind} ${step.id}`) ?? [];
    const first = step.conditions.some(([, stage]) => stage === 0);
    const graded = step.kind === "nc" ? (step.it.grade === "major" ? 800 : 400) : 0;
    const G = Math.max(graded, first ? 1000 : step.conditions.length ? 600 : 0);
    step.risks = servedBy(doc, step, open);
    const R = Math.min(1000, step.risks.reduce((sum, [, points]) => sum + points, 0));
    const E = step.own ? 600 : (EASE[effort.get(step.id)?.initial] ?? 600);
    const days = step.due && Math.round((Date.parse(step.due) - Date.parse(doc.today)) / DAY);
    const U = step.due === undefined ? 0 : days < 0 ? 1000 : days <= 30 ? 600 : days <= 90 ? 300 : 0;
    step.parts = [[G, wG], [R, wR], [0, wL], [E, wE], [U, 1]];
    step.P = step.parts.reduce((sum, [points, weight]) => sum + points * weight, 0);
  }
}

function reckon(doc, steps, pairs) {
  const context = doc.file.context ?? {};
  const own = new Map((doc.file.efforts ?? []).map((it) => [`${it.kind} ${it.id}`, it.likely_cd]));
  for (const step of steps) {
    const said = own.get(`${step.kind} ${step.id}`);
    step.own = said !== undefined;
    step.range = range(said ?? 0);
    step.figure = "reckoned";
    if (said !== undefined) continue;
    step.figure = "elsewhere";
    if (step.kind === "act" && step.it.effort_cd !== undefined) {
      step.range = range(step.it.effort_cd);
      step.figure = "said";
    }
    if (step.kind === "item" || step.kind === "doc") {
      step.figure = effort.has(step.id) ? "row" : "unknown";
      if (step.figure === "row") step.range = range(likely(context, step.id, left(doc, step)));
    }
  }
  // The first action that says what it takes has what it brings about in it.
  const loud = steps.filter((it) => it.kind === "act" && (it.own || it.figure === "said"));
  for (const action of loud) {
    const brought = [...(action.it.controls ?? []), ...(action.it.items ?? [])];
    for (const step of steps.filter((it) => it.kind === "item" && !it.own && brought.includes(it.id))) {
      if (step.figure === "counted_in") continue;
      step.range = [0, 0, 0];
      step.figure = "counted_in";
      step.within = action;
    }
  }
}

function left(doc, step) {
  if (step.kind === "item") return itemLeft(doc, step.id);
  const paper = entryOf(doc, step.id);
  if (!paper) return undefined;
  return (paper.state ?? "missing") === "missing" ? 10000 : 5000;
}

export function roadmap(doc, all) {
  const steps = nodes(doc, all);
  const pairs = connect(doc, steps);
  const rings = circlesOf(steps, pairs);
  const ring = new Map(rings.flatMap((circle, at) => circle.map((number) => [number, at])));
  const kept = pairs.filter(([from, to]) => !(ring.has(from) && ring.get(from) === ring.get(to)));
  reckon(doc, steps, pairs);
  prioritize(doc, all, steps);
  for (const step of steps) Object.assign(step, { before: new Set(), after: new Set(), base: step.phase });
  for (const [from, to] of kept) {
    steps[from].after.add(steps[to]);
    steps[to].before.add(steps[from]);
  }
  for (const step of steps) phaseOfStep(step);
  for (const step of steps) inherit(step);
  const order = inOrder(steps);
  const position = new Map(order.map((step, at) => [step, at]));
  const names = (set) => [...set].sort((a, b) => position.get(a) - position.get(b)).map(name);
  const told = order.map((step, at) => {
    const late = step.phase > step.base && [...step.before].sort((a, b) => position.get(a) - position.get(b)).find((it) => it.phase === step.phase);
    return [
      name(step),
      PHASES[step.phase - 1],
      late ? name(late) : null,
      step.parts,
      step.conditions.map(([id]) => id),
      step.risks,
      step.P,
      step.Q,
      step.origin === step ? null : name(step.origin),
      step.range,
      step.figure,
      step.within ? name(step.within) : null,
      names(step.before),
      names(step.after),
      ahead(step, order[at + 1]),
    ];
  });
  const total = (list) => [list.length, sum(list.map((it) => it.range))];
  const whole = total(order);
  const context = doc.file.context ?? {};
  const weeks = (more) => {
    if (!order.length) return null;
    const [capacity, build, one, two, certificate, by] = calendar(context, whole[1], more);
    return doc.clauses ? [capacity, build, one, two, certificate, by] : [capacity, build, null, null, null, []];
  };
  const named = order.filter((it) => it.conditions.length);
  const early = (it) => it.conditions.some(([, stage]) => stage === 0);
  return {
    steps: told,
    circles: rings.map((circle) => circle.map((number) => name(steps[number]))),
    whole,
    phases: PHASES.map((_, at) => total(order.filter((it) => it.phase === at + 1))),
    stages: [total(named.filter(early)), total(named.filter((it) => !early(it)))],
    weeks: [weeks(0), weeks(100)],
  };
}

const name = (step) => `${step.kind} ${step.id}`;

function phaseOfStep(step) {
  if (step.isPhased) return step.phase;
  step.isPhased = true;
  step.phase = Math.max(step.base, ...[...step.before].map(phaseOfStep));
  return step.phase;
}

function inherit(step) {
  if (step.origin) return step.Q;
  step.Q = Math.max(step.P, ...[...step.after].map(inherit));
  const from = [...step.after].filter((it) => it.Q === step.Q).map((it) => it.origin);
  step.origin = step.P === step.Q ? step : from.sort((a, b) => a.number - b.number)[0];
  return step.Q;
}

const KEY = [(it) => it.phase, (it) => -it.Q, (it) => -it.P, (it) => it.range[2], (it) => it.number];

function inOrder(steps) {
  const order = [];
  const left = new Set(steps);
  while (left.size) {
    const ready = [...left].filter((step) => [...step.before].every((it) => !left.has(it)));
    const best = ready.sort((a, b) => first(...KEY.map((of) => of(a) - of(b))))[0];
    left.delete(best);
    order.push(best);
  }
  return order;
}

function ahead(step, next) {
  if (!next) return "last";
  if (next.before.has(step)) return "waited";
  const differs = [
    ["phase", step.phase !== next.phase],
    ["inherited", step.Q !== next.Q],
    ["priority", step.P !== next.P],
    ["effort", step.range[2] !== next.range[2]],
    ["kind", step.kind !== next.kind],
    ["place", isElsewhere(step, next)],
  ];
  return differs.find(([, so]) => so)?.[0] ?? "id";
}

/** Items and documents of the catalogue have places of their own; of entries labels differ or do not. */
function isElsewhere(step, next) {
  if (step.kind === "doc" || [step, next].some((it) => byId.has(it.id) && it.kind === "item")) return true;
  return labels(step.label, next.label) !== 0;
}
