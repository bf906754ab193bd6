/** A reload loses nothing: the local draft in a real browser, where it works and where it cannot. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { axe, goTo, launch, open } from "./browser.mjs";
import { serve } from "./serve.mjs";

const page = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Keep</title><script type="module" src="/annexa.js"></script></head><body><main><h1>Keep</h1>${body}</main></body></html>`;
const PAGES = {
  "/one.html": page("<annexa-assessment></annexa-assessment>"),
  "/two.html": page(`<annexa-assessment id="one"></annexa-assessment><annexa-assessment id="two"></annexa-assessment>`),
  "/same.html": page(`<annexa-assessment id="one" draft="x"></annexa-assessment><annexa-assessment id="two" draft="x"></annexa-assessment>`),
  "/none.html": page(`<annexa-assessment storage="none"></annexa-assessment>`),
  "/elsewhere.html": page("<p>Another page.</p>"),
};

let server;
let browser;
before(async () => {
  server = await serve({ pages: PAGES });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** A context with one page; `visit` opens the widget in it once more. */
async function visitor(options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const tab = await context.newPage();
  await visit(tab);
  return { context, tab };
}

async function visit(tab, path = "/one.html") {
  await tab.goto(server.origin + path);
  await tab.waitForSelector("annexa-assessment >> css=.view-heading");
  return tab.locator("annexa-assessment").first();
}

const answer = (widget, answers) =>
  widget.evaluate((element, given) => {
    for (const [id, response] of Object.entries(given)) element.respond(id, response);
  }, answers);
const hash = (widget) => widget.evaluate((element) => element.hash());
const heading = (widget) => widget.locator(".view-heading").textContent();
const press = (widget, name) => widget.getByRole("button", { name, exact: true }).click();
const answers = (widget) => widget.evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())).answers.length);
/** Goes on with the only draft, and waits until it is there. */
async function goOn(widget) {
  await press(widget, "Go on where you were");
  await widget.locator(".ask").waitFor({ state: "detached" });
}
/** Lets the draft be written: 250 ms are promised. */
const settle = (tab) => tab.waitForTimeout(250);

/** What the browser keeps, read without the widget. */
const kept = (tab) =>
  tab.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
    const database = await done(indexedDB.open("annexa"));
    const store = database.transaction("summaries").objectStore("summaries");
    const keys = await done(store.getAllKeys());
    const values = await done(store.getAll());
    database.close();
    return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
  });

test("after a reload the person is asked, and goes on where they were", async () => {
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
  assert.match(await widget.locator(".view").textContent(), /also kept in this browser as a draft.*seven days/s, "said before the first answer");
  await widget.getByLabel("Organization").fill("Acme");
  await widget.getByLabel("Organization").blur();
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
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
  await widget.getByLabel("Scope of the management system").pressSequentially("All of it");
  await tab.reload();
  await goOn(widget);
  assert.equal(await widget.getByLabel("Scope of the management system").inputValue(), "All of it");
  await context.close();
});

