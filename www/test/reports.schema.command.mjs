/**
 * The published schemas say what the command line writes, and nothing more: judged by a validator
 * that knows neither.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { asked, full, put, read, root, run, tea } from "./annexa.mjs";

const NAMES = [
  "assessment", "catalogue", "change", "choice", "comparison", "conclusion", "condition", "context", "criteria",
  "derivation", "documents", "explanation", "gaps", "gates",
  "items", "lint", "mappings", "measures", "obligations", "over", "pack", "papers", "plugin", "plugins", "report", "resolution", "results", "risks", "roadmap",
  "snapshots", "soa",
  "threats",
];
const schemas = Object.fromEntries(
  NAMES.map((name) => [name, JSON.parse(readFileSync(join(root, `docs/${name}.schema.json`), "utf8"))]),
);
// Days are judged by their pattern.
const ajv = new Ajv({ strict: true, formats: { date: true }, schemas: Object.values(schemas) });
const validators = Object.fromEntries(NAMES.map((name) => [name, ajv.getSchema(`urn:annexa:schema:${name}:1`)]));

put("ours.json", run("catalog", "--facts"));
put("full.json", JSON.stringify(full("iso27001-2022", asked(read("ours.json")))));
put("tea.json", JSON.stringify(full("tea-house", asked(readFileSync(tea)))));
put("bad.wasm", "no module");
run("new", "empty.json");
run("--catalogue", tea, "new", "no-tea.json");
run("fmt", "full.json");

// Whole organizations, which say in registers what a full list of answers does not.
const samples = ["hospital", "manufacturer", "software"].map((name) => [join(root, `core/data/samples/${name}.json`)]);
const FILES = [["full.json"], ["empty.json"], ["tea.json", "--catalogue", tea], ["no-tea.json", "--catalogue", tea], ...samples];
const OURS = FILES.slice(0, 2);

// What an organization has seldom: circles, own figures, more than anything calls for.
const head = { format: "annexa-assessment", version: 1, catalogue: "iso27001-2022" };
const small = Array.from({ length: 12 }, (_, at) => ({
  id: `r-${at}`, title: "Small", event: "It happens", current: { likelihood: "l1", c: "c1" },
}));
const far = {
  id: "r-x", label: "R-1", title: "Noticed late", event: "It happens", current: { likelihood: "l4", c: "c4" },
  treatment: { option: "modify", controls: ["A.8.13", "A.8.7", "A.8.8", "A.8.9"], residual: { likelihood: "l1", c: "c1" } },
};
const { criteria } = JSON.parse(readFileSync(samples[0][0], "utf8"));
put("plan.json", JSON.stringify({
  ...head,
  criteria: { ...criteria, accept_up_to: criteria.levels.at(-2).word },
  nonconformities: [{ id: "n-1", label: "N-1", grade: "major", item: "6.1.2", what: "Not followed" }],
  risks: [...small, far],
  actions: [
    { id: "t-1", label: "T-1", what: "Wait", after: ["t-2"] },
    { id: "t-2", label: "T-2", what: "Wait too", after: ["t-1"] },
    { id: "t-3", label: "T-3", what: "Correct", owner: "Ann", due: "2026-12-01", serves: ["n-1", "r-x"], controls: ["A.5.9"], effort_cd: 300 },
  ],
  efforts: [{ kind: "item", id: "A.5.1", likely_cd: 300, by: "Ann" }],
  answers: [
    { id: "A.5.12", implementation: "implemented" },
    { id: "A.5.29", implementation: "implemented" },
    { id: "A.8.16", implementation: "implemented" },
    { id: "A.8.17", implementation: "implemented" },
    { id: "A.5.9", implementation: "implemented" },
    { id: "A.5.23", implementation: "implemented", inclusion: [{ reason: "business" }], maturity: { level: 5 } },
  ],
}));
const plans = [...FILES.slice(0, 2), ...samples, ["plan.json"]];
const json = ["--format", "json"];
const catalogues = [[], ["--catalogue", tea]];
const day = ["--today", "2026-11-23"];

/** What would have to be decided between two files, with the ancestor of both, and how somebody decides it. */
const resolutions = ([one], [other]) => {
  const [mine, theirs] = [one, other].map((file) => JSON.parse(readFileSync(file, "utf8")));
  put("mine.json", JSON.stringify(mine));
  put("theirs.json", JSON.stringify({ ...theirs, lineage: mine.lineage }));
  put("before.json", JSON.stringify({ ...mine, about: { organization: "Before" }, groups: mine.groups.slice(1), answers: [] }));
  const merge = (...args) => run("merge", "mine.json", "theirs.json", ...args, ...json);
  const list = merge("--base", "before.json");
  const filled = JSON.parse(list);
  Object.assign(filled.choices[0], { take: "value", value: "After" });
  return [list, merge(), JSON.stringify(filled)];
};

