/** A reload loses nothing: the local draft in a real browser, and what a person is asked. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { axe, goTo } from "./browser.mjs";
import { answer, answers, goOn, hash, heading, kept, press, settle, visit, visitor, when } from "./keeping.mjs";

test("after a reload the person is asked, and goes on where they were", async () => {
  const { context, tab, widget } = await visitor();
  assert.match(await widget.locator(".view").textContent(), /also kept in this browser as a draft.*seven days/s, "said before the first answer");
  await goTo(tab, "Scope");
  await widget.getByLabel("Organization").fill("Acme");
  await widget.getByLabel("Organization").blur();
  await goTo(tab, "Overview");
  await answer(widget, { "4.1": "yes", "A.5.1": "partly", "A.8.34": "no" });
  const before = await hash(widget);
  await settle(tab);
  await tab.reload();
  await widget.locator(".view-heading").waitFor();
  assert.equal(await heading(widget), "Go on where you were?");
  assert.match(await widget.locator(".view").textContent(), /Acme, 3 answers, \d+ \w+ \d{4}, \d\d:\d\d/);
  assert.equal(await widget.locator(".sections").count(), 0, "nothing else can be done first");
  assert.equal(await tab.evaluate(() => document.activeElement === document.body), true, "no focus is taken at first");
  assert.deepEqual(await axe(tab), []);
  await goOn(widget);
  assert.equal(await heading(widget), "Overview");
  assert.equal(await hash(widget), before);
  assert.equal(await widget.evaluate((element) => element.dirty), true, "no file holds them yet");
  await answer(widget, { "4.2": "yes" });
  const more = await hash(widget);
  await settle(tab);
  await visit(tab);
  await goOn(widget);
  assert.equal(await hash(widget), more);
  await context.close();
});

test("a text in a focused field is kept when the page is left", async () => {
  const { context, tab, widget } = await visitor();
  await goTo(tab, "Scope");
  await widget.getByLabel("Organization").pressSequentially("All of it");
  await tab.reload();
  await goOn(widget);
  assert.equal(await widget.getByLabel("Organization").inputValue(), "All of it");
  await context.close();
});

test("what was refused stands in its field again, where the person was, and never gets into a file", async () => {
  const { context, tab, widget } = await visitor();
  await goTo(tab, "A.5 ");
  const owner = widget.locator('[id="A.5.3-owner"]');
  const message = widget.locator('[id="A.5.3-owner-message"]');
  await widget.locator('.question:has(input[name="answer-A.5.3"]) details[part="details"] > summary').click();
  await owner.fill("a\u0001b");
  await owner.blur();
  const why = await message.textContent();
  await owner.focus();
  await settle(tab);
  // Nothing asks, since nothing is lost.
  await tab.reload();
  await goOn(widget);
  assert.match(await heading(widget), /^A\.5 /);
  assert.equal(await owner.inputValue(), "a\u0001b");
  assert.equal(await message.textContent(), why);
  const { legend, hasOwner } = await widget.evaluate((element) => ({
    legend: element.shadowRoot.activeElement.dataset.focus,
    hasOwner: new TextDecoder().decode(element.save()).includes("owner"),
  }));
  assert.deepEqual([legend, hasOwner], ["A.5.3", false]);
  await owner.fill("Ada");
  await owner.blur();
  await message.waitFor({ state: "detached" });
  await settle(tab);
  await tab.reload();
  await goOn(widget);
  assert.equal(await message.count(), 0);
  assert.equal(await widget.evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())).answers[0].owner), "Ada");
  await context.close();
});

test("starting anew keeps the old draft until something is answered", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes", "4.2": "yes" });
  await settle(tab);
  await tab.reload();
  await press(widget, "Start anew");
  assert.equal(await answers(widget), 0);
  assert.match(await widget.locator(".drafts").textContent(), /2 answers.*kept until you answer something/s);
  assert.deepEqual(await axe(tab), []);
  await settle(tab);
  await tab.reload();
  await press(widget, "Start anew");
  await press(widget, "Go on where you were: no organization named, 2 answers, " + (await when(widget)));
  await widget.locator(".drafts").waitFor({ state: "detached" });
  assert.equal(await answers(widget), 2);
  await visit(tab);
  await press(widget, "Start anew");
  await answer(widget, { "4.3": "yes" });
  await settle(tab);
  assert.equal(await widget.locator(".drafts").count(), 0);
  await tab.reload();
  assert.match(await widget.locator(".view").textContent(), /1 answer,/);
  await context.close();
});

test("the question offers the draft as a file", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes" });
  const bytes = await widget.evaluate((element) => new TextDecoder().decode(element.save()));
  await settle(tab);
  await tab.reload();
  const download = tab.waitForEvent("download");
  await press(widget, "Save it as a file");
  const file = await download;
  assert.match(file.suggestedFilename(), /^annexa-draft-\d{4}-\d{2}-\d{2}\.json$/);
  assert.equal(readFileSync(await file.path(), "utf8"), bytes);
  await context.close();
});

test("a draft can be deleted, after a question", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  await tab.reload();
  await press(widget, "Start anew");
  await widget.getByRole("button", { name: /^Delete it/ }).click();
  assert.equal(await heading(widget), "Delete this draft?");
  await press(widget, "Stay here");
  await widget.getByRole("button", { name: /^Delete it/ }).click();
  await press(widget, "Delete it");
  await widget.locator(".drafts").waitFor({ state: "detached" });
  assert.deepEqual(await kept(tab), {});
  await tab.reload();
  await widget.locator(".view-heading").waitFor();
  assert.equal(await heading(widget), "Overview");
  await context.close();
});

test("a second tab says that it is open elsewhere, and writes nothing", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  const other = await context.newPage();
  const second = await visit(other);
  assert.match(await second.locator(".banner").textContent(), /Open elsewhere, not kept here/);
  assert.deepEqual(await axe(other), []);
  assert.equal(await answers(second), 0);
  await answer(second, { "A.5.1": "no" });
  await answer(widget, { "4.2": "yes" });
  await settle(tab);
  const records = Object.values(await kept(tab));
  assert.deepEqual(records.map((it) => it.answers), [2]);
  // When the first is closed, the second one is kept too, beside what the first has left.
  await tab.close();
  await second.locator(".banner").waitFor({ state: "detached" });
  await second.locator(".drafts").waitFor();
  assert.deepEqual(Object.values(await kept(other)).map((it) => it.answers).sort(), [1, 2]);
  await context.close();
});

test("a second tab in which nothing was done asks as soon as the first one is closed", async () => {
  const { context, tab } = await visitor();
  await answer(tab.locator("annexa-assessment"), { "4.1": "yes" });
  await settle(tab);
  const other = await context.newPage();
  const second = await visit(other);
  await second.locator(".banner").waitFor();
  await tab.close();
  await goOn(second);
  assert.equal(await answers(second), 1);
  assert.equal(await second.locator(".banner").count(), 0);
  await context.close();
});

test("leaving a second tab with answers is asked about", async () => {
  const { context } = await visitor();
  const other = await context.newPage();
  const second = await visit(other);
  await answer(second, { "A.5.1": "no" });
  await second.locator(".bar .title").click();
  const asked = other.waitForEvent("dialog");
  const closing = other.close({ runBeforeUnload: true });
  await (await asked).accept();
  await closing;
  await context.close();
});

test("two widgets on a page have a draft each, unless they share a name", async () => {
  const { context, tab } = await visitor({ path: "/two.html" });
  await answer(tab.locator("#one"), { "4.1": "yes" });
  await answer(tab.locator("#two"), { "A.5.1": "yes", "A.5.2": "yes" });
  await settle(tab);
  await tab.reload();
  for (const [id, count] of [["#one", 1], ["#two", 2]]) {
    await goOn(tab.locator(id));
    assert.equal(await answers(tab.locator(id)), count);
  }
  await visit(tab, "/same.html");
  await tab.locator("#two").locator(".banner").waitFor();
  assert.equal(await tab.locator("#one").locator(".banner").count(), 0);
  await answer(tab.locator("#two"), { "4.1": "yes" });
  await settle(tab);
  assert.equal("/same.html#x" in (await kept(tab)), false, "what is open elsewhere is not written here");
  await context.close();
});

test("a page can switch the draft off", async () => {
  const { context, tab, widget } = await visitor({ path: "/none.html" });
  assert.match(await widget.locator(".view").textContent(), /keeps no draft/);
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  assert.deepEqual(await tab.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  await widget.locator(".bar .title").click();
  const asked = tab.waitForEvent("dialog");
  const leaving = tab.reload();
  await (await asked).accept();
  await leaving;
  await widget.locator(".view-heading").waitFor();
  assert.equal(await answers(widget), 0);
  await context.close();
});
