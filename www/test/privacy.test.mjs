/** Nothing leaves the page: no request after load, no violation, and the detectors are awake. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { goTo, launch, open } from "./browser.mjs";
import { serve } from "./serve.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const INLINE_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Inline</title>
<script type="module" src="/annexa.inline.js"></script></head>
<body><main><h1>Inline</h1><annexa-assessment></annexa-assessment></main></body></html>`;

/** Everything that could make a request: answers, every view, downloads, a file, a crosswalk. */
async function useEverything(page) {
  const widget = page.locator("annexa-assessment");
  await widget.evaluate((element) => {
    for (const id of ["4.1", "A.5.1", "A.8.34"]) element.respond(id, "yes");
  });
  for (const label of ["4 Context", "A.5 ", "Goal", "Context", "Scope", "Results", "Gaps"]) await goTo(page, label);
  await page.getByRole("button", { name: "Download gaps (CSV)" }).click();
  await goTo(page, "A.5 ");
  await page.locator('details[part="details"] > summary').first().click();
  await page.locator('.view details[part="details"] .fields').first().waitFor();
  await goTo(page, "Statement");
  await page.getByRole("button", { name: "Download as a table (CSV)" }).click();
  await page.getByRole("button", { name: "Save file" }).click();
  await page.locator("input[type=file]").first().setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await goTo(page, "Crosswalk");
  await page.getByRole("button", { name: "Run the SOC 2 crosswalk" }).click();
  await page.locator("details.target").first().waitFor();
  await page.getByRole("button", { name: "Download crosswalk (JSON)" }).click();
}

const ownPaths = (requests, origin) => requests.filter((url) => !url.startsWith("blob:")).map((url) => url.replace(origin, ""));

/** Waits for a file that the browser asks for when it finds time. */
async function asked(page, requests, path) {
  for (let tries = 0; tries < 200 && !requests.some((url) => url.endsWith(path)); tries += 1) await page.waitForTimeout(50);
}

test("the demo asks for its own files and for nothing else", async () => {
  const server = await serve();
  const { page, seen, violations, close } = await open(browser, `${server.origin}/demo/`);
  await asked(page, seen.requests, "/demo/icon.svg");
  const first = ownPaths(seen.requests, server.origin).sort();
  assert.deepEqual(first, ["/annexa-widget.js", "/annexa-words-en-page.json", "/annexa.js", "/annexa_bg.wasm", "/demo/", "/demo/demo.css", "/demo/demo.js", "/demo/icon.svg"]);
  await useEverything(page);
  const later = ownPaths(seen.requests, server.origin).filter((path) => !first.includes(path));
  const words = ["bar", "certification", "crosswalk", "drafts", "help-10", "help-4", "help-5", "help-6", "help-7", "help-8", "help-9", "help-A.5", "help-A.6", "help-A.7", "help-A.8", "problems", "reports", "setup"];
  const scripts = ["bar", "certification", "crosswalk-engine", "crosswalk", "details", "replacing", "report-engine", "reports", "setup", "shared", "soc2", "whole", "worker"];
  const late = [...scripts.map((name) => `/annexa-${name}.js`), ...words.map((name) => `/annexa-words-en-${name}.json`)].sort();
  assert.deepEqual(later.sort(), late, "only the widget's own late files, each once");
  // The server's own log is the ground truth; what the browser reports is not.
  assert.deepEqual([...new Set(server.requests)].sort(), [...first, ...later].sort());
  assert.deepEqual(await violations(), []);
  await close();
  await server.close();
});

test("the inline build needs no connection at all", async () => {
  const server = await serve({
    pages: { "/inline.html": INLINE_PAGE },
    policy: (text) => text.replace("connect-src 'self'", "connect-src 'none'").replace("worker-src 'self' blob:", "worker-src blob:"),
  });
  const { page, violations, close } = await open(browser, `${server.origin}/inline.html`);
  await useEverything(page);
  assert.deepEqual(server.requests.filter((path) => path !== "/favicon.ico").sort(), ["/annexa.inline.js", "/inline.html"]);
  assert.deepEqual(await violations(), []);
  await close();
  await server.close();
});

test("the whole journey works offline once the page is there", async () => {
  const server = await serve({ pages: { "/inline.html": INLINE_PAGE } });
  const { page, context, close } = await open(browser, `${server.origin}/inline.html`);
  await context.setOffline(true);
  await useEverything(page);
  await close();
  await server.close();
});

test("a deliberate leak is caught, so the detectors are awake", async () => {
  const canary = await serve();
  const server = await serve();
  const { page, seen, violations, close } = await open(browser, `${server.origin}/demo/`);
  await page.evaluate((url) => fetch(url).catch(() => undefined), `${canary.origin}/leak`);
  await page.evaluate((url) => void (new Image().src = url), `${canary.origin}/leak.png`);
  await page.evaluate(() => fetch("/own-leak").catch(() => undefined));
  await page.waitForFunction(() => window.violations.length >= 2);
  assert.match((await violations()).join(), /connect-src.*img-src/s);
  assert.ok(server.requests.includes("/own-leak"), "a request to the own server is seen in its log");
  assert.ok(seen.requests.some((url) => url.endsWith("/own-leak")));
  assert.deepEqual(canary.requests, [], "and nothing reached the other server");
  await close();
  await server.close();
  await canary.close();
});

test("the worker may not connect, by its own headers", async () => {
  const server = await serve();
  const { page, close } = await open(browser, `${server.origin}/demo/`);
  const [response] = await Promise.all([page.waitForResponse("**/annexa-worker.js"), page.locator("annexa-assessment").evaluate((element) => element.runCrosswalk())]);
  const headers = response.headers();
  assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'wasm-unsafe-eval'/);
  assert.doesNotMatch(headers["content-security-policy"], /connect-src/);
  assert.equal(headers["connection-allowlist"], "()");
  await close();
  await server.close();
});

test("the scripts hold a fetch for the engine and one for words, one place for the draft, and no other way out", () => {
  const ways = /\b(fetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|WebTransport|importScripts|eval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|indexedDB|document\.cookie)/g;
  const found = (name) => readFileSync(dist + name, "utf8").match(ways) ?? [];
  assert.deepEqual(found("annexa.js"), []);
  // The renderer can set markup when it is told to; no view tells it, and trusted types would stop it.
  assert.deepEqual(found("annexa-widget.js").filter((way) => way !== "innerHTML").sort(), ["fetch(", "fetch(", "indexedDB"]);
  for (const late of ["replacing", "reports", "setup", "risks", "certification", "shared", "crosswalk", "crosswalk-engine", "soc2", "worker", "reader-worker"]) {
    assert.deepEqual(found(`annexa-${late}.js`), [], late);
  }
});