/** What is written under each name. */
const outputs = {
  assessment: FILES.slice(0, 4).map(([file]) => read(file).toString("utf8")),
  catalogue: catalogues.map((own) => run("catalog", "--facts", ...own)),
  items: [...catalogues.map((own) => run("catalog", ...json, ...own)), run("catalog", "6.1.2 d) 2)", ...json)],
  documents: catalogues.map((own) => run("catalog", "--documents", ...json, ...own)),
  report: FILES.map((file) => run("assess", ...file, ...json)),
  gaps: FILES.map((file) => run("gaps", ...file, ...json)),
  soa: FILES.map((file) => run("soa", ...file, ...day, ...json)),
  lint: FILES.map((file) => run("lint", ...file, ...day, ...json)),
  gates: FILES.map((file) => run("ready", ...file, ...day, ...json)),
  roadmap: plans.map((file) => run("roadmap", ...file, "--rate", "600", "EUR", ...day, ...json)),
  over: plans.map((file) => run("explain", ...file, "over", ...day, ...json)),
  papers: FILES.map((file) => run("docs", ...file, ...day, ...json)),
  risks: FILES.map((file) => run("risks", ...file, ...day, ...json)),
  comparison: [
    run("diff", ...samples[0], ...samples[1], ...day, ...json),
    ...samples.map((file) => run("diff", ...file, ...day, ...json)),
    run("diff", ...samples[0], "--from", "s-k93z02912x", "--to", "s-hw714x1xqs", ...day, ...json),
  ],
  resolution: resolutions(samples[0], samples[1]),
  pack: samples.map((file) => run("split", ...file, "--chapter", "4,A.5", "--owner", "it", "--allow", "applicability,risks")),
  measures: FILES.map((file) => run("measures", ...file, "--trend", ...day, ...json)),
  snapshots: FILES.map((file) => run("snapshot", ...file, ...json)),
  obligations: FILES.map((file) => run("obligations", ...file, ...day, ...json)),
  criteria: [
    ...FILES.map((file) => run("risks", "criteria", ...file, ...day, ...json)),
    ...samples.map((file) => run("risks", "criteria", ...file, "--set", "5x5", "--preview", ...day, ...json)),
  ],
  change: [
    ...samples.map((file) => run("risks", "add", ...file, "-o", "added.json", "--force", "--threat", "MA16", ...day, ...json)),
    run("risks", "decide", ...samples[2], "R-1", "--why", "a", "-o", "added.json", "--force", ...day, ...json),
  ],
  choice: [
    run("choose", "--yes", "certificate_wanted,controls_guidance", "--set", "people=12", ...json),
    run("choose", "--yes", "reference", ...json),
    run("choose", ...json),
  ],
  context: FILES.map((file) => run("context", ...file, ...json)),
  condition: samples.map((file) => run("explain", ...file, "S1-RISKS", ...day, ...json)),
  derivation: samples.flatMap((file) => ["R-1", "soa:A.8.13", "soa:A.5.1", "roadmap", "over:A.8.16"].map((key) => run("explain", ...file, key, ...day, ...json))),
  threats: [run("catalog", "threats", ...json), run("catalog", "MA16", ...json)],
  explanation: FILES.map(([file, ...own]) => run("explain", file, "controls", ...own, ...json)),
  conclusion: OURS.map((file) => run("plugin", "run", "soc2", ...file, ...json)),
  results: OURS.map((file) => run("assess", ...file, "--plugin", "soc2", "--plugin", "bad.wasm", ...json)),
  mappings: [run("plugin", "mappings", "soc2", ...json)],
  plugins: [run("plugin", "list", ...json)],
  plugin: [run("plugin", "inspect", "soc2", ...json)],
};

test("everything that is written is valid, in the catalogue of another house too", () => {
  for (const name of NAMES) {
    assert.ok(outputs[name].length > 0, name);
    for (const text of outputs[name]) {
      assert.ok(validators[name](JSON.parse(text)), `${name}: ${JSON.stringify(validators[name].errors)}`);
    }
  }
});

