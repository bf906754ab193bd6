/** The simple path of a small firm, whole: from an empty page to what blocks stage 1 and to its end, with every click and field counted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { shot, unexpected } from "./browser.mjs";
import { opening } from "./opening.mjs";
import { clear, STEPS, walker } from "./path.mjs";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Path</title><link rel="icon" href="/demo/icon.svg" type="image/svg+xml">
  <script type="module" src="/annexa.js"></script></head><body><annexa-assessment storage="none"></annexa-assessment></body></html>`;
const site = opening({ pages: { "/path.html": PAGE } });

/** More would be no simple path. */
const CLICKS_MAX = 140;
const FIELDS_MAX = 30;

const saved = (page) => page.evaluate(() => JSON.parse(new TextDecoder().decode(document.querySelector("annexa-assessment").save())));

test("choose, context, questions, five risks, treatment, reasons, the statement without errors, what blocks stage 1, and nothing that does", async (context) => {
  const { page, seen, close } = await site.open("/path.html");
  const person = walker(page);
  const saw = (name) => shot(page, `path-${name}`);
  const walk = async (name, ...more) => {
    person.begin(name);
    await STEPS[name](person, saw, ...more);
  };

  for (const name of ["goal", "context", "questions", "risks"]) await walk(name);
  const { risks } = await saved(page);
  assert.equal(risks.length, 5);
  const labels = risks.map(({ label }) => label).sort();

  await walk("treatment", labels);
  await walk("reasons");
  await walk("statement");
  assert.equal(await page.locator(".notice-box.bad").count(), 0, "the statement has no errors");
  await walk("stage 1");
  assert.ok((await page.locator(".halves > section").first().locator(":scope > .tasks > li").count()) > 0, "what blocks stage 1 is named");

  const all = [...person.counts.values()];
  const total = (what) => all.reduce((sum, counts) => sum + counts[what], 0);
  for (const [step, { clicks, fields }] of person.counts) context.diagnostic(`${step}: ${clicks} clicks, ${fields} fields`);
  context.diagnostic(`the whole path: ${total("clicks")} clicks, ${total("fields")} fields`);
  assert.ok(total("clicks") <= CLICKS_MAX && total("fields") <= FIELDS_MAX, `${total("clicks")} clicks, ${total("fields")} fields`);

  person.begin("clear");
  await clear(person, saw, labels);
  const { clicks, fields } = person.counts.get("clear");
  context.diagnostic(`until nothing blocks: ${clicks} clicks, ${fields} fields more`);
  assert.match(await page.locator(".halves h3, .halves h4").first().textContent(), /Stage 1: nothing known blocks it/);
  assert.deepEqual(unexpected(seen.messages), []);
  await close();
});
