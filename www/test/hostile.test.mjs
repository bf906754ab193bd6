/** Bad files leave the state untouched; bad plugins end in their own error, with the results kept. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";
import { loopForever, trap, withDescribe } from "./plugins.mjs";

const soc2 = new Uint8Array(readFileSync(fileURLToPath(new URL("../generated/plugins/soc2.wasm", import.meta.url))));

const site = opening();
let opened;
before(async () => {
  opened = await site.open("/demo/");
  await opened.page.locator("annexa-assessment").evaluate((element) => {
    element.respond("4.1", "yes");
    element.respond("A.5.1", "partly");
  });
});

const hash = () => opened.page.locator("annexa-assessment").evaluate((element) => element.hash());

/** Chooses a file and gives the codes that the page shows; the state must be as before. */
async function refused(name, content) {
  const { page } = opened;
  await goTo(page, "Overview");
  const before = await hash();
  await page.locator("annexa-assessment").evaluate((element) => {
    window.problems = undefined;
    element.addEventListener("annexa-error", ({ detail }) => (window.problems = detail.problems), { once: true });
  });
  await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  const problems = await (await page.waitForFunction(() => window.problems)).jsonValue();
  // The page is told when the sentences are there, and draws them a moment later.
  await page.locator(".problems", { hasText: problems[0].message }).waitFor();
  const text = await page.locator(".problems").textContent();
  for (const { code, message, fix } of problems) {
    assert.ok(text.includes(code) && text.includes(message) && text.includes(fix), text);
    assert.notEqual(fix, "", `${code} says what to do`);
  }
  assert.equal(await hash(), before, "the state is untouched");
  return problems.map(({ code }) => code);
}

const saved = () => opened.page.locator("annexa-assessment").evaluate((element) => new TextDecoder().decode(element.save()));

const FILES = {
  "an empty file": () => "",
  "half a file": (text) => text.slice(0, text.length / 2),
  "answers of the wrong type": (text) => JSON.stringify({ ...JSON.parse(text), answers: 7 }),
  "a file from the future": (text) => JSON.stringify({ ...JSON.parse(text), version: 99 }),
  "another kind of file": () => "PK\u0003\u0004 not ours",
  "markup in the wrong place": (text) => JSON.stringify({ ...JSON.parse(text), version: "<img src=x onerror=alert(1)>" }),
};

for (const [name, spoil] of Object.entries(FILES)) {
  test(name, async () => {
    const codes = await refused(`${name}.json`, spoil(await saved()));
    assert.ok(codes.length > 0 && codes.every((code) => /^E-[A-Z0-9-]+$/.test(code)), codes.join());
    assert.equal(await opened.page.locator(".problems img").count(), 0);
  });
}

/** Offers a plugin by the file button; gives what the page says. */
async function offer(name, bytes) {
  const { page } = opened;
  await goTo(page, "Crosswalk to SOC 2");
  await page.locator(".own-plugin input[type=file]").setInputFiles({ name, mimeType: "application/wasm", buffer: Buffer.from(bytes) });
}

async function runOffered(name, bytes) {
  const { page } = opened;
  await offer(name, bytes);
  const facts = await page.locator(".offer").textContent();
  assert.match(facts, /[0-9a-f]{64}/, "the digest is shown before anything runs");
  const began = Date.now();
  await page.getByRole("button", { name: "Run this plugin" }).click();
  await page.locator(".problems", { hasText: name }).waitFor();
  return { text: await page.locator(".problems").textContent(), elapsedMs: Date.now() - began };
}

async function resultsStand() {
  const { page } = opened;
  assert.match(await page.locator(".view").textContent(), /the results of the assessment itself are not affected/);
  await goTo(page, "Results");
  assert.match(await page.locator(".bar-row").first().textContent(), /^4 .*100 %/);
}

test("a plugin that never ends", async () => {
  const before = await hash();
  const { text, elapsedMs } = await runOffered("loop.wasm", withDescribe(soc2, loopForever));
  assert.match(text, /Crosswalk not computed: loop\.wasm/);
  assert.match(text, /E-DEADLINE at plugin loop\.wasm, call: ran for more than 2,000 ms/);
  assert.ok(elapsedMs >= 1_900 && elapsedMs < 8_000, `${elapsedMs} ms`);
  await resultsStand();
  assert.equal(await hash(), before);
});

test("a plugin that traps", async () => {
  const { text } = await runOffered("trap.wasm", withDescribe(soc2, trap));
  assert.match(text, /E-TRAP at plugin trap\.wasm, call, `describe`/);
  await resultsStand();
});

test("a plugin that points outside of its memory", async () => {
  const { text } = await runOffered("wild.wasm", withDescribe(soc2, (module) => module.i32.const(-4)));
  assert.match(text, /E-RESULT at plugin wild\.wasm, lift, `describe`/);
  await resultsStand();
});

for (const [name, bytes] of Object.entries({
  "empty.wasm": new Uint8Array(),
  "text.wasm": Buffer.from("not a module"),
  "half.wasm": soc2.subarray(0, soc2.length / 2),
})) {
  test(`${name} is refused before anything runs`, async () => {
    await offer(name, bytes);
    await opened.page.locator(".problems", { hasText: name }).waitFor();
    assert.equal(await opened.page.locator(".offer").count(), 0);
    await resultsStand();
  });
}

test("a plugin of more than 2 MiB is not even read", async () => {
  await offer("large.wasm", new Uint8Array(2 * 1024 * 1024 + 1));
  await opened.page.locator(".problems", { hasText: "E-TOO-LARGE" }).waitFor();
});

test("a file that cannot be read any more is a problem and nothing else", async () => {
  const { page } = opened;
  await goTo(page, "Crosswalk to SOC 2");
  await page.locator(".own-plugin input[type=file]").evaluate((input) => {
    const gone = new File(["x"], "gone.wasm");
    gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    Object.defineProperty(input, "files", { value: [gone], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    delete input.files;
  });
  await page.locator(".problems", { hasText: "E-READ at gone.wasm" }).waitFor();
  await resultsStand();
});

test("the next honest plugin works as ever", async () => {
  await offer("soc2.wasm", soc2);
  await opened.page.getByRole("button", { name: "Run this plugin" }).click();
  await opened.page.locator("details.target").first().waitFor();
});

test("results of any number of plugins stand side by side", async () => {
  const { page } = opened;
  const heading = () => page.locator(".view-heading").textContent();
  assert.equal(await heading(), "Crosswalk to soc2.wasm");
  await goTo(page, "Crosswalk to SOC 2");
  await page.getByRole("button", { name: "Run the SOC 2 crosswalk" }).click();
  await page.locator("details.target").first().waitFor();
  await offer("other.wasm", soc2);
  await page.getByRole("button", { name: "Run this plugin" }).click();
  await page.locator(".view-heading", { hasText: "other.wasm" }).waitFor();
  for (const name of ["SOC 2", "other.wasm", "soc2.wasm"]) {
    await goTo(page, `Crosswalk to ${name}`);
    assert.equal(await heading(), `Crosswalk to ${name}`);
    assert.equal(await page.locator("details.target").count(), 61);
  }
  await goTo(page, "Crosswalk to loop.wasm");
  assert.match(await page.locator(".problems").textContent(), /Crosswalk not computed: loop\.wasm/);
});

test("none of it did anything that the page's policy forbids", async () => assert.deepEqual(await opened.violations(), []));
