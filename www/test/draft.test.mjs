/** The rules of the local draft, without a browser: keys, records, and when the keeper writes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { recordId, asideId, position } = await source("draft/key.ts");
const { readSummary } = await source("draft/record.ts");
const { Keeper, Conflict, UNLOCKED } = await source("draft/index.ts");

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test("a record's id holds the path and the name apart", () => {
  assert.equal(recordId("/a/b", "0"), "/a/b#0");
  assert.equal(recordId("/a", "x#y/z"), "/a#x%23y%2Fz");
  assert.ok(asideId("/a#0", 5) > "/a#0" && asideId("/a#0", 5) < asideId("/a#0", 40), "by time, behind the record itself");
});

test("a position counts elements of its kind, in every tree around it", () => {
  const tree = (host, ...names) => {
    const root = { host };
    const elements = names.map((localName) => ({ localName, getRootNode: () => root }));
    root.querySelectorAll = (name) => elements.filter(({ localName }) => localName === name);
    return elements;
  };
  const page = tree(undefined, "a-card", "the-widget", "a-card", "the-widget");
  assert.deepEqual([page[1], page[3]].map(position), ["0", "1"]);
  const [inside] = tree(page[2], "the-widget");
  assert.equal(position(inside), "a-card 1 0");
});

test("a record of a newer page and a damaged one are named, and keep their revision", () => {
  const whole = { version: 1, revision: 3, savedAt: 5, organization: "o", answers: 2, dirty: true };
  assert.deepEqual(readSummary("i", whole), { id: "i", revision: 3, savedAt: 5, organization: "o", answers: 2, dirty: true });
  assert.deepEqual(readSummary("i", { ...whole, version: 2 }).fault, "newer");
  assert.equal(readSummary("i", { ...whole, version: 2 }).revision, 3);
  for (const damaged of [undefined, null, 7, "x", {}, { ...whole, version: 0 }, { ...whole, answers: -1 }, { ...whole, dirty: 1 }]) {
    assert.equal(readSummary("i", damaged).fault, "unreadable");
  }
});

/** A store in memory that can be slow, refuse, or hang, and that several keepers may share. */
function memory() {
  const records = new Map();
  const store = {
    records,
    fault: undefined,
    hangs: false,
    delay: 0,
    writes: 0,
    list: async (id) => [...records.values()].filter((it) => it.id === id || it.id.startsWith(`${id}#`)).map(({ bytes: _, ...about }) => about),
    load: async (id) => records.get(id)?.bytes,
    remove: async (id) => void records.delete(id),
    close: () => undefined,
    async save(record, { expected, aside, drop }) {
      if (store.hangs) await new Promise(() => undefined);
      await wait(store.delay);
      if (store.fault) throw store.fault;
      const stands = records.get(record.id);
      if (expected !== undefined && stands && stands.revision !== expected) throw new Conflict();
      if (expected !== undefined && aside && stands) records.set(aside, { ...stands, id: aside });
      if (drop) records.delete(drop);
      records.set(record.id, record);
      store.writes += 1;
    },
  };
  return store;
}

/** Locks of one browser: whoever asks later waits. */
function locks() {
  const last = new Map();
  return async (name, signal) => {
    const before = last.get(name);
    let release;
    last.set(name, new Promise((resolve) => (release = resolve)));
    await before;
    if (!signal.aborted) return release;
    release();
    throw signal.reason;
  };
}

/** A keeper over a text, as a widget has one. */
function widget(store, lock, text = "") {
  const it = { text, dirty: false, drawn: 0, freed: 0 };
  const keeper = new Keeper("/#0", {
    snapshot: () => ({ bytes: it.text, organization: "", answers: it.text.length, dirty: it.dirty }),
    changed: () => (it.drawn += 1),
    open: async () => store,
    lock,
    freed: () => (it.freed += 1),
    now: () => 1_000 + store.writes,
  });
  const answer = (letter) => {
    it.text += letter;
    it.dirty = true;
    keeper.changed();
  };
  return Object.assign(it, { keeper, answer });
}

const texts = (store) => Object.fromEntries([...store.records].map(([id, { bytes }]) => [id, bytes]));

