/** The model keeps a person's answers even when the engine breaks in the middle of a call. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { source } from "./source.mjs";

const generated = new URL("../generated/", import.meta.url);
const { initSync, Engine } = await import(new URL("annexa.js", generated).href);
initSync({ module: readFileSync(new URL("annexa_bg.wasm", generated)) });
const { initSync: initReports, Engine: WholeEngine, Report, recallAnswer, recallAbout } = await import(new URL("report.js", generated).href);
initReports({ module: readFileSync(new URL("report_bg.wasm", generated)) });
const { Model } = await source("model.ts");
const { Derived } = await source("derived.ts");
const { withRecords } = await source("records.ts");

const { recallIn } = await source("recall.ts");

const newEngine = () => withRecords(new Engine());
const newWhole = () => withRecords(new WholeEngine());
const newModel = (makeEngine = newEngine) => new Model(makeEngine, () => "2026-11-23");
const text = (model) => new TextDecoder().decode(model.engine.save());

test("an answer changes what depends on it, and is dated once", () => {
  const model = newModel();
  const outcome = model.respond("A.5.1", "yes");
  assert.equal(outcome.ok, true);
  assert.equal(model.dirty, true);
  assert.equal(model.state("A.5.1").implementation, "implemented");
  assert.equal(model.score("controls").scoreBp, 10_000);
  assert.equal(model.score("requirements").scoreBp, undefined);
  assert.equal(model.answer("A.5.1").changed, "2026-11-23");
  assert.deepEqual(model.progress(model.chapter("A.5")), { answered: 1, total: 37, status: "in_progress" });
});

test("the model's figures are the engine's after any order of answers", () => {
  const model = newModel();
  const ids = [...model.items.keys()];
  ids.forEach((id, index) => model.respond(ids[(index * 53) % ids.length], ["yes", "partly", "no", "unknown"][index % 4]));
  model.set({ ...model.answer("A.5.9"), implementation: "planned", applicability: { state: "inherited", provider: "p", justification: "j" } });
  model.respond("A.8.1", undefined);
  for (const score of model.engine.scores()) assert.deepEqual(model.score(score.key), score);
  for (const state of model.engine.states()) assert.deepEqual(model.state(state.id), state);
  for (const id of ids) assert.deepEqual(model.answer(id), model.engine.answer(id));
});

test("what is counted with each answer is what counting again gives, whatever came onto the screen", async () => {
  const model = newModel();
  const ids = [...model.items.keys()];
  const check = (told) => {
    const states = new Map(model.engine.states().map((state) => [state.id, state]));
    assert.equal(model.answered, [...states.values()].filter(({ hasAnswer }) => hasAnswer).length, told);
    for (const chapter of model.catalogue.chapters) {
      assert.equal(model.progress(chapter).answered, chapter.items.filter((id) => states.get(id).answered).length, `${told}, ${chapter.id}`);
    }
  };
  check("empty");
  ids.forEach((id, index) => model.respond(ids[(index * 53) % ids.length], ["yes", "partly", undefined, "unknown"][index % 4]));
  check("answered");
  model.set({ id: "A.5.9", notes: "n" });
  for (const id of ids.slice(0, 60)) model.respond(id, undefined);
  check("partly taken back");
  const bytes = model.engine.save();
  model.clear();
  check("cleared");
  model.respond("A.5.1", "yes");
  assert.equal((await model.load(bytes)).ok, true);
  check("loaded");
  model.goOnWith(newWhole);
  model.change(() => ({ ok: true, value: undefined }));
  check("whole");
});

test("records go into the engine and come out of it as they are", () => {
  const engine = newEngine();
  const answer = { id: "A.5.1", response: "yes", finding: { kind: "observation", text: "t", root_cause: "r" }, evidence: [{ id: "e-1", label: "l", date: "2026-11-01", review_months: 6 }] };
  assert.equal(engine.answer("A.5.1"), undefined);
  assert.equal(engine.set(answer).ok, true);
  assert.deepEqual(engine.answer("A.5.1"), answer);
  assert.equal(engine.setAbout({ organization: "Ada & Co" }).ok, true);
  assert.equal(engine.about().organization, "Ada & Co");
  const outcome = engine.set({ id: "A.5.1", maturity: { level: 9 } });
  assert.equal(outcome.ok, false);
  assert.deepEqual(engine.answer("A.5.1"), answer, "a refused record changes nothing");
  engine.free();
});

test("each copy makes ids of its own for new evidence", () => {
  const ids = [newEngine(), newEngine()].map((engine) => {
    const add = (id, label) => assert.equal(engine.set({ id, evidence: [{ label }] }).ok, true);
    const made = (id) => engine.answer(id).evidence[0].id;
    add("A.5.1", "a");
    const opened = engine.save();
    assert.equal(engine.load(opened).ok, true);
    add("A.5.2", "b");
    const both = [made("A.5.1"), made("A.5.2")];
    engine.free();
    return both;
  });
  assert.equal(new Set(ids.flat()).size, 4);
  for (const id of ids.flat()) assert.match(id, /^e-[0-9a-hjkmnp-tv-z]{10}$/);
});

test("a refused change is kept beside its item and changes nothing", () => {
  const model = newModel();
  const before = text(model);
  assert.equal(model.respond("4.1", "not_applicable").ok, false);
  assert.ok(model.itemProblems.get("4.1").length > 0);
  assert.equal(text(model), before);
  assert.equal(model.respond("4.1", "yes").ok, true);
  assert.equal(model.itemProblems.has("4.1"), false);
});

test("an engine that breaks is replaced, and every answer is still there", async () => {
  let breaks = false;
  const makeEngine = () => {
    const engine = newEngine();
    const respond = engine.respond.bind(engine);
    engine.respond = (id, response) => {
      if (!breaks) return respond(id, response);
      breaks = false;
      throw new WebAssembly.RuntimeError("unreachable");
    };
    return engine;
  };
  const model = newModel(makeEngine);
  const first = newModel();
  first.respond("5.1", "no");
  first.set({ id: "A.5.7", response: "yes", notes: "never looked at" });
  await model.load(first.engine.save());
  model.setAbout({ organization: "Ada & Co", scope: "", version: "", approver: "" });
  model.respond("4.1", "partly");
  model.respond("5.1", undefined);
  const before = text(model);
  breaks = true;
  const outcome = model.respond("A.5.1", "yes");
  assert.equal(outcome.ok, false);
  assert.equal(outcome.problems[0].code, "E-ENGINE");
  assert.equal(text(model), before);
  assert.equal(model.respond("A.5.1", "yes").ok, true);
});

test("a crosswalk is marked as stale by the next answer", () => {
  const model = newModel();
  for (const plugin of ["p", "q"]) {
    model.map(plugin, { crosswalk: { plugin, bytes: new Uint8Array() }, stale: false });
  }
  const { revision } = model;
  model.respond("4.1", "yes");
  assert.deepEqual([...model.mapped].map(([id, { stale }]) => [id, stale]), [["p", true], ["q", true]]);
  assert.ok(model.revision > revision, "a run that began before knows that it is stale");
});

/** Engines whose calls are counted, and how many there were since the last start. */
function counting() {
  let crossings = 0;
  const counted = () => {
    const engine = new Engine();
    const raw = { counts: false };
    for (const name of Object.getOwnPropertyNames(Engine.prototype)) {
      if (name === "constructor" || typeof engine[name] !== "function") continue;
      const call = engine[name].bind(engine);
      engine[name] = (...args) => {
        if (raw.counts) crossings += 1;
        return call(...args);
      };
    }
    const view = withRecords(engine);
    raw.counts = true;
    return view;
  };
  return { counted, crossings: () => crossings, restart: () => (crossings = 0) };
}

