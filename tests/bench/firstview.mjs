// What does a first visit transfer, compressed as a good server does it?
//
// Usage: node firstview.mjs <dist>
// Prints one line of JSON: {"files": {name: brotli bytes}, "total_bytes"}.
//
// The walk begins at the published entry and follows what the browser loads before anyone clicks:
// static imports, style sheets, the wasm file with the catalogue inside, and the words of the page.
// What is imported on demand (`import()`, workers) is not part of it.

import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)(?:[\w$*{},\s]*?from)?\s*["'](\.[^"']+)["']/g;
const WASM_FILE = /["'`](?:\.\/)?([\w-]+\.wasm)["'`]/g;

async function walk(file, seen) {
  if (seen.has(file)) return;
  const bytes = await readFile(file);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  seen.set(file, brotliCompressSync(bytes, options).length);
  if (!file.endsWith(".js")) return;
  const text = bytes.toString("utf8");
  for (const pattern of [STATIC_IMPORT, WASM_FILE]) {
    for (const [, name] of text.matchAll(pattern)) await walk(join(dirname(file), name), seen);
  }
}

const seen = new Map();
await walk(join(process.argv[2], "annexa.js"), seen);
// Its name is put together from the language, so no text of a script holds it.
await walk(join(process.argv[2], "annexa-words-en-page.json"), seen);
if (![...seen.keys()].some((file) => file.endsWith(".wasm"))) throw new Error("no wasm was found");
const files = Object.fromEntries([...seen].map(([file, bytes]) => [basename(file), bytes]));
const total = [...seen.values()].reduce((sum, bytes) => sum + bytes, 0);
console.log(JSON.stringify({ files, total_bytes: total }));
