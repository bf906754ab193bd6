/** The draft where storage fails, where it is newer than the page, and where the page gives an assessment. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, goTo } from "./browser.mjs";
import { answer, answers, heading, kept, press, settle, site, visit, visitor } from "./keeping.mjs";

for (const [name, spoil] of Object.entries({
  "is not there": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "throws": () => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("no", "SecurityError"); } }),
  "refuses": () => (IDBFactory.prototype.open = () => { throw new DOMException("no", "InvalidStateError"); }),
  "never answers": () => (IDBFactory.prototype.open = () => ({})),
})) {
  test(`where storage ${name}, a banner says so and answering goes on`, async () => {
    const { context, tab, widget } = await visitor({ prepare: spoil });
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
    // The driver's own way waits half a minute for the page that the person does not want.
    await tab.evaluate(() => void setTimeout(() => location.reload()));
    await (await asked).dismiss();
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
    const { context, tab, widget } = await visitor();
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
  const { context, tab, widget } = await visitor();
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  await tab.goto(`${site.server.origin}/elsewhere.html`);
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

/** A visitor with a draft of one answer, and the page's own assessment, which is the same until then. */
async function givenOne() {
  const { context, tab, widget } = await visitor();
  const given = await widget.evaluate((element) => {
    element.respond("5.1", "no");
    return Array.from(element.save());
  });
  // The host sets its own before the element is defined.
  await tab.addInitScript((bytes) => {
    addEventListener("DOMContentLoaded", () => (document.querySelector("annexa-assessment").assessment = new Uint8Array(bytes)));
  }, given);
  return { context, tab, widget };
}

test("what the page gives wins over a draft, which is kept and offered", async () => {
  const { context, tab, widget } = await givenOne();
  await answer(widget, { "4.1": "yes", "5.1": undefined, "4.2": "yes" });
  await settle(tab);
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
  const { context, tab, widget } = await givenOne();
  await settle(tab);
  await visit(tab);
  assert.equal(await widget.locator(".drafts").count(), 0);
  await answer(widget, { "4.1": "yes" });
  await settle(tab);
  assert.deepEqual(Object.keys(await kept(tab)), ["/one.html#0"]);
  await context.close();
});