test("progress counts what a person has looked at", async () => {
  const model = newModel();
  const looked = (id) => model.state(id).answered;
  assert.equal(looked("A.5.1"), false);
  model.respond("A.5.1", "unknown");
  assert.equal(looked("A.5.1"), true);
  model.set({ id: "A.5.2", implementation: "planned" });
  assert.equal(looked("A.5.2"), true);
  model.set({ id: "A.5.3", applicability: { state: "excluded", reason: "other", justification: "j" } });
  assert.equal(looked("A.5.3"), true);
  const again = newModel();
  await again.load(model.engine.save());
  assert.deepEqual(["A.5.1", "A.5.2", "A.5.3", "A.5.4"].map((id) => again.state(id).answered), [true, true, true, false]);
  assert.equal(again.answered, 3);
});

test("opening a file asks for no answer before one is shown, and writes nothing that is written", async () => {
  const full = newModel();
  for (const { id } of full.catalogue.items) full.set({ id, response: "yes", notes: id });
  const bytes = full.engine.save();
  const { counted, crossings, restart } = counting();
  const model = newModel(counted);
  restart();
  assert.equal((await model.load(bytes, true)).ok, true);
  assert.ok(crossings() < 6, `${crossings()} crossings`);
  assert.equal(model.answered, 123);
  restart();
  assert.equal(model.bytes(), bytes, "the very bytes");
  assert.equal(crossings(), 0);
  assert.equal(model.answer("A.5.9").notes, "A.5.9");
  model.respond("A.5.9", "no");
  model.respond("A.5.10", "no");
  assert.deepEqual([model.answer("A.5.9"), model.answer("A.5.10")], [model.engine.answer("A.5.9"), model.engine.answer("A.5.10")]);
  assert.deepEqual(model.bytes(), model.engine.save());
});

