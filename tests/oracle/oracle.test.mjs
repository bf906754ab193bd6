// A slice of the comparison that every change has to pass: fixed seeds, and the samples.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compared, differences, random, samples } from "./compare.mjs";
import { chosen } from "./rules/chooser.mjs";
import { choice } from "./project.mjs";
import { native, page } from "./engines.mjs";

const PROGRAM = process.env.ANNEXA_ORACLE ?? "target/debug/annexa-oracle";
const COUNT = 300;

test("the samples: oracle, native engine and the page's agree", async () => {
  assert.deepEqual(differences(samples, PROGRAM, await page()), []);
});

test(`${COUNT} random assessments: oracle, native engine and the page's agree`, async () => {
  assert.deepEqual(differences(random(0, COUNT), PROGRAM, await page()).slice(0, 20), []);
});

test("the chooser: all 6,561 ways through its questions, and the engine's is the oracle's", () => {
  const letters = ["-", "y", "n"];
  const all = Array.from({ length: 3 ** 8 }, (_, number) =>
    Array.from({ length: 8 }, (__, at) => letters[Math.floor(number / 3 ** at) % 3]).join(""),
  );
  const file = { ...samples[0].file, answers: [], context: { people: 45, it: "cloud", start: "good" } };
  for (const name of ["risks", "actions", "snapshots", "soa_approval"]) delete file[name];
  const asked = all.map((choice) => ({ today: "choose", choice, file }));
  const found = native(PROGRAM, asked).map(([text]) => choice(JSON.parse(text)));
  const expected = all.map((one) => chosen(one, file.context));
  for (const [at, one] of all.entries()) assert.deepEqual(found[at], expected[at], one);
});

test("another assessment's conclusions are not taken for an assessment's own", () => {
  const [one, other] = random(COUNT, 2);
  const [texts, others] = native(PROGRAM, [one, other]);
  assert.deepEqual(compared(one, texts, texts), []);
  assert.notDeepEqual(compared(one, others), []);
  assert.deepEqual(compared(one, texts, others), [`${one.name}: native and page differ`]);
});
