// How soon is the first answer reflected: on our page, and on one of JSON Forms with the same questions?
//
// Usage: node firstanswer.mjs <dist> <catalogue as JSON> <folder for the page of JSON Forms>
// CHROMIUM names the browser. Prints one line of JSON with milliseconds and bytes.
//
// Both pages are served with brotli 11 from this process and throttled by the browser: 4 times less
// processor, 1.6 Mbit/s, 150 ms. A script on the page clicks as soon as there is something to click.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { median } from "./figures.mjs";
import { build } from "./jsonforms/build.mjs";
import { tool } from "./page.mjs";

const ROUNDS = 5;
const PROCESSOR = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };
const PATIENCE_MS = 30_000;
const AGAIN_MS = 50;

/**
 * Runs on the page: clicks what each step names as soon as it is there, until the answer is reflected.
 * An answer that the page took back, because it was still starting, is given again.
 */
const VISITOR = (steps, shows, againMs) => {
  const find = (selector) => (document.querySelector("annexa-assessment")?.shadowRoot ?? document).querySelector(selector);
  let answered = 0;
  const look = () => {
    if (find(shows.selector)?.textContent.includes(shows.text)) {
      window.reflectedMs = performance.now();
      return;
    }
    const found = find(steps[0]);
    if (found && steps.length > 1) {
      steps.shift();
      found.click();
    } else if (found && !found.checked && performance.now() - answered > againMs) {
      answered = performance.now();
      found.click();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

const PAGES = {
  ours: {
    path: "/demo/",
    steps: ['[data-section="questions"] > button', 'input[name="answer-4.1"][value="yes"]'],
    shows: { selector: ".chapter-line", text: "100" },
  },
  jsonforms: {
    path: "/",
    steps: ['input[type="radio"][value="yes"]'],
    shows: { selector: "output", text: "100" },
  },
};

/** A server of one folder that compresses everything once. */
async function serve(folder, headers, types) {
  const files = new Map();
  const file = async (path) => {
    if (!files.has(path)) {
      const bytes = await readFile(join(folder, path));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      files.set(path, brotliCompressSync(bytes, { params }));
    }
    return files.get(path);
  };
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, "http://localhost").pathname.replace(/\/$/, "/index.html");
    try {
      const bytes = await file(path);
      const type = types[extname(path).slice(1)] ?? "application/octet-stream";
      response.writeHead(200, { ...headers, "Content-Type": type, "Content-Encoding": "br", "Content-Length": bytes.length });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Asks the page from outside, where its own policy does not reach. */
async function reflected(session) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const { result } = await session.send("Runtime.evaluate", { expression: "window.reflectedMs" });
    if (result.type === "number") return result.value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("no answer was reflected");
}

async function visit(browser, { path, steps, shows }, { origin }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR });
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const script = `(${VISITOR})(${JSON.stringify(steps)}, ${JSON.stringify(shows)}, ${AGAIN_MS})`;
  await page.addInitScript(`addEventListener("DOMContentLoaded", () => ${script})`);
  await page.goto(origin + path, { waitUntil: "commit" });
  const ms = await reflected(session);
  await context.close();
  return { ms, bytes };
}

const [dist, catalogue, folder] = process.argv.slice(2);
const headers = JSON.parse(await readFile(join(dist, "../headers.json"), "utf8"));
await build(JSON.parse(await readFile(catalogue, "utf8")), folder);
const sites = {
  ours: await serve(dist, headers.page, headers.types),
  jsonforms: await serve(folder, {}, headers.types),
};
const { chromium } = (await tool("playwright-core")).default;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const names = Object.keys(PAGES);
const runs = Object.fromEntries(names.map((name) => [name, []]));
try {
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const run = await visit(browser, PAGES[name], sites[name]);
      // The first round fills the servers' caches.
      if (round > 0) runs[name].push(run);
    }
  }
} finally {
  await browser.close();
  for (const site of Object.values(sites)) site.close();
}
const figures = names.map((name) => [name, { ms: median(runs[name].map(({ ms }) => ms)), bytes: median(runs[name].map(({ bytes }) => bytes)) }]);
console.log(JSON.stringify(Object.fromEntries(figures)));
