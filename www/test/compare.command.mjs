/**
 * The rules of comparison and of some measures, written a second time from `docs/rules-compare.md`
 * and compared with the command line: over what the samples keep, and over random states.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { put, root, run } from "./annexa.mjs";

const DAY = "2026-11-24";
const NAMES = ["software", "hospital", "manufacturer"];
const SAMPLES = NAMES.map((name) => JSON.parse(readFileSync(join(root, `core/data/samples/${name}.json`), "utf8")));
const diff = (...args) => JSON.parse(run("diff", ...args, "--today", DAY, "--format", "json"));

/** A small generator in the place of randomness, so that a failure repeats. */
let seed = 11;
const below = (limit) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % limit;
const one = (list) => list[below(list.length)];

const ORDER = {
  implementation: ["not_implemented", "planned", "partly", "implemented"],
  maturity: ["0", "1", "2", "3", "4", "5"],
  finding: ["major_nonconformity", "minor_nonconformity", "observation", "opportunity", "-"],
  condition: ["blocks", "met"],
  document: ["missing", "draft", "approved"],
};

/** What one value is to another on a scale; a word that is not on it is not known. */
function classOf(from, to, order) {
  const [one, other] = [from, to].map((word) => order.indexOf(word));
  if (one === other) return undefined;
  if (one < 0) return "now_known";
  if (other < 0) return "no_longer_known";
  return other > one ? "better" : "worse";
}

const table = (lines, read) => new Map((lines ?? []).map((line) => read(line.split(" "))));
const items = (kept) =>
  table(kept.items, ([id, implementation, applicability, maturity, finding]) => [
    id.replaceAll("~", " "),
    { implementation, applicability, maturity, finding },
  ]);
const pairs = (lines) => table(lines, ([id, word]) => [id, word]);
const risks = (kept) => table(kept.risks, ([id, , , exposure]) => [id, exposure]);
const both = (one, other) => new Set([...one.keys(), ...other.keys()]);
const BLANK = { implementation: "-", applicability: "-", maturity: "-", finding: "-" };

/** Every change as a line. */
function changes(from, to) {
  const found = [];
  const note = (subject, id, made) => made && found.push(`${made} ${subject} ${id}`);
  const [a, b] = [items(from), items(to)];
  for (const id of both(a, b)) {
    const [one, other] = [a.get(id) ?? BLANK, b.get(id) ?? BLANK];
    for (const subject of ["implementation", "maturity", "finding"]) {
      note(subject, id, classOf(one[subject], other[subject], ORDER[subject]));
    }
    note("applicability", id, one.applicability === other.applicability ? undefined : "changed");
  }
  const [c, d] = [risks(from), risks(to)];
  const levels = (kept) => (kept.levels?.[0] ?? []).join(" ");
  for (const id of both(c, d)) {
    if (!c.has(id) || !d.has(id)) {
      note("exposure", id, c.has(id) ? "removed" : "added");
      continue;
    }
    const [one, other] = [c.get(id), d.get(id)];
    const isOther = levels(from) !== levels(to) && one !== "-" && other !== "-";
    note("exposure", id, isOther ? "not_comparable" : classOf(one, other, ["5", "4", "3", "2", "1", "0", "gone"]));
  }
  for (const [subject, member, absent] of [["condition", "gates", "unknown"], ["document", "documents", "missing"]]) {
    const [one, other] = [pairs(from[member]), pairs(to[member])];
    for (const id of both(one, other)) {
      note(subject, id, classOf(one.get(id) ?? absent, other.get(id) ?? absent, ORDER[subject]));
    }
  }
  return found.sort();
}

/** How many items are in each class, each once. */
function counted(lines) {
  const by = new Map();
  for (const line of lines) {
    const [made, subject, ...id] = line.split(" ");
    if (["exposure", "condition", "document"].includes(subject)) continue;
    by.set(id.join(" "), [...(by.get(id.join(" ")) ?? []), made]);
  }
  const counts = {};
  for (const its of by.values()) {
    const has = (word) => its.includes(word);
    const made =
      has("better") && has("worse") ? "mixed"
      : has("better") ? "better"
      : has("worse") ? "worse"
      : has("now_known") && has("no_longer_known") ? "changed"
      : ["now_known", "no_longer_known", "changed"].find(has);
    counts[made] = (counts[made] ?? 0) + 1;
  }
  return counts;
}

/** What the command line says of two snapshots of one file. */
function compared(file, from, to) {
  const it = diff(file, "--from", from.id, "--to", to.id);
  const lines = it.changes.map((change) => `${change.class} ${change.subject} ${change.id}`).sort();
  const counts = it.counts.filter(({ part }) => part === "items").map((entry) => [entry.class, entry.count]);
  return { lines, counts: Object.fromEntries(counts), it };
}

