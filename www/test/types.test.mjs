/** A strict TypeScript user of the published package gets its types, and mistakes are seen. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("..", import.meta.url));

const USER = `
import "annexa-assessment";
import "annexa-assessment/inline";
import { AnnexaAssessment, type Delta } from "annexa-assessment/element";
const widget: AnnexaAssessment = document.querySelector("annexa-assessment")!;
widget.addEventListener("annexa-change", ({ detail }) => {
  const delta: Delta = detail.delta;
  console.log(detail.id, delta.scores[0]?.scoreBp?.toFixed());
});
widget.addEventListener("annexa-save", ({ detail }) => console.log(detail.bytes.length, detail.fileName));
const outcome = await widget.load(new Uint8Array());
console.log(outcome.ok ? outcome.value.unknown.length : outcome.problems[0]?.fix);
`;

/** Compiles a user's file against the package as it is published. */
function compile(text) {
  const folder = mkdtempSync(join(tmpdir(), "annexa-types-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(www, join(folder, "node_modules/annexa-assessment"), "dir");
    writeFileSync(join(folder, "user.mts"), text);
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--module", "nodenext"];
    const compiler = join(www, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler, ...options, "user.mts"], { cwd: folder, encoding: "utf8" });
    return stdout.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the published types hold without skipping anything", () => assert.equal(compile(USER), ""));

test("a mistake is found", () => assert.match(compile(`${USER}widget.respond("4.1", "maybe");`), /TS2345/));

test("the package can be imported where there is no document", async () => {
  const { AnnexaAssessment } = await import(new URL("../dist/annexa.js", import.meta.url).href);
  assert.equal(typeof AnnexaAssessment, "function");
});
