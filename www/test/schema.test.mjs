/** The published schema says what the engine says: judged by a validator that knows neither. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";

const generated = new URL("../generated/", import.meta.url);
const { Engine, default: start } = await import(new URL("report.js", generated));
await start({ module_or_path: await readFile(new URL("report_bg.wasm", generated)) });
const schema = JSON.parse(await readFile(new URL("../../docs/assessment.schema.json", import.meta.url), "utf8"));

// Days are judged by their pattern; whether a day exists is the engine's business.
const ajv = new Ajv({ strict: true, formats: { date: true } });
const validate = ajv.compile(schema);

const FILE = { format: "annexa-assessment", version: 1, catalogue: "iso27001-2022" };

/** Every field of an answer, each with a value that is taken. */
const FULL = {
  id: "A.5.1",
  response: "yes",
  implementation: "planned",
  applicability: { state: "inherited", reason: "other", justification: "j", provider: "p" },
  inclusion: [{ reason: "risk", reference: "R-1" }, { reason: "legal" }],
  maturity: { level: 0, target: 5 },
  finding: { kind: "observation", text: "t", root_cause: "r", correction: "c" },
  notes: "one\n\ttwo \u2028 \u{1f600}",
  evidence: [{ id: "e-1", label: "l", link: "k", date: "2024-02-29", review_months: 120 }, { link: "only" }],
  owner: "o",
  due: "9999-12-31",
  changed: "1900-01-01",
};

const answers = (...list) => ({ ...FILE, answers: list });
const changed = (part) => answers({ ...FULL, ...part });

function verdicts(file) {
  const outcome = new Engine().load(new TextEncoder().encode(JSON.stringify(file)));
  return { engine: outcome.ok, schema: validate(file), problems: outcome.problems, errors: validate.errors };
}

test("what the engine takes is valid", () => {
  const about = { id: "party 1", organization: "o", scope: "s", version: "1", date: "2026-11-23", approver: "a" };
  const files = [
    answers(),
    answers(FULL),
    { ...answers(FULL), about, lineage: "d-0123456789" },
    answers({ id: "6.1.2 d) 2)", maturity: { level: 3 } }, { id: "X.9" }),
    changed({ notes: "n".repeat(65_536), owner: "o".repeat(2_048) }),
    changed({ inclusion: [], evidence: [] }),
  ];
  for (const file of files) {
    const { engine, schema: valid, problems, errors } = verdicts(file);
    assert.ok(engine, JSON.stringify(problems));
    assert.ok(valid, JSON.stringify(errors));
  }
});

test("what the engine saves is valid", () => {
  const engine = new Engine();
  engine.load(new TextEncoder().encode(JSON.stringify(answers(FULL))));
  const saved = JSON.parse(new TextDecoder().decode(engine.save()));
  assert.ok(validate(saved), JSON.stringify(validate.errors));
  assert.equal(saved.answers[0].evidence.length, 2);
  assert.deepEqual(Object.keys(saved.answers[0]), Object.keys(FULL), "a field that the test does not know");
});

test("what the engine refuses is invalid", () => {
  const files = {
    "no object": [],
    "no format": { ...answers(), format: undefined },
    "another format": { ...answers(), format: "x" },
    "another version": { ...answers(), version: 2 },
    "no catalogue": { ...answers(), catalogue: undefined },
    "no answers": { ...FILE },
    "an unknown member": { ...answers(), colours: [] },
    "an answer without id": answers({ response: "yes" }),
    "an id that is none": answers({ id: " A.5.1" }),
    "an id of another script": answers({ id: "А.5.1" }),
    "an empty id": answers({ id: "" }),
    "a long id": answers({ id: "x".repeat(65) }),
    "an unknown field": changed({ colour: "red" }),
    "null": changed({ response: null }),
    "an unknown word": changed({ response: "maybe" }),
    "no state": changed({ applicability: { provider: "p" } }),
    "no reason": changed({ inclusion: [{ reference: "R-1" }] }),
    "no level": changed({ maturity: { target: 1 } }),
    "a level too high": changed({ maturity: { level: 6 } }),
    "a level below": changed({ maturity: { level: -1 } }),
    "half a level": changed({ maturity: { level: 1.5 } }),
    "a level as text": changed({ maturity: { level: "1" } }),
    "a finding without kind": changed({ finding: { text: "t" } }),
    "an owner too long": changed({ owner: "o".repeat(2_049) }),
    "a note too long": changed({ notes: "n".repeat(65_537) }),
    "a control character": changed({ notes: "\u0007" }),
    "a control character of two bytes": changed({ notes: "\u0085" }),
    "evidence that says nothing": changed({ evidence: [{ date: "2026-01-01" }] }),
    "evidence with empty texts": changed({ evidence: [{ label: "", link: "" }] }),
    "too much evidence": changed({ evidence: Array(101).fill({ label: "l" }) }),
    "too many months": changed({ evidence: [{ label: "l", review_months: 121 }] }),
    "half a date": changed({ due: "2026-11" }),
    "a month that is none": changed({ due: "2026-13-01" }),
    "a year too early": changed({ due: "1899-12-31" }),
    "too many answers": { ...FILE, answers: Array.from({ length: 5_001 }, (_, n) => ({ id: `X.${n}` })) },
    "a lineage that is no id": { ...answers(), lineage: "ä" },
  };
  const agreed = Object.entries(files).filter(([name, file]) => {
    const { engine, schema: valid } = verdicts(file);
    assert.deepEqual({ name, engine, valid }, { name, engine: false, valid: false });
    return true;
  });
  assert.ok(agreed.length >= 36);
});