test("an accepted change is written within 250 ms, and a run of them in few writes", async () => {
  const store = memory();
  const it = widget(store, locks());
  await it.keeper.open();
  for (const letter of "abcdefghij") it.answer(letter);
  assert.equal(it.keeper.holdsAll, false);
  await wait(200);
  assert.equal(it.keeper.holdsAll, true);
  assert.deepEqual(texts(store), { "/#0": "abcdefghij" });
  assert.ok(store.writes <= 2, `${store.writes} writes`);
});

test("nothing is written before it is known what stands there", async () => {
  const store = memory();
  const it = widget(store, locks());
  it.answer("a");
  it.keeper.suspend();
  assert.equal(await it.keeper.flush(), false);
  assert.deepEqual(texts(store), {});
});

test("starting anew keeps the old draft until something is answered", async () => {
  const store = memory();
  const lock = locks();
  const first = widget(store, lock);
  await first.keeper.open();
  first.answer("a");
  await first.keeper.flush();
  first.keeper.suspend();
  const it = widget(store, lock);
  await it.keeper.open();
  assert.deepEqual(it.keeper.others.map(({ id, answers, dirty }) => [id, answers, dirty]), [["/#0", 1, true]]);
  it.keeper.show("anew");
  it.keeper.touched();
  assert.equal(await it.keeper.flush(), true);
  assert.deepEqual(texts(store), { "/#0": "a" });
  assert.equal(it.keeper.others.length, 1, "and the page may offer it");
  it.answer("b");
  await it.keeper.flush();
  assert.deepEqual(texts(store), { "/#0": "b" });
  assert.deepEqual(it.keeper.others, []);
});

test("what a page gives or a file brings sets an unsaved draft aside, and the person can go on with it", async () => {
  for (const origin of ["given", "file"]) {
    const store = memory();
    const it = widget(store, locks());
    await it.keeper.open();
    it.answer("a");
    await it.keeper.flush();
    it.text = "page";
    it.dirty = false;
    it.keeper.show(origin);
    await it.keeper.flush();
    if (origin === "given") {
      assert.deepEqual(texts(store), { "/#0": "a" }, "nothing is written before a change");
      it.answer("!");
      await it.keeper.flush();
    }
    const aside = asideId("/#0", 1_001);
    assert.deepEqual(texts(store), { "/#0": it.text, [aside]: "a" });
    assert.deepEqual(it.keeper.others.map(({ id }) => id), [aside]);
    // Going on with the one that was set aside sets the other one aside, if no file holds it.
    it.text = await it.keeper.load(aside);
    it.keeper.show(it.keeper.others[0]);
    await it.keeper.flush();
    const kept = texts(store);
    assert.equal(kept["/#0"], "a");
    assert.equal(aside in kept, false);
    assert.equal(Object.values(kept).includes("page!"), origin === "given");
  }
});

test("a draft that every file holds is simply replaced", async () => {
  const store = memory();
  const it = widget(store, locks());
  await it.keeper.open();
  it.answer("a");
  it.dirty = false;
  it.keeper.touched();
  await it.keeper.flush();
  it.text = "file";
  it.keeper.show("file");
  await it.keeper.flush();
  assert.deepEqual(texts(store), { "/#0": "file" });
});

test("a record that cannot be read is set aside, even when the person starts anew", async () => {
  const store = memory();
  store.records.set("/#0", { ...readSummary("/#0", { version: 9, revision: 4 }), bytes: "future" });
  const it = widget(store, locks());
  await it.keeper.open();
  assert.equal(it.keeper.others[0].fault, "newer");
  it.keeper.show("anew");
  it.answer("a");
  await it.keeper.flush();
  assert.deepEqual(Object.values(texts(store)).sort(), ["a", "future"]);
  assert.equal(store.records.get("/#0").revision, 5);
});

