/** Every word that the command line says comes from the file of a language: none of English is left. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { annexa, asked, folder, full, put, run } from "./annexa.mjs";
import { accented } from "./pseudo.mjs";

const english = JSON.parse(readFileSync(new URL("../generated/words/en.json", import.meta.url), "utf8"));
put("xa.json", JSON.stringify(accented(english)));
put("full.json", JSON.stringify(full("iso27001-2022", asked(run("catalog", "--facts")))));
run("new", "empty.json");

/** What is no word of ours: ids, codes, digests, names of files, and what people or plugins say. */
const NAMES = /\b(full|empty|more)\.json\b|\b[0-9a-f]{64}\b|\b[LE]-[A-Z-]+\b|\bS[12]-[A-Z-]+\b|\bD\.[\d.]+[a-z]*(-[a-z]+)?\b|\bno_?asset\b|\bX\.1\b/g;

/** Everything that a command says in the language, on both of its streams. */
function said(...args) {
  const { stdout, stderr } = spawnSync(annexa, [...args, "--words", "xa.json"], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  return stdout + stderr;
}

const plain = (text) => [...new Set(text.replace(NAMES, "").match(/[A-Za-z]{3,}/g) ?? [])];

for (const [args, allowed] of [
  [["assess", "full.json"]],
  [["assess", "empty.json"]],
  [["gaps", "full.json"]],
  [["soa", "full.json"]],
  [["lint", "full.json"]],
  [["ready", "full.json"]],
  [["ready", "empty.json"]],
  [["docs", "empty.json"]],
  [["risks", "empty.json"]],
  [["explain", "full.json", "controls"], ["controls"]],
  [["new", "more.json"]],
  [["fmt", "full.json"]],
  [["fmt", "empty.json", "--check"]],
  [["catalog"]],
  [["catalog", "4.1"]],
  [["catalog", "7.5.3"]],
  [["plugin", "list"], ["soc", "SOC", "Trust", "Services", "Criteria", "TSC", "with", "revised", "points", "focus"]],
  [["catalog", "--documents"]],
]) {
  test(`annexa ${args.join(" ")}`, () => {
    const text = said(...args);
    assert.deepEqual(plain(text).filter((word) => !allowed?.includes(word)), []);
    assert.match(text, /[åéîöûÅÉÎÖÛ]/);
  });
}
