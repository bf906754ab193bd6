/** An assessment that has more than answers, on every way by which it comes into a page. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { answer, goOn, settle, site, visit, visitor } from "./keeping.mjs";

const SAMPLE = readFileSync(new URL("../../core/data/samples/software.json", import.meta.url), "utf8");
const RISKS = JSON.parse(SAMPLE).risks.length;
const BROKEN = JSON.stringify({ ...JSON.parse(SAMPLE), risks: [{ title: "x", colour: "red" }] });
const LARGE = SAMPLE + " ".repeat(1_200_000);

const load = (widget, text) => widget.evaluate((element, given) => element.load(new TextEncoder().encode(given)), text);
const saved = (widget) => widget.evaluate((element) => new TextDecoder().decode(element.save()));
const risks = async (widget) => JSON.parse(await saved(widget)).risks?.length;

/** Chooses a file in the widget, and waits until something is said of it. */
async function choose(widget, name, text) {
  await widget.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

test("a page gives one with registers: the rest of the engine comes then, and not before", async () => {
  const { page, seen, close } = await site.open("/one.html");
  const widget = page.locator("annexa-assessment");
  assert.equal(seen.requests.some((url) => /whole|report/.test(url)), false);
  await answer(widget, { "4.1": "yes" });
  const before = await saved(widget);
  const refused = await load(widget, BROKEN);
  assert.deepEqual([refused.ok, refused.problems[0].code, await saved(widget)], [false, "E-FIELD", before]);
  assert.ok(seen.requests.some((url) => url.endsWith("/annexa-whole.js")));
  assert.equal((await load(widget, SAMPLE)).ok, true);
  assert.equal(await risks(widget), RISKS);
  await widget.evaluate((element) => element.respond("4.1", "no"));
  const canonical = await saved(widget);
  assert.equal((await load(widget, canonical)).ok, true);
  assert.equal(await saved(widget), canonical, "every byte");
  await close();
});

test("a file with registers is opened, kept as a draft, and gone on with after a reload", async () => {
  const { context, tab, widget } = await visitor();
  await choose(widget, "software.json", SAMPLE);
  await widget.locator(".status", { hasText: "software.json opened." }).waitFor({ state: "attached" });
  assert.equal(await risks(widget), RISKS);
  await answer(widget, { "4.1": "no" });
  const before = await saved(widget);
  await settle(tab);
  const again = await visit(tab);
  await goOn(again);
  assert.equal(await saved(again), before);
  await context.close();
});

test("a large file with registers is tried in a worker and opened; one that is broken changes nothing", async () => {
  const { context, widget } = await visitor();
  await choose(widget, "broken.json", BROKEN + " ".repeat(1_200_000));
  await widget.locator(".problems").waitFor();
  assert.match(await widget.locator(".problems").textContent(), /risks\[0\]/);
  assert.equal(await risks(widget), undefined);
  await choose(widget, "large.json", LARGE);
  await widget.locator(".status", { hasText: "large.json opened." }).waitFor({ state: "attached" });
  assert.equal(await risks(widget), RISKS);
  await context.close();
});

test("what the page sets before the element is defined is the first that is shown", async () => {
  const { context, tab } = await visitor();
  await tab.addInitScript((text) => {
    addEventListener("DOMContentLoaded", () => {
      const element = document.querySelector("annexa-assessment");
      window.opened = [];
      element.addEventListener("annexa-open", ({ detail }) => window.opened.push(detail.from));
      element.assessment = text;
    });
  }, SAMPLE);
  const widget = await visit(tab);
  assert.equal(await risks(widget), RISKS);
  assert.deepEqual(await tab.evaluate(() => window.opened), ["page"]);
  await context.close();
});

test("an element that is taken out and put in again keeps its registers", async () => {
  const { context, widget } = await visitor();
  await load(widget, SAMPLE);
  const before = await saved(widget);
  const after = await widget.evaluate(async (element) => {
    const { parentNode } = element;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    parentNode.append(element);
    await element.ready;
    return new TextDecoder().decode(element.save());
  });
  assert.equal(after, before);
  await context.close();
});

test("without the rest of the engine nothing changes, and the page says so", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes" });
  const before = await saved(widget);
  await tab.route(/annexa-whole\.js/, (route) => route.abort());
  const refused = await load(widget, SAMPLE);
  assert.deepEqual([refused.ok, refused.problems[0].code, await saved(widget)], [false, "E-PART", before]);
  await widget.locator(".problems").waitFor();
  await tab.unroute(/annexa-whole\.js/);
  await context.close();
});