test("a click is one crossing, the first of a day too", () => {
  const { counted, crossings, restart } = counting();
  const model = newModel(counted);
  restart();
  model.respond("A.5.1", "yes");
  assert.equal(crossings(), 1);
  assert.equal(model.answer("A.5.1").changed, "2026-11-23");
  model.respond("A.5.1", "no");
  model.respond("A.5.1", undefined);
  assert.equal(crossings(), 3);
  assert.equal(model.answer("A.5.1"), undefined, "an answer that says nothing but a date is no answer");
  model.set({ id: "A.5.2", notes: "n" });
  assert.equal(crossings(), 4);
  assert.equal(model.answer("A.5.2").changed, "2026-11-23");
  assert.deepEqual(model.answer("A.5.2"), model.engine.answer("A.5.2"));
});

test("a table comes as a file that the engine has made", async () => {
  const [report, engine] = [new Report(), new WholeEngine()];
  for (const table of [report.soaCsv(engine), report.gapsCsv(engine)]) {
    assert.ok(table instanceof Blob);
    assert.equal(table.type, "text/csv");
    assert.match(await table.text(), /^(\ufeff)?id,/);
  }
});

test("reports are computed once for a revision, a day and a language, and only when they are shown", () => {
  const model = newModel(newWhole);
  model.respond("A.5.1", "partly");
  const report = new Report();
  let computed = 0;
  const gaps = report.gaps.bind(report);
  report.gaps = (engine) => {
    computed += 1;
    return gaps(engine);
  };
  let today = "2026-11-23";
  const derived = new Derived(model, () => report, () => today);
  assert.equal(computed, 0);
  assert.equal(derived.gaps(), derived.gaps());
  assert.equal(computed, 1);
  model.respond("A.5.2", "no");
  assert.equal(computed, 1);
  assert.equal(derived.gaps().length, 123);
  assert.equal(computed, 2);
  today = "2026-11-24";
  assert.equal(derived.gaps().length, 123);
  assert.equal(computed, 3);
  // What is derived is derived from what the page holds, bytes and all.
  assert.equal(JSON.parse(new TextDecoder().decode(derived.json())).assessment_sha256, model.engine.hash());
});

test("the whole engine goes on with what the first one holds, and nothing that is shown changes", () => {
  const model = newModel();
  model.respond("A.5.1", "partly");
  model.set({ id: "4.1", notes: "for now", response: "yes" });
  const [before, states] = [text(model), [...model.items.keys()].map((id) => model.state(id))];
  model.goOnWith(newWhole);
  assert.ok(model.engine instanceof WholeEngine);
  assert.equal(text(model), before);
  assert.deepEqual([...model.items.keys()].map((id) => model.state(id)), states);
  model.respond("A.5.2", "yes");
  assert.equal(model.answer("A.5.2").changed, "2026-11-23", "it knows the day");
  assert.equal(model.score(model.chapter("A.5").score).assessed, 2);
});

