/** The roadmap's view: the phases, what is tried, the steps with their reasons, one's own figures, and what could be simplified. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./annexa.mjs";
import { axe, goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const site = opening();
const sample = (name) => readFileSync(join(root, "core/data/samples", `${name}.json`), "utf8");

const load = (page, text) => page.locator("annexa-assessment").evaluate((element, text) => element.load(new TextEncoder().encode(text)), text);
const saved = (page) => page.locator("annexa-assessment").evaluate((element) => new TextDecoder().decode(element.save()));
const focused = (page) => page.locator("annexa-assessment").evaluate((element) => element.shadowRoot.activeElement?.dataset.focus);
const lead = (page) => page.locator(".view .lead").first().innerText();

async function planned(name, options = WIDE) {
  const opened = await site.open("/demo/", options);
  await load(opened.page, sample(name));
  await goTo(opened.page, "Roadmap");
  await opened.page.locator("table.phases").waitFor();
  return opened;
}

test("the phases add up, and the steps stand in order with the reason for each", async () => {
  const { page, close } = await planned("software");
  assert.match(await lead(page), /^\d+ steps, \d+ to \d+ days, likely \d+\. 1 step opens stage 1/);
  const counts = await page.locator(".phases tbody tr td:nth-child(2)").allInnerTexts();
  const [together] = await page.locator(".phases tfoot td").allInnerTexts();
  assert.equal(counts.length, 5);
  assert.equal(counts.map(Number).reduce((sum, count) => sum + count), Number(together));
  const rows = page.locator("table.rows > tbody > tr");
  assert.equal(await rows.count(), Number(together));
  await page.locator("table.rows .opener", { hasText: /^7\.5\.1/ }).click();
  const detail = await page.locator("tr.detail").innerText();
  for (const part of [/Position 3 of \d+/, /What it takes/, /days, likely/, /It waits for/, /4\.4/, /What waits for it/, /points for sorting/, /how little it takes: [\d,]+ × 1/, /comes after it because/]) {
    assert.match(detail, part);
  }
  assert.doesNotMatch(detail, /\d{4}-\d\d-\d\d/, "days are written as a person reads them");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Go to 7.5.1" }).click();
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.activeElement?.dataset.focus === "7.5.1");
  await page.goBack();
  await page.locator("tr.detail").waitFor();
  await close();
});

test("days a week and a day rate are tried, and nothing of them is kept", async () => {
  const { page, close } = await planned("software");
  const before = await saved(page);
  const pace = page.locator(".pace");
  assert.doesNotMatch(await pace.innerText(), /CHF/);
  await page.getByLabel("Days a week, to try").fill("1,5");
  await page.keyboard.press("Tab");
  await pace.getByText("with 1.5 days of work in a week").waitFor();
  await page.getByLabel("Day rate, to try").fill("12 hundred");
  await page.keyboard.press("Tab");
  await page.getByText("Enter a whole number without separators, or empty the field.").waitFor();
  assert.equal(await page.getByLabel("Day rate, to try").inputValue(), "12 hundred");
  await page.getByLabel("Day rate, to try").fill("900");
  await page.keyboard.press("Tab");
  await pace.getByText(/^With 900 a day, your own days cost [\d,]+ to [\d,]+\.$/).waitFor();
  await page.getByLabel("Currency").fill("CHF");
  await page.keyboard.press("Tab");
  await pace.getByText(/At 900 CHF for a day, one's own work comes to [\d,]+ to [\d,]+ CHF\./).waitFor();
  assert.equal(await saved(page), before);
  await goTo(page, "Gaps");
  await goTo(page, "Roadmap");
  assert.equal(await page.getByLabel("Days a week, to try").inputValue(), "1.5", "what was tried is there again");
  await page.getByLabel("Days a week, to try").fill("");
  await page.keyboard.press("Tab");
  await pace.getByText("with 4 days of work in a week").waitFor();
  await close();
});

test("one's own days take the place of the model's, and Undo takes them back", async () => {
  const { page, close } = await planned("software");
  const before = await saved(page);
  await page.locator("table.rows .opener", { hasText: /^4\.4/ }).click();
  await page.getByText("Your own figure").click();
  await page.getByLabel("Why", { exact: true }).fill("Seen at another firm");
  await page.keyboard.press("Tab");
  await page.getByText("Say the days first.").waitFor();
  await page.getByLabel("Days for 4.4").fill("a week");
  await page.keyboard.press("Tab");
  await page.getByText("Enter days as a number, such as 3 or 2.5, or empty the field.").waitFor();
  assert.equal(await saved(page), before);
  await page.getByLabel("Days for 4.4").fill("12");
  await page.keyboard.press("Tab");
  await page.getByText("6 to 24 days, likely 12").waitFor();
  await page.getByLabel("Who reckons so").fill("Ilse");
  await page.keyboard.press("Tab");
  await page.getByText("Ilse reckons with it, in the place of the model.").waitFor();
  const [effort] = JSON.parse(await saved(page)).efforts;
  assert.deepEqual([effort.kind, effort.id, effort.likely_cd, effort.by], ["item", "4.4", 1200, "Ilse"]);
  // The reason that was refused before still stands in its field, and is taken when that is left.
  for (const what of ["why", "by", "days"]) {
    await page.locator(".bar").getByRole("button", { name: /^Undo/ }).click();
    await page.locator(".bar .unsaved", { hasText: "Undone: change what a step takes." }).waitFor();
    assert.equal(JSON.parse(await saved(page)).efforts?.length ?? 0, what === "days" ? 0 : 1, what);
  }
  await page.getByText("6 to 24 days, likely 12").waitFor({ state: "detached" });
  assert.equal(await saved(page), before);
  await close();
});

test("steps are filtered by phase, owner and what can be begun, and a filter that leaves nothing says so", async () => {
  const { page, close } = await planned("manufacturer");
  const all = await page.locator("table.rows > tbody > tr").count();
  await page.getByLabel("Show").selectOption("ready");
  const ready = await page.locator("table.rows > tbody > tr").count();
  assert.ok(ready > 0 && ready < all);
  assert.equal(await page.locator("table.rows").getByText("Waits", { exact: true }).count(), 0);
  await page.getByLabel("Phase").selectOption({ label: "Foundation (0)" });
  await page.getByText("No step is left by these filters.").waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await page.locator("table.rows > tbody > tr").count(), all);
  assert.equal(await focused(page), "roadmap filters");
  await close();
});

test("what could be simplified is a remark with what was looked for, and what is left alone is named", async () => {
  const { page, close } = await planned("manufacturer");
  const simpler = page.locator(".simpler");
  await simpler.getByText("A.5.24 could be simplified").waitFor();
  await simpler.getByText("What was looked for").click();
  await simpler.getByText("An obligation asks for it.").waitFor();
  await simpler.getByText("4 controls take little and have no driver; leave them.").click();
  assert.equal(await simpler.locator("ul[aria-label] li").count(), 4);
  assert.deepEqual(await axe(page), []);
  await close();
});

test("an empty assessment says what is not known, and where nothing is judged yet why", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await goTo(page, "Roadmap");
  await page.locator(".simpler").waitFor();
  await page.locator(".simpler").getByText(/^Over-engineering is not judged/).waitFor();
  assert.deepEqual(await axe(page), []);
  await close();
});

test("320 px", async () => {
  const { page, close } = await planned("software", { viewport: { width: 320, height: 800 } });
  await page.locator("table.rows .opener").first().click();
  await page.getByText("Your own figure").click();
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320);
  assert.deepEqual(await axe(page), []);
  await close();
});

test("steps that wait for each other in a circle are named, and the way to one opens its row", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  const file = {
    format: "annexa-assessment", version: 1, catalogue: "iso27001-2022", answers: [],
    actions: [
      { id: "t-1", label: "T-1", what: "Wait", after: ["t-2"] },
      { id: "t-2", label: "T-2", what: "Wait too", after: ["t-1"] },
    ],
  };
  await load(page, JSON.stringify(file));
  await goTo(page, "Roadmap");
  await page.getByText("No order can be kept here").waitFor();
  await page.getByText("Each of these waits for another of them: T-1, T-2.").waitFor();
  assert.deepEqual(await axe(page), []);
  await page.locator(".opener", { hasText: "T-1" }).click();
  await page.getByRole("button", { name: "Go to T-1" }).press("Enter");
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.activeElement?.dataset.focus === "t-1");
  await page.locator("tr.detail").waitFor();
  await page.goBack();
  await page.locator("table.phases").waitFor();
  await close();
});

test("on paper there are no fields and no buttons, and the steps have all columns", async () => {
  const { page, close } = await planned("software");
  await page.emulateMedia({ media: "print" });
  for (const hidden of ["#roadmap-capacity", ".filters", "text=Download the steps"]) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
  assert.deepEqual(await page.locator("table.rows > thead th:visible").allInnerTexts(), ["Step", "When", "Days", "Why here", "Owner"]);
  await close();
});
