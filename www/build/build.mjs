/** Builds `dist`: the entries, the worker, the inline variant, the types, and the demo page. */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { bundle } from "./config.mjs";
import { writeTypes } from "./types.mjs";
import { writeWords } from "./words.mjs";

const www = fileURLToPath(new URL("..", import.meta.url));
const path = (name) => www + name;
/** The finished examples that the demo page offers. */
const samples = path("../core/data/samples/");

const engine = ["annexa.js", "annexa.d.ts", "annexa_bg.wasm"];
const report = ["report.js", "report.d.ts", "report_bg.wasm"];
const crosswalk = ["crosswalk.js", "crosswalk.d.ts", "crosswalk_bg.wasm"];
for (const part of [...engine, ...crosswalk, ...report, "plugins/carried.json", "words/en.json"]) {
  if (!existsSync(path(`generated/${part}`))) {
    console.error(`www/generated/${part} is missing; run \`cargo xtask build\` in the repository first`);
    process.exit(1);
  }
}

rmSync(path("dist"), { recursive: true, force: true });
// The workers come first: the inline build carries their texts.
await build(bundle(www, { "annexa-worker": "src/plugin/worker.ts" }));
await build(bundle(www, { "annexa-reader-worker": "src/reader/worker.ts" }, { alone: true, offline: true }));
await build(bundle(www, { annexa: "src/define.ts", element: "src/class.ts" }));
await build(bundle(www, { "annexa.inline": "src/inline.ts" }, { alone: true }));
cpSync(path("generated/annexa_bg.wasm"), path("dist/annexa_bg.wasm"));
writeWords(www, path("dist"));
cpSync(path("demo"), path("dist/demo"), { recursive: true });
for (const sample of readdirSync(samples).filter((name) => name.endsWith(".json"))) cpSync(samples + sample, path(`dist/demo/samples/${sample}`));

const compiler = path("node_modules/typescript/bin/tsc");
const types = path("node_modules/.cache/annexa-types");
rmSync(types, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [compiler, "--project", path("tsconfig.json"), "--declaration", "--emitDeclarationOnly", "--rootDir", www, "--outDir", types],
  { stdio: "inherit" },
);
writeTypes(www, types, {
  "annexa.d.ts": "define",
  "element.d.ts": "class",
  "annexa.inline.d.ts": "inline",
});
