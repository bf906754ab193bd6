/** A save that did not happen is never called one. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { opening } from "./opening.mjs";
import { serve } from "./serve.mjs";
import { source } from "./source.mjs";

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Save</title>`;
const frame = (sandbox) => `${HEAD}</head><body><main><h1>Frame</h1><iframe title="Assessment" src="/own.html" width="1000" height="700" ${sandbox}></iframe></main></body></html>`;
const PAGES = {
  "/own.html": `${HEAD}<script type="module" src="/annexa.js"></script></head><body><main><h1>Own</h1><annexa-assessment></annexa-assessment></main></body></html>`,
  "/plain.html": frame(""),
  "/allowed.html": frame(`sandbox="allow-scripts allow-same-origin allow-downloads"`),
  "/blocked.html": frame(`sandbox="allow-scripts allow-same-origin"`),
};

// The frames are of this server, and are told apart by their sandbox.
const site = opening({ pages: PAGES, policy: (text) => `${text.replace(/; sandbox .*$/, "")}; frame-src 'self'` });

/** A page with an answer in it, and its widget, in a frame or not. */
async function visit(path, inFrame = false) {
  const context = await site.browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(site.server.origin + path);
  const widget = (inFrame ? page.frameLocator("iframe") : page).locator("annexa-assessment");
  await widget.locator(".view-heading").waitFor();
  await widget.evaluate((element) => element.respond("4.1", "yes"));
  return { context, page, widget };
}

const save = (widget) => widget.getByRole("button", { name: "Save file" }).first().click();
const isDirty = (widget) => widget.evaluate((element) => element.dirty);

test("a download is handed to the browser, and said so for eyes too", async () => {
  for (const path of ["/own.html", "/plain.html", "/allowed.html"]) {
    const { context, page, widget } = await visit(path, path !== "/own.html");
    const download = page.waitForEvent("download");
    await save(widget);
    await download;
    assert.match(await widget.locator(".unsaved").textContent(), /^annexa-.*\.json was handed to the browser as a download\.$/, path);
    assert.equal(await isDirty(widget), false, path);
    await widget.evaluate((element) => element.respond("4.2", "yes"));
    await widget.locator(".unsaved", { hasText: "not saved to" }).waitFor();
    await context.close();
  }
});

test("a frame that allows no downloads says so, and nothing counts as saved", async () => {
  const { context, page, widget } = await visit("/blocked.html", true);
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  await save(widget);
  await widget.locator(".problems", { hasText: "E-DOWNLOAD" }).waitFor();
  assert.match(await widget.locator(".problems").textContent(), /The file was not saved.*allow-downloads/s);
  assert.equal(await isDirty(widget), true);
  assert.equal(downloads, 0);
  assert.equal(await widget.locator(".problems").getAttribute("role"), "alert");
  await context.close();
});

test("where a frame cannot tell, the changes stay unsaved", async () => {
  const inner = await serve({ pages: PAGES, policy: (text) => text.replace(/; sandbox .*$/, "").replace("frame-ancestors 'self'", "frame-ancestors *") });
  // A page of another site, with no headers of ours.
  const outer = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end(frame("").replace("/own.html", `${inner.origin}/own.html`)));
  await new Promise((resolve) => outer.listen(0, "127.0.0.1", resolve));
  const context = await site.browser.newContext({ acceptDownloads: true });
  try {
    const page = await context.newPage();
    await page.goto(`http://localhost:${outer.address().port}/`);
    const widget = page.frameLocator("iframe").locator("annexa-assessment");
    await widget.locator(".view-heading").waitFor();
    await widget.evaluate((element) => element.respond("4.1", "yes"));
    await save(widget);
    await widget.locator(".unsaved", { hasText: "It may be that this frame allows no downloads" }).waitFor();
    assert.equal(await isDirty(widget), true);
  } finally {
    await context.close();
    await inner.close();
    outer.close();
  }
});

test("a host that stores the file is believed only when it has", async () => {
  const { context, page, widget } = await visit("/own.html");
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  /** Saves with a listener of the host page, and tells what came of it. */
  const saved = async (listener) => {
    await widget.evaluate((element, text) => {
      element.respond("4.1", element.dirty ? "no" : "yes");
      element.respond("4.2", "yes");
      element.onSave = new Function("event", text);
      element.addEventListener("annexa-save", element.onSave, { once: true });
    }, listener);
    await save(widget);
    await page.waitForTimeout(150);
    return { dirty: await isDirty(widget), shown: await widget.locator(".unsaved, .problems").allTextContents() };
  };
  const taken = await saved(`event.preventDefault();`);
  assert.equal(taken.dirty, false);
  assert.match(taken.shown.join(), /this page has stored the file/);
  const slow = await saved(`event.preventDefault(); event.detail.waitUntil(new Promise((resolve) => setTimeout(resolve, 50)));`);
  assert.equal(slow.dirty, false);
  const refused = await saved(`event.preventDefault(); event.detail.waitUntil(Promise.reject(new Error("disk full")));`);
  assert.equal(refused.dirty, true);
  assert.match(refused.shown.join(), /The file was not saved.*E-SAVE.*this page could not store the file: disk full/s);
  const thrown = await saved(`event.preventDefault(); throw new Error("broken host");`);
  assert.equal(thrown.dirty, true);
  assert.match(thrown.shown.join(), /E-SAVE.*broken host/s);
  assert.equal(downloads, 0);
  const left = page.waitForEvent("download");
  const broken = await saved(`throw new Error("broken before it took it");`);
  await left;
  assert.equal(broken.dirty, false, "the widget has handed it over itself");
  await context.close();
});

test("what is answered while a host still stores is not saved", async () => {
  const { context, widget } = await visit("/own.html");
  const states = await widget.evaluate(async (element) => {
    let stored;
    element.addEventListener("annexa-save", (event) => {
      event.preventDefault();
      event.detail.waitUntil(new Promise((resolve) => (stored = resolve)));
    });
    element.shadowRoot.querySelector(".bar .primary").click();
    const during = element.dirty;
    element.respond("4.2", "yes");
    stored();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [during, element.dirty];
  });
  assert.deepEqual(states, [true, true]);
  await context.close();
});

test("whether a frame may download is read from every frame around it", async () => {
  const { downloads } = await source("downloads.ts");
  const around = (...sandboxes) => {
    const top = {};
    top.parent = top;
    return sandboxes.reduceRight((parent, sandbox) => ({ parent, frameElement: sandbox === undefined ? null : { getAttribute: () => sandbox } }), top);
  };
  assert.equal(downloads(around()), "allowed");
  assert.equal(downloads(around(null)), "allowed");
  assert.equal(downloads(around("allow-scripts ALLOW-DOWNLOADS")), "allowed");
  assert.equal(downloads(around("allow-scripts")), "blocked");
  assert.equal(downloads(around(null, "")), "blocked");
  assert.equal(downloads(around(undefined)), "unknown");
  assert.equal(downloads({ parent: {}, get frameElement() { throw new DOMException("no", "SecurityError"); } }), "unknown");
});