test("the second of two says that it is open elsewhere, and writes nothing", async () => {
  const store = memory();
  const lock = locks();
  const [one, two] = [widget(store, lock), widget(store, lock)];
  await one.keeper.open();
  await two.keeper.open();
  assert.deepEqual([one.keeper.keeping, two.keeper.keeping], ["on", "elsewhere"]);
  one.answer("a");
  two.answer("b");
  assert.deepEqual([await one.keeper.flush(), await two.keeper.flush()], [true, false]);
  assert.deepEqual(texts(store), { "/#0": "a" });
  // As soon as the first is gone, the second has the record; what either wrote is kept.
  one.keeper.suspend();
  await wait(100);
  assert.deepEqual([two.keeper.keeping, two.freed], ["on", 0]);
  assert.deepEqual(texts(store), { "/#0": "b", [asideId("/#0", 1_001)]: "a" });
});

test("a second one in which nothing was done is told when the record is free", async () => {
  const store = memory();
  const lock = locks();
  const [one, two] = [widget(store, lock), widget(store, lock)];
  await one.keeper.open();
  await two.keeper.open();
  two.keeper.show("anew");
  one.answer("a");
  await one.keeper.flush();
  one.keeper.suspend();
  await wait(50);
  assert.deepEqual([two.keeper.keeping, two.freed, two.keeper.others.length], ["on", 1, 1]);
});

test("a second one that goes away waits no longer", async () => {
  const store = memory();
  const lock = locks();
  const [one, two, three] = [widget(store, lock), widget(store, lock), widget(store, lock)];
  await one.keeper.open();
  await two.keeper.open();
  two.answer("b");
  two.keeper.suspend();
  one.keeper.suspend();
  await three.keeper.open();
  assert.equal(three.keeper.keeping, "on");
  assert.deepEqual(texts(store), {});
});

test("without locks the second writer is found by the revision", async () => {
  const store = memory();
  const [one, two] = [widget(store, async () => UNLOCKED), widget(store, async () => UNLOCKED)];
  await one.keeper.open();
  await two.keeper.open();
  one.answer("a");
  await one.keeper.flush();
  two.answer("b");
  assert.equal(await two.keeper.flush(), false);
  assert.equal(two.keeper.keeping, "elsewhere");
  assert.deepEqual(texts(store), { "/#0": "a" });
});

test("a refused write is told, answering goes on, and the next one may work again", async () => {
  const store = memory();
  const it = widget(store, locks());
  await it.keeper.open();
  it.answer("a");
  await it.keeper.flush();
  store.fault = new DOMException("full", "QuotaExceededError");
  it.answer("b");
  assert.equal(await it.keeper.flush(), false);
  assert.deepEqual([it.keeper.keeping, it.keeper.reason], ["failed", "QuotaExceededError"]);
  assert.deepEqual(texts(store), { "/#0": "a" }, "the old draft is as it was");
  store.fault = undefined;
  it.answer("c");
  assert.equal(await it.keeper.flush(), true);
  assert.equal(it.keeper.keeping, "on");
  assert.deepEqual(texts(store), { "/#0": "abc" });
});

test("a page that comes back goes on, and keeps what another has written meanwhile", async () => {
  const store = memory();
  const lock = locks();
  const it = widget(store, lock);
  await it.keeper.open();
  it.answer("a");
  it.keeper.suspend();
  await it.keeper.resume();
  it.answer("b");
  assert.equal(await it.keeper.flush(), true);
  assert.deepEqual(texts(store), { "/#0": "ab" });
  it.keeper.suspend();
  const other = widget(store, lock, "other");
  await other.keeper.open();
  other.keeper.show("anew");
  other.answer("!");
  await other.keeper.flush();
  other.keeper.suspend();
  const drawn = it.drawn;
  await it.keeper.resume();
  assert.ok(it.drawn > drawn, "the page is told");
  assert.deepEqual(texts(store), { "/#0": "other!" });
  assert.deepEqual(it.keeper.others.map(({ id }) => id), ["/#0"], "and the page may offer it");
  it.answer("c");
  assert.equal(await it.keeper.flush(), true);
  assert.deepEqual(Object.values(texts(store)).sort(), ["abc", "other!"]);
});

test("what is left in the middle of a write is written after it", async () => {
  const store = memory();
  store.delay = 60;
  const it = widget(store, locks());
  await it.keeper.open();
  it.answer("a");
  await wait(45);
  it.answer("b");
  it.keeper.suspend();
  await wait(160);
  assert.deepEqual(texts(store), { "/#0": "ab" });
});