test("starting anew keeps the old draft until something is answered", async () => {
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
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

/** The moment that a draft's line ends with. */
const when = async (widget) => /\d+ \w+ \d{4}, \d\d:\d\d/.exec(await widget.locator(".drafts li").first().textContent())[0];

test("the question offers the draft as a file", async () => {
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
  await answer(widget, { "4.1": "yes" });
  const bytes = await widget.evaluate((element) => new TextDecoder().decode(element.save()));
  await settle(tab);
  await tab.reload();
  const download = tab.waitForEvent("download");
  await press(widget, "Save it as a file");
  const file = await download;
  assert.match(file.suggestedFilename(), /^annexa-draft-\d{4}-\d{2}-\d{2}\.json$/);
  const { readFileSync } = await import("node:fs");
  assert.equal(readFileSync(await file.path(), "utf8"), bytes);
  await context.close();
});

test("a draft can be deleted, after a question", async () => {
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
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
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
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
  await second.locator(".title").click();
  const asked = other.waitForEvent("dialog");
  const closing = other.close({ runBeforeUnload: true });
  await (await asked).accept();
  await closing;
  await context.close();
});

test("two widgets on a page have a draft each, unless they share a name", async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await visit(tab, "/two.html");
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
  const context = await browser.newContext();
  const tab = await context.newPage();
  const widget = await visit(tab, "/none.html");
  assert.match(await widget.locator(".view").textContent(), /keeps no draft/);
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  assert.deepEqual(await tab.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  await widget.locator(".title").click();
  const asked = tab.waitForEvent("dialog");
  const leaving = tab.reload();
  await (await asked).accept();
  await leaving;
  await widget.locator(".view-heading").waitFor();
  assert.equal(await answers(widget), 0);
  await context.close();
});

for (const [name, spoil] of Object.entries({
  "is not there": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "throws": () => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("no", "SecurityError"); } }),
  "refuses": () => (IDBFactory.prototype.open = () => { throw new DOMException("no", "InvalidStateError"); }),
  "never answers": () => (IDBFactory.prototype.open = () => ({})),
})) {
  test(`where storage ${name}, a banner says so and answering goes on`, async () => {
    const context = await browser.newContext({ acceptDownloads: true });
    await context.addInitScript(spoil);
    const tab = await context.newPage();
    const widget = await visit(tab);
    await widget.locator(".banner").waitFor();
    assert.match(await widget.locator(".banner").textContent(), /Not kept in this browser/);
    assert.deepEqual(await axe(tab), []);
    await goTo(tab, "4 Context");
    await widget.locator(`label.option:has(input[name="answer-4.1"][value="yes"])`).click();
    assert.equal(await answers(widget), 1);
    // Opening something else asks, since nothing holds the answer.
    await widget.locator("input[type=file]").first().setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await widget.getByText("There are changes that no file and no draft holds.").waitFor();
    assert.equal(await heading(widget), "Open x.json in place of these answers?");
    assert.deepEqual(await axe(tab), []);
    await press(widget, "Stay here");
    assert.match(await heading(widget), /^4 /);
    const asked = tab.waitForEvent("dialog");
    const leaving = tab.reload();
    await (await asked).dismiss();
    await leaving.catch(() => undefined);
    assert.equal(await answers(widget), 1, "the person stayed");
    // The way out: the banner saves a file, and then nothing asks any more.
    const download = tab.waitForEvent("download");
    await widget.locator(".banner").getByRole("button", { name: "Save file" }).click();
    await download;
    await tab.reload();
    await context.close();
  });
}

for (const [name, reason, refuse] of [
  ["is full", "QuotaExceededError", () => { throw new DOMException("full", "QuotaExceededError"); }],
  ["gives up a transaction", "TransactionInactiveError", (table) => table.transaction.abort()],
]) {
  test(`where storage ${name}, a banner says so, the old draft stands, and it recovers`, async () => {
    const { context, tab } = await visitor();
    const widget = tab.locator("annexa-assessment");
    await answer(widget, { "4.1": "yes" });
    await settle(tab);
    await tab.evaluate(`{
      const { add } = IDBObjectStore.prototype;
      window.heal = () => (IDBObjectStore.prototype.add = add);
      IDBObjectStore.prototype.add = function (...given) {
        const request = add.apply(this, given);
        (${refuse})(this);
        return request;
      };
    }`);
    await answer(widget, { "4.2": "yes" });
    await widget.locator(".banner").waitFor();
    assert.match(await widget.locator(".banner").textContent(), new RegExp(reason));
    assert.deepEqual(Object.values(await kept(tab)).map((it) => it.answers), [1]);
    await tab.evaluate(() => window.heal());
    await answer(widget, { "4.3": "yes" });
    await widget.locator(".banner").waitFor({ state: "detached" });
    assert.deepEqual(Object.values(await kept(tab)).map((it) => it.answers), [3]);
    await context.close();
  });
}

test("a draft of a newer page is named, offered as a file, and set aside before anything is written", async () => {
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  await tab.goto(`${server.origin}/elsewhere.html`);
  await tab.evaluate(async () => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open("annexa"));
    const store = database.transaction("summaries", "readwrite").objectStore("summaries");
    const summary = await done(store.get("/one.html#0"));
    await done(store.put({ ...summary, version: 2, shape: "unheard of" }, "/one.html#0"));
    database.close();
  });
  await visit(tab);
  assert.match(await widget.locator(".view").textContent(), /a newer version of this page wrote/);
  assert.equal(await widget.getByRole("button", { name: "Go on where you were" }).count(), 0);
  await press(widget, "Start anew");
  await answer(widget, { "A.5.1": "yes" });
  await settle(tab);
  const records = await kept(tab);
  const aside = Object.keys(records).find((key) => key.startsWith("/one.html#0#"));
  assert.equal(records["/one.html#0"].version, 1);
  assert.deepEqual([records[aside].version, records[aside].shape], [2, "unheard of"], "kept as it was");
  await context.close();
});

