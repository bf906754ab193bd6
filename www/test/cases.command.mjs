/**
 * The readable cases of `tests/cases`, held against the page's whole engine and against the rules
 * as they are written a second time in `tests/oracle`.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { initSync, Engine, Report } from "../generated/report.js";
import { root } from "./annexa.mjs";

const program = process.env.ANNEXA_CASES ?? join(root, "target/debug/annexa-cases");
const cases = JSON.parse(execFileSync(program, [join(root, "tests/cases")], { maxBuffer: 1 << 28 }));

/** What stands at the end of a path: of a list each entry; what is not there is nowhere. */
function found(output, path) {
  let values = [output];
  for (const step of path) {
    values =
      typeof step === "string"
        ? values.flatMap((value) => value?.[step] ?? [])
        : values.filter((value) => Object.entries(step).every(([name, it]) => value[name] === it));
  }
  return values;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const like = (value, expected) =>
  expected !== null && typeof expected === "object"
    ? Object.entries(expected).every(([name, it]) => (value[name] ?? null) === it)
    : value === expected;

/** Whether a check is met by what an engine concludes. */
function holds({ in: of, path, op, values }, outputs) {
  const there = found(outputs[of], path);
  const has = (value) => there.includes(value);
  switch (op) {
    case "same":
      return values.every(has) && there.every((value) => values.includes(value));
    case "list":
      return there.length === values.length && there.every((value, at) => like(value, values[at]));
    case "has":
      return values.every(has);
    case "order":
      return same(there.filter((value) => values.includes(value)), values);
    case "lacks":
      return !values.some(has);
    default:
      throw new Error(`no operation ${op}`);
  }
}

/** Every check that an engine does not meet; `evaluate(file, today)` gives lint, gates, soa, risks, roadmap and over. */
function failures(evaluate, isAsked = () => true) {
  return cases.flatMap(({ file, title, document, runs }) =>
    runs.flatMap(({ today, checks }) => {
      const outputs = evaluate(JSON.parse(document), today);
      const unmet = checks.filter(isAsked).filter((check) => !holds(check, outputs));
      return unmet.map(({ in: of, line, path }) => `${file}:${line}: ${title}, on ${today}: ${JSON.stringify(found(outputs[of], path))}`);
    }),
  );
}

const zip = (names, values) => Object.fromEntries(names.map((name, at) => [name, values[at]]));
const TOTALS = ["applicable", "excluded", "inherited", "implemented", "partly", "planned", "not_implemented", "not_assessed"];
const REASON = ["reason", "driver", "entry", "reference", "obligation", "from", "also_stated"];
const ROW = ["id", "applicability", "inclusion", "exclusion", "justification", "provider", "implementation", "plan", "comparison", "contradictions"];
const RISK = ["id", "state", "by_treatment", "option", "current", "planned", "exposure", "done", "of", "stale", "accepted", "plan_approval", "residual_approval", "missing", "ahead_by"];

const LOOKED = ["obligation", "holds", "treats_above", "treats_below", "stated"];
const STEP = ["node", "phase", "phase_by", "parts", "conditions", "risks", "priority", "inherited", "pulled_by", "range", "figure", "counted_in", "waits_for", "unlocks", "ahead"];
const node = (name) => name && { kind: name.slice(0, name.indexOf(" ")), id: name.slice(name.indexOf(" ") + 1) };

/** A step of the roadmap under the names that its report has. */
function planned(values) {
  const it = zip(STEP, values);
  return {
    ...it,
    ...node(it.node),
    phase_by: node(it.phase_by),
    pulled_by: node(it.pulled_by),
    counted_in: node(it.counted_in),
    parts: it.parts.map((part) => zip(["points", "weight"], part)),
    likely_cd: it.range[1],
    waits_for: it.waits_for.map(node),
    unlocks: it.unlocks.map(node),
  };
}

/** The second writing's conclusions under the names that reports have. */
function written({ soa, risks, gates, lint, roadmap, over }) {
  const row = (values) => {
    const it = zip(ROW, values);
    const { justification, provider } = it;
    return {
      ...it,
      inclusion: it.inclusion.map((reason) => zip(REASON, reason)),
      plan: it.plan.map((due) => zip(["due", "owner", "action"], due)),
      justification: justification || null,
      provider: provider || null,
    };
  };
  const ground = (it) => {
    const [reason, verdict, ids] = it;
    return { reason, verdict, about: ids.map((id) => ({ id })) };
  };
  const condition = ([id, verdict, grounds]) => ({ id, verdict, grounds: grounds.map(ground) });
  const gate = (it) => it && { state: it[0], conditions: it[1].map(condition) };
  return {
    soa: {
      totals: zip(TOTALS, soa.totals),
      own_totals: soa.own && zip(TOTALS, soa.own),
      all_totals: soa.all && zip(TOTALS, soa.all),
      compared: zip(["controls", "undecided", "contradictions"], soa.compared),
      rows: soa.rows.map(row),
    },
    risks: { risks: risks.risks.map((values) => zip(RISK, values)) },
    gates: { stage_1: gate(gates?.[0]), stage_2: gate(gates?.[1]) },
    lint: { findings: lint.map((it) => zip(["severity", "code", "ids"], it)) },
    roadmap: {
      steps: roadmap.steps.map(planned),
      circles: roadmap.circles.map((members) => ({ members: members.map(node) })),
    },
    over: {
      withheld: over.withheld,
      cheap: over.cheap,
      carrying: over.carrying.map(([id, carries]) => ({ id, carries })),
      controls: over.controls.map(([id, , , seen]) => ({ id, looked: LOOKED.map((what) => ({ what, is_found: seen.includes(what) })) })),
    },
  };
}

/** Sentences, which the page's engine has no words for here, and the second writing none at all. */
const isNoSentence = ({ path }) => path.at(-1) !== "inclusion_text";
/** What the second writing only hands through, or concludes no more of than whether it is there. */
const HANDED_THROUGH = ["owner", "evidence", "justification", "provider"];
const isConcluded = ({ path, values }) => !HANDED_THROUGH.includes(path.at(-1)) || values.length === 0;

test("there are cases, and few checks are left out", () => {
  const checks = cases.flatMap(({ runs }) => runs.flatMap((run) => run.checks));
  assert.ok(cases.length > 350 && checks.length > 500, `${cases.length} cases, ${checks.length} checks`);
  const leftOut = checks.filter((check) => !isNoSentence(check) || !isConcluded(check));
  assert.ok(leftOut.length <= 8, `${leftOut.length} are left out`);
});

test("every case holds in the page's engine", () => {
  initSync({ module: readFileSync(join(root, "www/generated/report_bg.wasm")) });
  const [report, engine] = [new Report(), new Engine()];
  const read = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
  const evaluate = (file, today) => {
    const outcomes = [engine.setToday(today), engine.load(new TextEncoder().encode(JSON.stringify(file)))];
    outcomes.forEach((outcome) => assert.equal(outcome?.problems, undefined, JSON.stringify(outcome)));
    return {
      lint: read(report.lintJson(engine, today)),
      gates: read(report.gatesJson(engine, today)),
      soa: read(report.soaJson(engine)),
      risks: hasRegister ? read(report.risksJson(engine, today)) : undefined,
      roadmap: read(report.roadmapJson(engine, today)),
      over: read(report.overJson(engine, today)),
    };
  };
  // A build that does not write the register of risks is asked for everything else.
  const hasRegister = "risksJson" in report;
  assert.deepEqual(failures(evaluate, (check) => isNoSentence(check) && (hasRegister || check.in !== "risks")), []);
});

const oracle = new URL("../../tests/oracle/verdict.mjs", import.meta.url);
const skip = existsSync(oracle) ? false : "the rules are written once here";

test("every case holds by the rules as they were written a second time", { skip }, async () => {
  const { verdict } = await import(oracle);
  const isAsked = (check) => isNoSentence(check) && isConcluded(check);
  assert.deepEqual(failures((file, today) => written(verdict({ file, today })), isAsked), []);
});

test("an engine that concludes nothing is found out by every check that expects something", () => {
  const checks = cases.flatMap(({ runs }) => runs.flatMap((run) => run.checks));
  const expecting = checks.filter(({ op, values }) => op !== "lacks" && values.length > 0);
  assert.ok(expecting.length > 300, `${expecting.length}`);
  assert.equal(failures(() => ({ lint: {}, gates: {}, soa: {}, risks: {} })).length, expecting.length);
});

test("a finding that nobody expects is found out by every check that wants silence", () => {
  const isSilent = (check) => check.in === "lint" && check.op === "same" && check.values.length === 0;
  const silent = cases.flatMap(({ runs }) => runs.flatMap((run) => run.checks)).filter(isSilent);
  const codes = [...new Set(silent.map(({ path }) => path[1].code))];
  const findings = codes.map((code) => ({ code, severity: "error", ids: ["X.1"] }));
  assert.ok(silent.length > 80, `${silent.length}`);
  assert.equal(failures(() => ({ lint: { findings } }), isSilent).length, silent.length);
});
