/** The bar's tools and the overview's figures: undo and redo with their names, find, what is kept, what changed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./browser.mjs";
import { answer, goOn, settle, site, visit, visitor } from "./keeping.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 320, height: 800 } };

const saved = (page) => page.locator("annexa-assessment").evaluate((element) => new TextDecoder().decode(element.save()));
const respond = (page, id, response) => page.locator("annexa-assessment").evaluate((element, [id, response]) => element.respond(id, response), [id, response]);
const button = (page, name) => page.getByRole("button", { name, exact: true });
const focused = (page) => page.locator("annexa-assessment").evaluate((element) => element.shadowRoot.activeElement?.dataset.focus ?? element.shadowRoot.activeElement?.name);
const notice = (page, text) => page.locator(".bar .unsaved", { hasText: text }).waitFor();

test("what was done before the whole engine came is taken back byte for byte, and made again", async () => {
  const { page, close } = await site.open("/one.html", WIDE);
  const states = [await saved(page)];
  for (const [id, response] of [["4.1", "yes"], ["A.5.1", "partly"], ["4.1", "no"]]) {
    await respond(page, id, response);
    states.push(await saved(page));
  }
  for (let at = 2; at >= 0; at -= 1) {
    await page.getByRole("button", { name: /^Undo: answer to / }).click();
    await notice(page, "Undone: answer to");
    assert.equal(await saved(page), states[at]);
  }
  await button(page, "Undo").click();
  await notice(page, "Nothing to undo.");
  for (let at = 1; at <= 3; at += 1) {
    await page.getByRole("button", { name: /^Redo: answer to / }).click();
    await page.waitForFunction((text) => new TextDecoder().decode(document.querySelector("annexa-assessment").save()) === text, states[at]);
  }
  await respond(page, "4.2", "yes");
  await page.getByRole("button", { name: "Redo", exact: true }).waitFor();
  await close();
});

test("keys take back only inside the widget and outside of text fields", async () => {
  const { page, close } = await site.open("/one.html", WIDE);
  const before = await saved(page);
  await respond(page, "4.1", "yes");
  const after = await saved(page);
  await page.getByRole("button", { name: /^Undo: / }).waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("/");
  assert.equal(await page.locator(".view-heading").textContent(), "Overview", "the page's own keys are the page's");
  assert.equal(await saved(page), after);
  await page.keyboard.press("Tab");
  await button(page, "Find").focus();
  await page.keyboard.press("Control+z");
  await notice(page, "Undone: answer to 4.1.");
  assert.equal(await saved(page), before);
  await page.keyboard.press("Control+Shift+z");
  await notice(page, "Done again: answer to 4.1.");
  assert.equal(await saved(page), after);
  await page.keyboard.press("/");
  await page.locator("#find-text").waitFor();
  assert.equal(await focused(page), "find");
  await page.keyboard.type("x/y");
  await page.keyboard.press("Control+z");
  assert.equal(await saved(page), after, "a text field has an undo of its own");
  await close();
});

test("a risk that was added and decided is taken back from another view", async () => {
  const { page, close } = await site.open("/one.html", WIDE);
  const risk = { format: "annexa-assessment", version: 1, catalogue: "iso27001-2022", risks: [{ id: "r-1", label: "R-1", title: "Ransomware", event: "Ransomware" }], answers: [] };
  await page.locator("annexa-assessment").evaluate((element, text) => element.load(new TextEncoder().encode(text)), JSON.stringify(risk));
  const before = await saved(page);
  await respond(page, "A.8.7", "no");
  await page.getByRole("button", { name: "Undo: answer to A.8.7" }).click();
  await notice(page, "Undone");
  assert.equal(await saved(page), before);
  await close();
});

test("find looks at ids, titles, questions, risks, owners and notes, and Enter opens the first", async () => {
  const { page, close } = await site.open("/one.html", WIDE);
  const file = {
    format: "annexa-assessment", version: 1, catalogue: "iso27001-2022",
    risks: [{ id: "r-1", label: "R-1", title: "Backups fail", event: "Tapes are empty", owner: "Zoë" }],
    answers: [{ id: "A.5.1", response: "yes", owner: "Zoë", notes: "See the backup plan of the year before, which nobody has read since." }],
  };
  await page.locator("annexa-assessment").evaluate((element, text) => element.load(new TextEncoder().encode(text)), JSON.stringify(file));
  await button(page, "Find").click();
  await page.locator("#find-text").waitFor();
  await page.locator("#find-text").fill("backup");
  const heads = async (first) => {
    await page.locator(".found", { hasText: first }).first().waitFor();
    return page.locator(".found :is(h3, h4)").allTextContents();
  };
  assert.deepEqual(await heads("Backups fail"), ["Requirements and controls (4)", "Risks (1)", "Notes (1)"]);
  assert.match(await page.locator(".found").last().textContent(), /A\.5\.1.*See the backup plan of the year before, which nobody h…/);
  await page.locator("#find-text").fill("zoe");
  assert.deepEqual(await heads("Zoë"), ["Owners (2)"], "without marks and capitals");
  await page.locator("#find-text").fill("information");
  await page.getByText(/^The first 8 of \d+ are shown\.$/).first().waitFor();
  assert.equal(await page.locator(".found").first().locator("li").count(), 8);
  await page.locator("#find-text").fill("no such thing");
  await page.getByText("Nothing found for “no such thing”.").waitFor();
  assert.deepEqual(await axe(page), []);
  await page.locator("#find-text").fill("a.8.13");
  await page.locator(".found", { hasText: "(1)" }).waitFor();
  await page.locator("#find-text").press("Enter");
  // The question's view loads late.
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.activeElement?.dataset.focus === "A.8.13");
  await page.goBack();
  assert.equal(await page.locator("#find-text").inputValue(), "a.8.13", "Back leads to the results");
  await page.locator("#find-text").fill("tapes");
  await page.getByRole("button", { name: "R-1 Backups fail" }).click();
  await page.locator('[data-focus="r-1"]').waitFor();
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.activeElement?.dataset.focus === "r-1");
  await close();
});

test("the overview shows how full each chapter is, and says what changed since the last file, also after a reload", async () => {
  const { tab, widget, context } = await visitor();
  await answer(widget, { "4.1": "yes", "A.5.1": "partly" });
  await tab.locator(".strip").waitFor();
  assert.equal(await tab.locator(".strip .cell").count(), 123);
  assert.equal(await tab.locator(".strip .cell.partly > i").count(), 1);
  await tab.locator(".bar .unsaved", { hasText: /^Kept in this browser \d\d:\d\d, not saved to a file yet$/ }).waitFor();
  await tab.getByRole("button", { name: "Save file" }).click();
  await tab.getByRole("heading", { name: /^Since your file of \d+ \w+$/ }).waitFor();
  await tab.getByText("Nothing has changed.").waitFor();
  await answer(widget, { "4.2": "yes", "4.1": "no" });
  await tab.locator(".since").waitFor();
  const lines = async () => (await tab.locator(".since li").allTextContents()).join("; ");
  assert.equal(await lines(), "1 question answered; 1 answer changed");
  await tab.locator(".bar .unsaved", { hasText: /2 changes not saved to the file of/ }).waitFor();
  await settle(tab);
  await visit(tab);
  await goOn(tab.locator("annexa-assessment"));
  await tab.locator(".since").waitFor();
  assert.equal(await lines(), "1 question answered; 1 answer changed", "the draft knows it");
  await context.close();
});

test("twenty changes in no file are mentioned quietly, and no earlier", async () => {
  const { page, close } = await site.open("/one.html", WIDE);
  for (let turn = 0; turn < 19; turn += 1) await respond(page, "4.1", turn % 2 ? "yes" : "no");
  await page.locator(".strip").waitFor();
  assert.equal(await page.locator(".reminder").count(), 0);
  await respond(page, "4.2", "yes");
  await page.locator(".reminder", { hasText: "20 changes stand in this browser alone." }).waitFor();
  await page.locator(".reminder").getByRole("button", { name: "Save them to a file" }).click();
  await page.locator(".reminder").waitFor({ state: "detached" });
  await close();
});

test("the sections say in short how far they are, and the note is part of the name", async () => {
  const { page, close } = await site.open("/one.html", WIDE);
  const file = { format: "annexa-assessment", version: 1, catalogue: "iso27001-2022", mode: "certify", context: { premises: "none" }, answers: [{ id: "4.1", response: "yes" }] };
  await page.locator("annexa-assessment").evaluate((element, text) => element.load(new TextEncoder().encode(text)), JSON.stringify(file));
  await page.getByRole("button", { name: /^Set-up ?, 1 of \d+$/ }).waitFor();
  await page.getByRole("button", { name: /^Certification ?, \d+ block$/ }).waitFor();
  await close();
});

for (const [name, options] of [["320 px", NARROW], ["forced colours", { ...WIDE, forcedColors: "active" }], ["1280 px", WIDE]]) {
  test(`overview and find, ${name}`, async () => {
    const { page, close } = await site.open("/one.html", options);
    await respond(page, "A.5.1", "partly");
    await page.locator(".strip").waitFor();
    const check = async (where) => {
      assert.deepEqual(await axe(page), [], where);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${where} is ${overflow} px too wide`);
    };
    await check("overview");
    const menu = page.locator(".menu > summary");
    if (await menu.count()) await menu.click();
    await page.getByRole("button", { name: "Undo: answer to A.5.1" }).waitFor();
    await check("the menu");
    await button(page, "Find").click();
    await page.locator("#find-text").waitFor();
    await page.locator("#find-text").fill("policies");
    await check("find");
    await close();
  });
}