test("what the first engine did is taken back by the whole one, byte for byte, and one change after the other", () => {
  const model = newModel();
  const states = [text(model)];
  const steps = [
    () => model.respond("A.5.1", "partly"),
    () => model.set({ id: "4.1", notes: "for now", response: "yes", evidence: [{ label: "Register" }] }),
    () => model.setAbout({ organization: "Ada", scope: "All" }),
    () => model.respond("4.1", "no"),
    () => model.respond("A.5.1", undefined),
    () => model.respond("A.5.1", undefined),
    () => model.set({ id: "4.1", evidence: [] }),
  ];
  for (const step of steps) {
    assert.equal(step().ok, true);
    if (text(model) !== states.at(-1)) states.push(text(model));
  }
  assert.equal(states.length, 7, "one step said the same again");
  model.goOnWith(() => Object.assign(newWhole(), { recall(past) { recallIn(this, past, { recallAnswer, recallAbout }); } }));
  const derived = new Derived(model, () => new Report(), () => "2026-11-30");
  assert.equal(text(model), states.at(-1));
  for (const state of states.slice(0, -1).reverse()) {
    derived.undo();
    assert.equal(text(model), state);
    for (const id of ["4.1", "A.5.1"]) assert.deepEqual(model.answer(id), model.engine.answer(id));
  }
  assert.equal(derived.undo(), undefined);
  for (const state of states.slice(1)) {
    derived.redo();
    assert.equal(text(model), state);
  }
  assert.equal(derived.redo(), undefined);
});

test("an engine that does not take the assessment changes nothing", () => {
  const model = newModel();
  model.respond("A.5.1", "partly");
  const { engine } = model;
  const refusing = () => ({ ...newEngine(), load: () => ({ ok: false, problems: [{ code: "E-X", place: "here" }] }), free() {} });
  assert.throws(() => model.goOnWith(refusing), /E-X here/);
  assert.equal(model.engine, engine);
});

test("a register is changed and taken back, and survives an engine that breaks", () => {
  const model = newModel(newWhole);
  const derived = new Derived(model, () => new Report(), () => "2026-11-23");
  model.respond("A.5.1", "partly");
  const before = text(model);
  assert.equal(derived.canTakeBack, false);
  const put = derived.put("risks", { title: "Office burns down" });
  assert.deepEqual([put.ok, put.value.ids.length], [true, 1]);
  const [risk] = derived.document().risks;
  assert.deepEqual([risk.id, risk.label, risk.title], [put.value.ids[0], "R-1", "Office burns down"]);
  derived.takeBack();
  assert.equal(text(model), before, "the same bytes");
  derived.takeBack();
  assert.equal(derived.document().risks.length, 1, "and made again");
  const patched = derived.patch("risks", risk.id, { title: "Office floods" });
  assert.equal(patched.ok, true);
  const changed = text(model);
  const refused = [derived.put("risks", { title: "x", colour: "red" }), derived.put("nothing", {}), derived.remove("risks", "r-none")];
  for (const outcome of refused) assert.equal(outcome.ok, false);
  assert.equal(text(model), changed, "what is refused changes nothing");
  model.respond("A.5.2", "yes");
  assert.equal(derived.canTakeBack, false, "something else has changed since");
  const held = text(model);
  model.engine.respond = () => { throw new Error("broken"); };
  assert.equal(model.respond("A.5.3", "yes").ok, false);
  assert.equal(text(model), held, "register and answers are there");
  assert.equal(derived.remove("risks", risk.id).ok, true);
  assert.equal(derived.document().risks, undefined);
});

test("a new day is told, and what is answered then is dated with it", () => {
  let today = "2026-11-23";
  const model = new Model(newEngine, () => today);
  model.respond("4.1", "yes");
  today = "2026-11-24";
  model.newDay();
  model.respond("4.2", "yes");
  model.respond("4.1", "yes");
  assert.equal(model.answer("4.1").changed, "2026-11-23", "nothing changed");
  assert.equal(model.answer("4.2").changed, "2026-11-24");
});
