/** States that are kept and compared, another file beside the assessment, measures that are watched, and how they went. */

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
const respond = (page, id, response) => page.locator("annexa-assessment").evaluate((element, [id, response]) => element.respond(id, response), [id, response]);
const focused = (page) => page.locator("annexa-assessment").evaluate((element) => element.shadowRoot.activeElement?.dataset.focus);
const lead = (page) => page.locator('[data-focus="compare-lead"]').innerText();

test("today's state is kept under a name, compared with what follows, and removed; Undo brings it back", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await respond(page, "A.5.9", "yes");
  await respond(page, "A.5.12", "no");
  await goTo(page, "Compare");
  await page.getByText("Nothing was kept yet.").waitFor();
  assert.deepEqual(await axe(page), []);
  await page.getByLabel("What to call it").press("Enter");
  await page.getByText("Give it a name by which you know it later.").waitFor();
  await page.getByLabel("What to call it").fill("Start");
  await page.getByLabel("What to call it").press("Enter");
  await page.locator(".kept-states").getByText("Start").waitFor();
  assert.equal(await focused(page), "kept-states");
  const kept = await saved(page);
  assert.equal(JSON.parse(kept).snapshots[0].name, "Start");
  assert.equal(await lead(page), "Nothing is another.");
  await respond(page, "A.5.9", "partly");
  await respond(page, "A.5.12", "yes");
  await respond(page, "A.5.13", "yes");
  await page.getByText("1 better, 1 worse, 1 now known.").waitFor();
  const [worse] = await page.locator(".changes").first().locator("li").allInnerTexts();
  assert.match(worse, /A\.5\.9 Inventory[\s\S]*implementation: implemented → partly implemented/);
  assert.deepEqual(await axe(page), []);
  await page.locator(".changes button", { hasText: "A.5.9" }).first().click();
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.activeElement?.dataset.focus === "A.5.9");
  await page.goBack();
  const before = await saved(page);
  await page.getByRole("button", { name: "Remove the state Start" }).click();
  await page.getByText("Nothing was kept yet.").waitFor();
  await page.locator(".bar").getByRole("button", { name: /^Undo/ }).click();
  await page.locator(".kept-states").getByText("Start").waitFor();
  assert.equal(await saved(page), before);
  await close();
});

test("any two states are compared, the worse first, and the chapters show where they stood", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await load(page, sample("software"));
  await goTo(page, "Compare");
  await page.getByText("30 better, 2 worse, 11 now known.").waitFor();
  assert.match(await page.locator(".view").innerText(), /Look at these first: 2 are worse/);
  const row = page.locator(".bars tbody tr", { hasText: "10 Improvement" });
  assert.deepEqual((await row.locator("td").allInnerTexts()).map((text) => text.replace(/\s/g, "")), ["25%", "50%", "+25"]);
  await page.getByLabel("From", { exact: true }).selectOption({ label: "Before the risk workshop, 12 Oct 2026" });
  await page.getByLabel("To", { exact: true }).selectOption({ label: "After the risk workshop, 2 Nov 2026" });
  await page.waitForFunction(() => !document.querySelector("annexa-assessment").shadowRoot.querySelector('[data-focus="compare-lead"]').textContent.startsWith("30 better"));
  await page.getByLabel("From", { exact: true }).selectOption({ label: "After the risk workshop, 2 Nov 2026" });
  await page.getByLabel("To", { exact: true }).selectOption({ label: "Before the risk workshop, 12 Oct 2026" });
  await page.getByText("The second state is earlier than the first.").waitFor();
  await close();
});

test("another file is compared and kept nowhere, and one that is none says why", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await load(page, sample("software"));
  await goTo(page, "Compare");
  const before = await saved(page);
  const choose = async (name, text) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Compare with a file…" }).click()]);
    await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  };
  const later = JSON.parse(sample("software"));
  later.answers = later.answers.filter(({ id }) => id !== "A.8.13");
  await choose("november.json", JSON.stringify(later));
  await page.getByText("0 better, 0 worse, 1 no longer known.").waitFor();
  assert.equal(await page.getByLabel("To", { exact: true }).evaluate((select) => select.selectedOptions[0].textContent), "File november.json");
  assert.equal(await focused(page), "compare-lead");
  await choose("letter.json", "Dear auditor");
  await page.getByText("These two cannot be compared.").waitFor();
  await page.getByText("E-NOT-JSON").waitFor();
  assert.deepEqual(await axe(page), []);
  // A large one is tried away from the page, and refused before anything is compared.
  await choose("november.json", JSON.stringify(later));
  await page.getByText("0 better, 0 worse, 1 no longer known.").waitFor();
  await choose("huge.json", `{"format":"annexa-assessment","version":1,"catalogue":"iso27001-2022","answers":[],"x":"${"y".repeat(2_000_000)}"}`);
  await page.locator(".problems", { hasText: "E-FIELD" }).waitFor();
  assert.match(await lead(page), /1 no longer known/, "what was compared stands");
  assert.equal(await saved(page), before);
  await close();
});