/** The places of a schema, one for each member of each object. */
function members(schema, top, prefix = "") {
  if (schema.$ref?.startsWith("#/$defs/")) return members(top.$defs[schema.$ref.slice("#/$defs/".length)], top, prefix);
  if (schema.items) return members(schema.items, top, `${prefix}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [`${prefix}.${name}`, ...members(inner, top, `${prefix}.${name}`)]);
}

/** The places of a text, in the same form. */
function* places(value, prefix = "") {
  if (Array.isArray(value)) for (const entry of value) yield* places(entry, `${prefix}[]`);
  else if (value !== null && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      yield `${prefix}.${name}`;
      yield* places(inner, `${prefix}.${name}`);
    }
  }
}

test("everything that a schema names is written somewhere", () => {
  // What an assessment may hold is asked of every field by `schema.test.mjs`. A pack has answers and
  // risks in the same form, of which its reader takes what is asked.
  for (const name of NAMES.filter((name) => name !== "assessment" && name !== "pack")) {
    const written = new Set(outputs[name].flatMap((text) => [...places(JSON.parse(text))]));
    const missing = members(schemas[name], schemas[name]).filter((place) => !written.has(place));
    assert.deepEqual({ name, missing }, { name, missing: [] });
  }
});

/** Every way to spoil a text in one place, once for each place of its form. */
function* spoiled(text) {
  const whole = JSON.parse(text);
  const seen = new Set();
  function* at(value, prefix) {
    if (value === null || typeof value !== "object") return;
    if (!Array.isArray(value) && !seen.has(`${prefix}+`)) {
      seen.add(`${prefix}+`);
      value["not known"] = 1;
      yield [`${prefix} with a member that is not known`, whole];
      delete value["not known"];
    }
    for (const key of Object.keys(value)) {
      const place = Array.isArray(value) ? `${prefix}[]` : `${prefix}.${key}`;
      const old = value[key];
      if (!seen.has(place)) {
        seen.add(place);
        // A reader that is promised a text gets no truth, and the other way round.
        value[key] = old === true || old === false ? "true" : true;
        yield [`${place} of another type`, whole];
        value[key] = old;
      }
      yield* at(old, place);
    }
  }
  yield* at(whole, "");
}

/** Objects whose names are values: another name is no fault there, a number in place of a list is. */
const OPEN = /\.values with a member that is not known$/;
/** What stands at the place of a conflict is whatever the document has there. */
const ANY = /^\.choices\[\]\.(base|ours|theirs|value)/;

test("no text with an unknown member or a value of another type is valid", () => {
  for (const name of NAMES) {
    let count = 0;
    for (const [what, text] of spoiled(outputs[name][0])) {
      if (OPEN.test(what) || (name === "resolution" && ANY.test(what))) continue;
      count += 1;
      assert.ok(!validators[name](text), `${name}: ${what}`);
    }
    assert.ok(count > 8, `${name}: ${count}`);
  }
});

test("no text without a member that is always there is valid", () => {
  for (const name of NAMES) {
    const whole = JSON.parse(outputs[name][0]);
    let count = 0;
    const walk = (value, schema) => {
      if (schema.$ref?.startsWith("urn:")) return;
      if (schema.$ref) return walk(value, schemas[name].$defs[schema.$ref.slice("#/$defs/".length)]);
      if (Array.isArray(value)) {
        if (value.length > 0) walk(value[0], schema.items);
        return;
      }
      for (const key of schema.required ?? []) {
        const old = value[key];
        delete value[key];
        assert.ok(!validators[name](whole), `${name}: without ${key}`);
        value[key] = old;
        count += 1;
      }
      for (const [key, inner] of Object.entries(schema.properties ?? {})) {
        if (value[key] !== undefined && value[key] !== null) walk(value[key], inner);
      }
    };
    walk(whole, schemas[name]);
    assert.ok(count >= 3, `${name}: ${count}`);
  }
});

test("what no program of ours writes is not valid", () => {
  const changed = (name, path, value) => {
    const text = JSON.parse(outputs[name][0]);
    const keys = path.split(".");
    const last = keys.pop();
    keys.reduce((inner, key) => inner[key], text)[last] = value;
    return validators[name](text);
  };
  const cases = [
    ["report", "format", "annexa-gaps"],
    ["report", "version", 2],
    ["report", "scores.0.score_bp", 10_001],
    ["report", "scores.0.coverage_bp", -1],
    ["report", "assessment_sha256", "ABC"],
    ["gaps", "gaps.0.force", "advice"],
    ["gaps", "gaps.0.id", " A.5.1"],
    ["gaps", "gaps.0.due", "2026-13-01"],
    ["soa", "rows.0.applicability", "maybe"],
    ["soa", "totals.applicable", 1.5],
    ["lint", "today", "today"],
    ["lint", "findings.0.severity", "fatal"],
    ["lint", "findings.0.items.0.values", { count: 1.5 }],
    ["conclusion", "results.0.result", "certified"],
    ["conclusion", "plugin.digest_sha256", "00"],
    ["mappings", "mappings.0.relation", "like"],
    ["mappings", "mappings.0.confidence_bp", null],
    ["results", "crosswalks.0.status", "done"],
    ["results", "report.format", "annexa-soa"],
    ["plugin", "file.file_bytes", 7],
    ["items", "items.1.kind", "clause"],
    ["catalogue", "format", "annexa-items"],
    ["catalogue", "items.1.attributes", { layer: "people" }],
    ["catalogue", "items.1.id", "A/5"],
    ["catalogue", "attributes.0.values", []],
    ["catalogue", "documents.0.needed_from", "stage_3"],
    ["catalogue", "id", "x".repeat(65)],
  ];
  for (const [name, path, value] of cases) assert.ok(!changed(name, path, value), `${name}: ${path}`);
});