test("what the page gives wins over a draft, which is kept and offered", async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const widget = await visit(tab);
  const given = await widget.evaluate((element) => {
    element.respond("5.1", "no");
    return Array.from(element.save());
  });
  await answer(widget, { "4.1": "yes", "5.1": undefined, "4.2": "yes" });
  await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  // The host sets its own before the element is defined.
  await tab.addInitScript((bytes) => {
    addEventListener("DOMContentLoaded", () => (document.querySelector("annexa-assessment").assessment = new Uint8Array(bytes)));
  }, given);
  await visit(tab);
  assert.equal(await heading(widget), "Overview", "no question");
  assert.equal(await answers(widget), 1);
  assert.match(await widget.locator(".drafts").textContent(), /2 answers/);
  await answer(widget, { "A.5.1": "yes" });
  await settle(tab);
  const records = await kept(tab);
  assert.deepEqual(Object.values(records).map((it) => it.answers).sort(), [2, 2], "set aside, not written over");
  await widget.locator(".drafts").getByRole("button", { name: /^Go on where you were/ }).click();
  await widget.locator(".status", { hasText: "Going on with the draft" }).waitFor({ state: "attached" });
  assert.equal(await widget.evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())).answers.map(({ id }) => id).join()), "4.1,4.2");
  await context.close();
});

test("a document that the page gives and the draft that is the same are one", async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const widget = await visit(tab);
  const given = await widget.evaluate((element) => {
    element.respond("5.1", "no");
    return Array.from(element.save());
  });
  await settle(tab);
  await tab.addInitScript((bytes) => {
    addEventListener("DOMContentLoaded", () => (document.querySelector("annexa-assessment").assessment = new Uint8Array(bytes)));
  }, given);
  await visit(tab);
  assert.equal(await widget.locator(".drafts").count(), 0);
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  assert.deepEqual(Object.keys(await kept(tab)), ["/one.html#0"]);
  await context.close();
});

test("an element that is taken out hands over what it holds, and goes on where it was", async () => {
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
  await answer(widget, { "4.1": "yes" });
  await widget.evaluate((element) => element.runCrosswalk());
  await goTo(tab, "Overview");
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
  assert.equal(await heading(widget), "Overview", "no question");
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
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
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
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
  await answer(widget, { "4.1": "yes" });
  await press(widget, "Start anew…");
  await widget.locator(".drafts").waitFor();
  assert.equal(await answers(widget), 0);
  await press(widget, "Go on where you were: no organization named, 1 answer, " + (await when(widget)));
  await widget.locator(".drafts").waitFor({ state: "detached" });
  assert.equal(await answers(widget), 1);
  // A date that is not complete is in no draft.
  await widget.getByLabel("Date", { exact: true }).focus();
  await tab.keyboard.type("03");
  await widget.getByRole("button", { name: "Start anew…" }).press("Enter");
  await widget.getByText("What stands in 1 field is not part of the assessment yet").waitFor();
  assert.equal(await answers(widget), 1);
  await press(widget, "Start anew and lose them");
  assert.equal(await answers(widget), 0);
  await context.close();
});

test("what was accepted is told as an event, of the cover too", async () => {
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
  await widget.evaluate((element) => {
    window.told = [];
    for (const name of ["annexa-about", "annexa-open", "annexa-change"]) {
      document.addEventListener(name, ({ detail }) => window.told.push([name, detail.about?.organization ?? detail.from ?? detail.id]));
    }
  });
  await widget.getByLabel("Organization").fill("Acme");
  await widget.getByLabel("Organization").blur();
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
    await tab.goto(`${server.origin}/elsewhere.html`);
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
  const { context, tab } = await visitor();
  const widget = tab.locator("annexa-assessment");
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
