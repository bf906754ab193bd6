/** A file of 16 MiB, valid or refused, never holds the page up for more than 200 ms. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { opening } from "./opening.mjs";

const LIMIT_MS = 200;
/** A little below the most that is read. */
const SIZE_BYTES = 16 * 1024 * 1024 - 4_096;

const fill = (start, middle, end) => start + middle.repeat(Math.floor((SIZE_BYTES - start.length - end.length) / middle.length)) + end;
const head = (document) => JSON.stringify(document).slice(0, -2);

/** Makes a file's text out of an empty document and the ids of its items. */
const FILES = {
  "long notes": { ok: true, make: (empty, ids) => pad(JSON.stringify({ ...empty, answers: ids.map((id) => ({ id, response: "yes", notes: "word ".repeat(13_000) })) })) },
  "white space": { ok: true, make: (empty) => fill(JSON.stringify(empty).slice(0, -1), " ", "}") },
  "one long text": { ok: false, make: () => fill('{"format":"', "y", '"}') },
  "many members": { ok: false, make: () => fill('{"a":1', ',"key":1', "}") },
  "many numbers": { ok: false, make: () => fill("[1", ",1", "]") },
  "deep nesting": { ok: false, make: () => fill("", "[", "") },
  "many answers": { ok: false, make: (empty) => fill(`${head(empty)}{"id":"4.1"}`, ',{"id":"4.1","response":"yes"}', "]}") },
  "unknown members": { ok: false, make: (empty) => fill(`${head(empty)}{"id":"4.1"}`, ',{"id":"4.2","unknown":"yes"}', "]}") },
  "no JSON": { ok: false, make: () => fill("", "not JSON ", "") },
};
/** The escapes that a text may be full of: each is one character. */
const ESCAPES = { "line feeds": "\\n", "quotes": '\\"', "figures": "\\u0061", "line feeds and letters": "a\\n" };
for (const [name, escape] of Object.entries(ESCAPES)) {
  FILES[`dense in ${name}`] = { ok: true, make: (empty, ids) => escaped(empty, ids, escape) };
}
FILES["dense in evidence"] = { ok: true, make: (empty, ids) => pad(JSON.stringify({ ...empty, answers: ids.map((id) => ({ id, response: "yes", evidence: evidence(id, ids.length) })) }, null, 1)) };

/** Notes of nothing but escapes, as many as are read. */
function escaped(empty, ids, escape) {
  const size = JSON.parse(`"${escape}"`).length;
  const each = Math.min(64 * 1024, Math.floor((SIZE_BYTES - 256 * 1024) / ids.length / escape.length) * size, Math.floor((SIZE_BYTES - 512 * 1024) / ids.length / 2));
  const notes = escape.repeat(Math.floor(each / size));
  return `${head({ ...empty, answers: [] })}${ids.map((id) => `{"id":"${id}","response":"yes","notes":"${notes}"}`).join(",")}]}`;
}

/** As many entries as an answer may have, which together fill a file. */
const evidence = (id, answers) =>
  Array.from({ length: 100 }, (_, at) => ({ label: `${id} ${at} `.padEnd(Math.floor((SIZE_BYTES - 512 * 1024) / answers / 100 / 2) - 120, "e"), link: "l", date: "2026-01-31", review_months: 6 }));
const pad = (text) => text + " ".repeat(Math.max(0, SIZE_BYTES - text.length));

const site = opening();
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "annexa-large-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const [name, { ok, make }] of Object.entries(FILES)) {
  test(`${name}: ${ok ? "opened" : "refused"}`, async (context) => {
    const session = await site.browser.newContext();
    const page = await session.newPage();
    await page.goto(`${site.server.origin}/demo/`);
    const widget = page.locator("annexa-assessment");
    await widget.locator(".view-heading").waitFor();
    const { empty, ids } = await widget.evaluate((element) => {
      element.respond("4.1", "yes");
      const empty = JSON.parse(new TextDecoder().decode(element.save()));
      return { empty: { ...empty, answers: [] }, ids: ["4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3"].concat(Array.from({ length: 37 }, (_, at) => `A.5.${at + 1}`), Array.from({ length: 8 }, (_, at) => `A.6.${at + 1}`), Array.from({ length: 14 }, (_, at) => `A.7.${at + 1}`), Array.from({ length: 34 }, (_, at) => `A.8.${at + 1}`)) };
    });
    await page.waitForTimeout(300);
    await page.evaluate(() => {
      window.long = [];
      new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    });
    const before = await widget.evaluate((element) => element.hash());
    const path = join(folder, "large.json");
    writeFileSync(path, make(empty, ids));
    // By its path: handing over the bytes would be the longest task of all.
    await widget.locator("input[type=file]").first().setInputFiles(path);
    if (ok) await widget.locator(".status", { hasText: "large.json opened." }).waitFor({ state: "attached" });
    else await widget.locator(".problems").waitFor();
    // The draft of what was opened is written too.
    await page.waitForTimeout(500);
    const long = await page.evaluate(() => window.long);
    context.diagnostic(`${name}: the longest task took ${Math.max(0, ...long)} ms`);
    assert.ok(Math.max(0, ...long) <= LIMIT_MS, `tasks of ${long.join(", ")} ms`);
    assert.equal((await widget.evaluate((element) => element.hash())) === before, !ok);
    await session.close();
  });
}

test("the detector is awake: a task that is too long is seen", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.server.origin}/demo/`);
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    setTimeout(() => {
      for (const end = performance.now() + 260; performance.now() < end; ) continue;
    });
  });
  await page.waitForFunction(() => window.long.some((duration) => duration > 200));
  await page.close();
});
