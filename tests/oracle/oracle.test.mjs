// A slice of the comparison that every change has to pass: fixed seeds, and the samples.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compared, differences, random, samples } from "./compare.mjs";
import { native, page } from "./engines.mjs";

const PROGRAM = process.env.ANNEXA_ORACLE ?? "target/debug/annexa-oracle";
const COUNT = 300;

test("the samples: oracle, native engine and the page's agree", async () => {
  assert.deepEqual(differences(samples, PROGRAM, await page()), []);
});

test(`${COUNT} random assessments: oracle, native engine and the page's agree`, async () => {
  assert.deepEqual(differences(random(0, COUNT), PROGRAM, await page()).slice(0, 20), []);
});

test("another assessment's conclusions are not taken for an assessment's own", () => {
  const [one, other] = random(COUNT, 2);
  const [texts, others] = native(PROGRAM, [one, other]);
  assert.deepEqual(compared(one, texts, texts), []);
  assert.notDeepEqual(compared(one, others), []);
  assert.deepEqual(compared(one, texts, others), [`${one.name}: native and page differ`]);
});
