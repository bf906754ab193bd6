/** The draft beside what replaces or takes away an assessment: detaching, opening, clearing, coming back. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { axe, goTo } from "./browser.mjs";
import { answer, answers, goOn, hash, heading, kept, press, settle, site, visit, visitor, when } from "./keeping.mjs";

test("an element that is taken out hands over what it holds, and goes on where it was", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes" });
  await widget.evaluate((element) => element.runCrosswalk());
  await goTo(tab, "Scope");
  await widget.getByLabel("Organization").pressSequentially("Acme");
  const seen = await widget.evaluate(async (element) => {
    const events = [];
    element.addEventListener("annexa-detach", ({ detail }) => events.push({ text: new TextDecoder().decode(detail.bytes), dirty: detail.dirty }));
    const crosswalk = element.crosswalk.length;
    const parent = element.parentNode;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const gone = { dirty: element.dirty, text: new TextDecoder().decode(element.assessment) };
    parent.append(element);
    await element.ready;
    return { events, gone, dirty: element.dirty, text: new TextDecoder().decode(element.save()), same: element.crosswalk.length === crosswalk };
  });
  assert.equal(seen.events.length, 1);
  assert.match(seen.events[0].text, /"organization": "Acme"/, "the focused field was taken over");
  assert.deepEqual([seen.events[0].dirty, seen.gone.dirty, seen.dirty, seen.same], [true, true, true, true]);
  assert.deepEqual([seen.gone.text, seen.text], [seen.events[0].text, seen.events[0].text]);
  assert.equal(await heading(widget), "Scope and cover", "no question");
  await goTo(tab, "A.5 ");
  await widget.evaluate(async (element) => {
    const parent = element.parentNode;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    parent.append(element);
    await element.ready;
  });
  assert.match(await heading(widget), /^A\.5 /, "the view is the same");
  await answer(widget, { "4.2": "yes" });
  await settle(tab);
  await tab.reload();
  await goOn(widget);
  assert.equal(await answers(widget), 2, "and the draft is written on");
  await context.close();
});

test("opening a file leaves the draft of before within reach", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes", "4.2": "yes" });
  const file = await widget.evaluate(() => {
    const other = document.createElement("annexa-assessment");
    other.setAttribute("storage", "none");
    document.body.append(other);
    return other.ready.then(() => {
      other.respond("A.5.1", "no");
      const text = new TextDecoder().decode(other.save());
      other.remove();
      return text;
    });
  });
  const opened = widget.evaluate((element) => new Promise((resolve) => element.addEventListener("annexa-open", ({ detail }) => resolve(detail), { once: true })));
  await widget.locator("input[type=file]").first().setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from(file) });
  assert.deepEqual(await opened, { from: "file", fileName: "other.json" });
  await widget.locator(".drafts").waitFor();
  assert.equal(await answers(widget), 1);
  assert.match(await widget.locator(".drafts").textContent(), /2 answers/);
  await settle(tab);
  await tab.reload();
  assert.match(await widget.locator(".view").textContent(), /1 answer,.*2 answers,/s, "both are offered");
  assert.deepEqual(await axe(tab), []);
  await widget.getByRole("button", { name: /^Go on with: .*2 answers/ }).click();
  await widget.locator(".ask").waitFor({ state: "detached" });
  assert.equal(await answers(widget), 2);
  await context.close();
});

test("starting anew from the overview asks only where something would be lost", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes" });
  await press(widget, "Start anew…");
  await widget.locator(".drafts").waitFor();
  assert.equal(await answers(widget), 0);
  await press(widget, "Go on where you were: no organization named, 1 answer, " + (await when(widget)));
  await widget.locator(".drafts").waitFor({ state: "detached" });
  assert.equal(await answers(widget), 1);
  // A date that is not complete is in no draft.
  await goTo(tab, "Scope");
  await widget.getByLabel("Date", { exact: true }).focus();
  await tab.keyboard.type("03");
  await goTo(tab, "Overview");
  await widget.getByRole("button", { name: "Start anew…" }).press("Enter");
  await widget.getByText("What stands in 1 field is not part of the assessment yet").waitFor();
  assert.equal(await answers(widget), 1);
  await press(widget, "Start anew and lose them");
  assert.equal(await answers(widget), 0);
  await context.close();
});

test("what was accepted is told as an event, of the cover too", async () => {
  const { context, tab, widget } = await visitor();
  await widget.evaluate((element) => {
    window.told = [];
    for (const name of ["annexa-about", "annexa-open", "annexa-change"]) {
      document.addEventListener(name, ({ detail }) => window.told.push([name, detail.about?.organization ?? detail.from ?? detail.id]));
    }
  });
  await goTo(tab, "Scope");
  await widget.getByLabel("Organization").fill("Acme");
  await widget.getByLabel("Organization").blur();
  await goTo(tab, "Overview");
  await answer(widget, { "4.1": "yes" });
  await widget.evaluate((element) => element.load(element.save()));
  await press(widget, "Start anew…");
  await widget.locator(".drafts").waitFor();
  assert.deepEqual(await tab.evaluate(() => window.told), [["annexa-about", "Acme"], ["annexa-change", "4.1"], ["annexa-open", "page"], ["annexa-open", "anew"]]);
  await context.close();
});

test("a page out of the browser's own cache goes on there", async () => {
  const cached = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"], ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  try {
    const context = await cached.newContext();
    const tab = await context.newPage();
    const widget = await visit(tab);
    await tab.evaluate(() => addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted)));
    await answer(widget, { "4.1": "yes" });
    await settle(tab);
    await tab.goto(`${site.server.origin}/elsewhere.html`);
    await back(tab);
    assert.equal(await tab.evaluate(() => window.persisted), true, "out of the cache");
    await answer(widget, { "4.2": "yes" });
    await settle(tab);
    assert.deepEqual(Object.values(await kept(tab)).map((it) => it.answers), [2]);
  } finally {
    await cached.close();
  }
});

test("what another tab has written while a page was away is kept beside what comes after", async () => {
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes", "4.2": "yes" });
  await settle(tab);
  // A browser throws cached pages away as it likes, so the page is told what it would be told.
  await tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  const other = await context.newPage();
  const second = await visit(other);
  await goOn(second);
  await answer(second, { "4.3": "yes" });
  await settle(other);
  await other.close();
  await tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await widget.locator(".drafts").waitFor();
  await answer(widget, { "A.5.1": "no" });
  await settle(tab);
  assert.deepEqual(Object.values(await kept(tab)).map((it) => it.answers), [3, 3]);
  await context.close();
});

/** Back, into the browser's own cache; the driver's own way waits for a load that does not come. */
async function back(tab) {
  await tab.evaluate(() => void setTimeout(() => history.back()));
  await tab.waitForTimeout(500);
}

test("a browser that is closed and opened again has the draft", async () => {
  const profile = mkdtempSync(join(tmpdir(), "annexa-profile-"));
  const start = () => chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    const first = await start();
    const widget = await visit(await first.newPage());
    await answer(widget, { "4.1": "yes", "A.5.1": "no" });
    const before = await hash(widget);
    await first.close();
    const second = await start();
    const again = await visit(await second.newPage());
    await goOn(again);
    assert.equal(await hash(again), before);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
