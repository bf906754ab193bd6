/** What the first view costs: script, style, engine, catalogue and words, compressed as a server would. */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const LIMIT_BYTES = 84_000;
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const compressed = (name) =>
  brotliCompressSync(readFileSync(dist + name), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** A script and everything that it imports statically, each once. */
function closure(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  // An import statement names its file after `from` or right after `import`; a late one has a bracket.
  for (const [, path] of readFileSync(dist + name, "utf8").matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) {
    closure(path, seen);
  }
  return seen;
}

test("the first view takes at most 84 KB", (context) => {
  const scripts = [...closure("annexa.js")];
  assert.ok(scripts.includes("annexa-widget.js"), "the closure follows imports");
  for (const late of ["bar", "comparing", "planning", "several", "details", "replacing", "reports", "setup", "risks", "certification", "shared", "crosswalk", "crosswalk-engine", "report-engine", "soc2", "whole", "worker", "reader-worker"]) {
    assert.ok(existsSync(`${dist}annexa-${late}.js`), `${late} is a file of its own`);
    assert.ok(!scripts.includes(`annexa-${late}.js`), `${late} is not part of the first view`);
  }
  const sizes = [...scripts, "annexa_bg.wasm", "annexa-words-en-page.json"].map((name) => [name, compressed(name)]);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  for (const [name, bytes] of [...sizes, ["first view", total]]) {
    context.diagnostic(`${name}: ${bytes} bytes brotli (${(bytes / 1000).toFixed(1)} KB)`);
  }
  assert.ok(total <= LIMIT_BYTES, `${total} bytes are more than ${LIMIT_BYTES}`);
});

test("the files of the build have the names that pages copy", (context) => {
  const names = readdirSync(dist).filter((name) => /\.(js|wasm)$/.test(name)).sort();
  assert.deepEqual(names, [
    "annexa-bar.js",
    "annexa-certification.js",
    "annexa-comparing.js",
    "annexa-crosswalk-engine.js",
    "annexa-crosswalk.js",
    "annexa-details.js",
    "annexa-planning.js",
    "annexa-reader-worker.js",
    "annexa-replacing.js",
    "annexa-report-engine.js",
    "annexa-reports.js",
    "annexa-risks.js",
    "annexa-setup.js",
    "annexa-several.js",
    "annexa-shared.js",
    "annexa-soc2.js",
    "annexa-whole.js",
    "annexa-widget.js",
    "annexa-worker.js",
    "annexa.inline.js",
    "annexa.js",
    "annexa_bg.wasm",
    "element.js",
  ]);
  for (const name of names) context.diagnostic(`${name}: ${compressed(name)} bytes brotli`);
});