test("a measure says how it is counted and what it cannot tell, is watched and no longer, and how it went is drawn", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await load(page, sample("software"));
  const before = await saved(page);
  await goTo(page, "Measures");
  assert.equal(await page.locator("table.rows > tbody > tr").count(), 14);
  assert.match(await page.getByRole("img", { name: /^Coverage: 12 Oct 2026: 54\.5 %; / }).getAttribute("aria-label"), /100 %$/);
  assert.match(await page.getByRole("img", { name: /^Open risks by level: high: / }).getAttribute("aria-label"), /12 Oct 2026: no figure; 2 Nov 2026: 8; /);
  await page.locator(".opener", { hasText: "M09" }).click();
  const detail = page.locator("tr.detail");
  assert.match(await detail.innerText(), /An action without a date is never late\./);
  await detail.getByRole("button", { name: "Watch Overdue actions" }).click();
  await page.getByText("Say who measures.").waitFor();
  await detail.getByLabel("Who measures").fill("Ilse");
  await detail.getByLabel("Every so many months").fill("0");
  await detail.getByRole("button", { name: "Watch Overdue actions" }).click();
  await page.getByText("Enter a whole number from 1 to 120, or empty the field.").waitFor();
  await detail.getByLabel("Every so many months").fill("3");
  await detail.getByLabel("Every so many months").press("Enter");
  await page.locator("table.rows", { hasText: "Ilse, every 3 months" }).waitFor();
  assert.equal(await focused(page), "M09");
  assert.deepEqual(await axe(page), []);
  await detail.getByRole("button", { name: "Watch Overdue actions no longer" }).click();
  await page.locator("table.rows", { hasText: "Ilse, every 3 months" }).waitFor({ state: "detached" });
  assert.equal(await saved(page), before);
  await close();
});

test("where nobody knows, the questions are named with what to look for", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await respond(page, "A.8.13", "unknown");
  await respond(page, "A.8.15", "yes");
  await goTo(page, "Measures");
  await page.getByText(/^A\.8 Technological: [\d.]+ % “do not know”\. Coverage [\d.]+ % would be [\d.]+ %\.$/).click();
  await page.locator(".fold li", { hasText: "A.8.13 Information backup" }).waitFor();
  await page.getByText("There is one state only.").waitFor();
  await close();
});

test("320 px", async () => {
  const { page, close } = await site.open("/demo/", { viewport: { width: 320, height: 800 } });
  await load(page, sample("software"));
  for (const view of ["Compare", "Measures"]) {
    await goTo(page, view);
    await page.locator(".bars").first().waitFor();
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320, view);
    assert.deepEqual(await axe(page), [], view);
  }
  await close();
});

test("on paper it says which states, and of fields and what is kept nothing", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await load(page, sample("software"));
  await goTo(page, "Compare");
  await page.locator(".bars").waitFor();
  await page.emulateMedia({ media: "print" });
  await page.getByText(/^After the risk workshop, 2 Nov 2026 → Now, /).waitFor();
  for (const hidden of ["#comparing-from", ".kept-states", ".panel"]) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
  await page.setViewportSize({ width: 718, height: 1000 });
  await goTo(page, "Measures");
  await page.locator(".bars").first().waitFor();
  const widths = await page.locator(".scroll").evaluateAll((boxes) => boxes.map(({ clientWidth, scrollWidth }) => [scrollWidth, clientWidth]));
  assert.equal(widths.length, 3);
  for (const [scrollWidth, clientWidth] of widths) assert.equal(scrollWidth, clientWidth, "no column is cut off");
  await close();
});
