/** The frame: one open section, a next step with its reason, dense questions with filters and keys, results beside pictures. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const site = opening();

const inRoot = (page, work, value) =>
  page.locator("annexa-assessment").evaluate((element, [source, value]) => new Function("root", "value", `return (${source})(root, value)`)(element.shadowRoot, value), [work.toString(), value]);

const ids = (page) => page.locator(".question .item-title .item-id").allTextContents();

test("only the section that a person is in shows its views, and a note is part of its name", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  assert.equal(await page.locator(".sections li li").count(), 0);
  await page.locator("annexa-assessment").evaluate((element) => element.respond("4.1", "yes"));
  await goTo(page, "A.6 ");
  assert.equal(await page.locator(".sections li li").count(), 11);
  await page.getByRole("button", { name: /^Questions ?, 1 of 123$/ }).waitFor();
  assert.equal(await page.locator('.entry[aria-current="page"]').count(), 1);
  await goTo(page, "Results");
  assert.deepEqual(await page.locator(".sections li li .entry-label").allTextContents(), ["Results", "Gaps", "Roadmap", "Compare and merge", "Measures"]);
  await close();
});

test("the next step leads to the first question, and says later what it comes before", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  const next = page.locator(".next");
  const title = () => next.locator(".title").textContent();
  await page.locator("annexa-assessment").evaluate((element) => {
    for (const id of ["4.1", "4.2", "4.3"]) element.respond(id, "yes");
  });
  await next.getByRole("button", { name: "Why this comes first" }).click();
  assert.match(await title(), /^(Go on with 4\.4 |Say what you want)/);
  const after = await next.locator("li").allTextContents();
  assert.ok(after.some((line) => line === "120 questions without an answer"), after.join());
  await next.locator(".primary").click();
  assert.notEqual(await page.locator(".view-heading").textContent(), "Overview");
  await close();
});

test("a question takes at most 143 pixels where there is room", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await goTo(page, "A.8 ");
  const heights = await page.locator(".question").evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
  assert.equal(heights.length, 34);
  assert.ok(Math.max(...heights) <= 143, heights.join());
  await close();
});

test("among the answers keys choose and Delete clears; elsewhere they do nothing", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await goTo(page, "A.6 ");
  const chosen = () => page.locator('input[name="answer-A.6.1"]:checked').evaluateAll(([radio]) => radio?.value);
  await page.keyboard.press("3");
  assert.equal(await chosen(), undefined);
  await page.locator('input[name="answer-A.6.1"]').first().focus();
  await page.keyboard.press("2");
  assert.equal(await chosen(), "partly");
  assert.equal(await inRoot(page, (root) => root.activeElement.value), "partly", "the focus goes with it");
  await page.keyboard.press("5");
  assert.equal(await chosen(), "not_applicable");
  await page.keyboard.press("Delete");
  assert.equal(await chosen(), undefined);
  await close();
});

test("a filter counts at once, keeps what is answered under it, and can be taken away", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await page.locator("annexa-assessment").evaluate((element) => {
    element.respond("A.6.1", "yes");
    element.respond("A.6.2", "no");
  });
  await goTo(page, "A.6 ");
  await page.getByLabel("Show", { exact: true }).selectOption("open");
  assert.deepEqual(await ids(page), ["A.6.3", "A.6.4", "A.6.5", "A.6.6", "A.6.7", "A.6.8"]);
  await page.locator('label.option:has(input[name="answer-A.6.3"][value="yes"])').click();
  assert.equal((await ids(page)).length, 6, "nothing moves away under a click");
  await page.getByLabel("Show", { exact: true }).selectOption("below");
  assert.deepEqual(await ids(page), ["A.6.2"]);
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal((await ids(page)).length, 8);
  await close();
});

test("one question at a time, and the next unanswered one", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await page.locator("annexa-assessment").evaluate((element) => element.respond("A.6.1", "yes"));
  await goTo(page, "A.6 ");
  await page.getByLabel("View", { exact: true }).selectOption("one");
  assert.deepEqual(await ids(page), ["A.6.1"]);
  await page.getByRole("button", { name: "Next unanswered: A.6.2" }).click();
  await page.locator(".item-id", { hasText: "A.6.2" }).waitFor();
  assert.deepEqual(await ids(page), ["A.6.2"]);
  await page.getByRole("button", { name: "Previous: A.6.1" }).click();
  await page.locator(".item-id", { hasText: "A.6.1" }).waitFor();
  await close();
});

test("results: a cell for each control leads to its question, and Back to the cell", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await page.locator("annexa-assessment").evaluate((element) => {
    for (const [id, response] of [["A.5.1", "yes"], ["A.5.2", "partly"], ["A.5.3", "no"]]) element.respond(id, response);
  });
  await goTo(page, "Results");
  assert.equal(await page.locator(".map .cell").count(), 93);
  await page.getByRole("button", { name: /^A\.5\.2 .*, partly implemented$/ }).click();
  assert.match(await page.locator(".view-heading").textContent(), /^A\.5 /);
  await page.goBack();
  await page.locator(".map").first().waitFor();
  assert.equal(await inRoot(page, (root) => root.activeElement.dataset.item), "A.5.2");
  await page.getByRole("button", { name: "Skip the map" }).click();
  assert.equal(await inRoot(page, (root) => root.activeElement.textContent), "By attribute");
  await close();
});