function agree(file, from, to) {
  const expected = changes(from, to);
  const { lines, counts, it } = compared(file, from, to);
  assert.deepEqual(lines, expected);
  assert.deepEqual(counts, counted(expected));
  return it;
}

test("what the samples keep is compared as the page says", () => {
  for (const [at, sample] of SAMPLES.entries()) {
    const file = `${NAMES[at]}.json`;
    put(file, JSON.stringify(sample));
    run("snapshot", "take", file, "--name", "Now", "--today", DAY, "--origin", "x");
    const all = JSON.parse(run("snapshot", file, "--format", "json")).snapshots;
    assert.equal(all.length, 3);
    const [first, second] = sample.snapshots;
    agree(file, first, second);
    agree(file, second, first);
    // What was kept a moment ago is what the file says.
    assert.deepEqual(diff(file, "--from", "Now").changes, []);
  }
});

test("random states are compared as the page says, and swapping swaps", () => {
  const [sample] = SAMPLES;
  const [base] = sample.snapshots;
  const state = (id) => ({
    ...base,
    id,
    name: id,
    levels: [below(4) === 0 ? ["low", "high", "top"] : ["low", "medium", "high"]],
    accept_up_to: "low",
    measures: [],
    scores: [],
    items: ["4.1", "4.2", "5.1", "A.5.1", "A.5.2", "A.8.8", "c~1"].filter(() => below(5) > 0).map(
      (item) =>
        `${item} ${one(["-", ...ORDER.implementation])} ${one(["-", "-", "excluded", "inherited"])} ` +
        `${one(["-", "1", "3"])} ${one(ORDER.finding)}`,
    ),
    risks: ["r-1", "r-2", "r-3", "r-4"].filter(() => below(4) > 0).map((risk) => {
      const level = one(["-", "0", "1", "2", "gone"]);
      return `${risk} ${level} - ${level} - ${level === "-" ? "draft" : "untreated"} R`;
    }),
    documents: ["D.4.3", "D.6.2"].filter(() => below(3) > 0).map((id) => `${id} ${one(["draft", "approved"])}`),
    gates: ["S1-DOCS", "S2-NC"].filter(() => below(4) > 0).map((id) => `${id} ${one(["met", "blocks", "unknown"])}`),
  });
  const opposite = { better: "worse", worse: "better", now_known: "no_longer_known", no_longer_known: "now_known", added: "removed", removed: "added" };
  let found = 0;
  for (let round = 0; round < 25; round += 1) {
    const states = [state("s-1"), state("s-2")];
    put("random.json", JSON.stringify({ ...sample, snapshots: states }));
    const there = agree("random.json", ...states);
    const back = compared("random.json", states[1], states[0]);
    const swapped = there.changes.map((it) => `${opposite[it.class] ?? it.class} ${it.subject} ${it.id}`).sort();
    assert.deepEqual(back.lines, swapped);
    found += there.changes.length;
  }
  assert.ok(found > 200, `${found}`);
});

test("measures that follow from registers are counted as the page says", () => {
  const days = (one, other) => Math.round((Date.parse(one) - Date.parse(other)) / 86_400_000);
  const share = (part, whole) => (whole === 0 ? null : Math.floor((20_000 * part + whole) / (2 * whole)));
  for (const [at, sample] of SAMPLES.entries()) {
    put(`m${at}.json`, JSON.stringify(sample));
    const said = JSON.parse(run("measures", `m${at}.json`, "--today", DAY, "--format", "json")).measures;
    const figures = (id) => said.find((it) => it.id === id).figures.map(({ value }) => value);
    const due = sample.actions.filter((it) => it.due && it.due <= DAY);
    assert.deepEqual(figures("M08"), [share(due.filter((it) => it.done && it.done <= it.due).length, due.length)]);
    const late = sample.actions.filter((it) => it.due && it.due < DAY && !(it.done && it.done <= DAY));
    assert.deepEqual(figures("M09"), [late.length, late.length ? Math.max(...late.map((it) => days(DAY, it.due))) : null]);
    const ending = sample.risks.filter((it) => it.acceptance?.until && days(it.acceptance.until, DAY) <= 90);
    assert.deepEqual(figures("M10"), [ending.length]);
    const isClosed = (it) => it.effective === "yes" && it.checked && it.checked <= DAY;
    const open = sample.nonconformities.filter((it) => !isClosed(it));
    const ages = open.filter((it) => it.found && it.found <= DAY).map((it) => days(DAY, it.found)).sort((a, b) => a - b);
    const of = (grade) => open.filter((it) => it.grade === grade).length;
    assert.deepEqual(figures("M13"), [of("minor"), of("major"), ages[Math.floor((ages.length - 1) / 2)] ?? null]);
    const checked = sample.nonconformities.filter((it) => it.effective && it.checked && it.checked <= DAY);
    assert.deepEqual(figures("M14"), [share(checked.filter((it) => it.effective === "yes").length, checked.length)]);
  }
});
