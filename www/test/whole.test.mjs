/** The two engines of a page: the first knows answers alone, and what has more goes to the whole one. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { source } from "./source.mjs";

const generated = new URL("../generated/", import.meta.url);
const samples = new URL("../../core/data/samples/", import.meta.url);
const { initSync, Engine } = await import(new URL("annexa.js", generated).href);
initSync({ module: readFileSync(new URL("annexa_bg.wasm", generated)) });
const { initSync: initWhole, Engine: WholeEngine } = await import(new URL("report.js", generated).href);
initWhole({ module: readFileSync(new URL("report_bg.wasm", generated)) });
const { Model } = await source("model.ts");
const { withRecords } = await source("records.ts");

const newWhole = () => withRecords(new WholeEngine());
const newModel = (bringWhole = async () => newWhole) => new Model(() => withRecords(new Engine()), () => "2026-11-23", undefined, bringWhole);
const bytesOf = (value) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const text = (model) => new TextDecoder().decode(model.engine.save());

/** Whole organizations, with every register. */
const SAMPLES = readdirSync(samples).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(new URL(name, samples), "utf8")));
const KNOWN = ["format", "version", "catalogue", "lineage", "about", "answers"];
/** The same without what stands beside the answers. */
const answersOf = (file) => Object.fromEntries(Object.entries(file).filter(([name]) => KNOWN.includes(name)));
const RISKS = { ...answersOf(SAMPLES[0]), risks: SAMPLES[0].risks, criteria: SAMPLES[0].criteria };

test("a file of answers has the same bytes in both engines, or the same problems", () => {
  const [first, whole] = [new Engine(), new WholeEngine()];
  const blank = answersOf(SAMPLES[0]);
  const bad = [
    { ...blank, version: 2 },
    { ...blank, answers: [...blank.answers, { id: "4.1", response: "maybe" }, blank.answers[0]] },
    { ...blank, about: { organization: 7, colour: "red" } },
    { ...blank, lineage: "" },
    "", "[]", "{", "PK\u0003\u0004", JSON.stringify(blank).slice(0, -2),
  ];
  for (const file of [...SAMPLES.map(answersOf), { ...blank, answers: [] }, ...bad]) {
    const [one, other] = [first.load(bytesOf(file)), whole.load(bytesOf(file))];
    assert.deepEqual(one, other);
    assert.equal(one.ok, !bad.includes(file));
    assert.deepEqual(first.save(), whole.save());
    assert.deepEqual(first.scores(), whole.scores());
    assert.deepEqual(first.states(), whole.states());
    assert.equal(first.hash(), whole.hash());
  }
});

test("the first engine takes nothing of a file with anything else, and says only that", () => {
  const first = new Engine();
  const blank = answersOf(SAMPLES[0]);
  const others = new Set(SAMPLES.flatMap((file) => Object.keys(file)).filter((name) => !KNOWN.includes(name)));
  assert.ok(others.has("risks") && others.size > 8, [...others].join());
  assert.equal(first.load(bytesOf(blank)).ok, true);
  const before = first.save();
  for (const name of [...others, "colour"]) {
    const value = SAMPLES.find((file) => name in file)?.[name] ?? 1;
    for (const file of [{ ...blank, [name]: value }, { [name]: value, ...blank, answers: 7 }]) {
      const outcome = first.load(bytesOf(file));
      assert.deepEqual(outcome, { ok: false, problems: [{ code: "E-WHOLE", case: "", place: "", values: [] }] }, name);
      assert.deepEqual(first.save(), before);
    }
  }
});

test("a model goes on with the whole engine for a file with registers, and keeps every byte", async () => {
  for (const sample of SAMPLES) {
    const direct = newWhole();
    assert.equal(direct.load(bytesOf(sample)).ok, true);
    const model = newModel();
    model.respond("4.1", "yes");
    const outcome = await model.load(bytesOf(sample));
    assert.equal(outcome.ok, true);
    assert.ok(model.isWhole && model.engine instanceof WholeEngine);
    assert.equal(text(model), new TextDecoder().decode(direct.save()));
    assert.equal(model.dirty, false);
    assert.equal(model.respond("4.2", "no").ok, true);
    assert.equal(model.answer("4.2").changed, "2026-11-23", "it knows the day");
  }
});

test("a file of answers is taken at once, and needs no other engine", () => {
  const model = newModel(() => assert.fail("nothing is to be brought"));
  let isDone = false;
  void model.load(bytesOf(answersOf(SAMPLES[0])), false, ({ ok }) => (isDone = ok));
  assert.equal(isDone, true);
  assert.equal(model.state("4.1").hasAnswer, true);
  assert.ok(model.answered > 100);
});

test("files are taken in the order in which they came", async () => {
  let arrive;
  const model = newModel(() => new Promise((resolve) => (arrive = () => resolve(newWhole))));
  const order = [];
  const loads = [["registers", RISKS], ["answers", answersOf(SAMPLES[1])]].map(([name, file]) => model.load(bytesOf(file), false, () => order.push(name)));
  assert.equal(model.respond("4.1", "yes").ok, true, "the page goes on meanwhile");
  await Promise.resolve();
  assert.deepEqual(order, []);
  arrive();
  for (const outcome of await Promise.all(loads)) assert.equal(outcome.ok, true);
  assert.deepEqual(order, ["registers", "answers"]);
  const direct = newWhole();
  direct.load(bytesOf(answersOf(SAMPLES[1])));
  assert.equal(text(model), new TextDecoder().decode(direct.save()));
});

test("a file that the whole engine refuses changes nothing", async () => {
  const model = newModel();
  model.respond("A.5.1", "partly");
  const before = text(model);
  const outcome = await model.load(bytesOf({ ...RISKS, risks: [{ title: "x", colour: "red" }] }));
  assert.equal(outcome.ok, false);
  assert.deepEqual([outcome.problems[0].code, outcome.problems[0].place], ["E-FIELD", "risks[0].`colour`"]);
  assert.equal(text(model), before);
  assert.equal(model.dirty, true);
  const colour = await newModel().load(bytesOf({ ...answersOf(SAMPLES[0]), colour: "red" }));
  assert.deepEqual(colour.problems.map(({ code }) => code), ["E-FIELD"], "nobody is told of engines");
});

test("where the whole engine does not come nothing changes, and a later try succeeds", async () => {
  let isThere = false;
  const model = newModel(async () => {
    if (!isThere) throw new TypeError("no network");
    return newWhole;
  });
  model.respond("A.5.1", "partly");
  const before = text(model);
  const outcome = await model.load(bytesOf(RISKS));
  assert.deepEqual([outcome.ok, outcome.problems[0].code], [false, "E-PART"]);
  assert.equal(text(model), before);
  await assert.rejects(model.prepare(bytesOf(RISKS)));
  isThere = true;
  assert.equal((await model.load(bytesOf(RISKS))).ok, true);
});

test("what is prepared is taken at once, and only what has more is prepared", async () => {
  const model = newModel();
  await model.prepare(bytesOf(answersOf(SAMPLES[0])));
  await model.prepare(bytesOf("no file"));
  assert.equal(model.isWhole, false);
  await model.prepare(bytesOf(RISKS));
  assert.equal(model.isWhole, true);
  let isDone = false;
  void model.load(bytesOf(RISKS), false, ({ ok }) => (isDone = ok));
  assert.equal(isDone, true);
});

test("an element that is gone takes nothing any more", async () => {
  const model = newModel();
  const loading = model.load(bytesOf(RISKS));
  model.free();
  assert.deepEqual(await loading, { ok: false, problems: [] });
});
