/**
 * The page's engine and the command line write the same bytes, in every language: both get the
 * words of a language that nobody speaks, and the page gets the English ones in its parts.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parts } from "../build/words.mjs";
import { asked, bytes, full, put, read, run, tea } from "./annexa.mjs";
import { accented, mirrored } from "./pseudo.mjs";

const www = fileURLToPath(new URL("..", import.meta.url));
const generated = new URL("../generated/", import.meta.url);
const { Engine, Report, useCatalogue, default: start } = await import(new URL("report.js", generated));
await start({ module_or_path: await readFile(new URL("report_bg.wasm", generated)) });

const english = JSON.parse(await readFile(new URL("words/en.json", generated), "utf8"));
const encode = (value) => new TextEncoder().encode(JSON.stringify(value));
const FILES = Object.values(parts(www, "en")).map(encode);

/** Languages, with a word of theirs that a list of gaps in them holds. */
const LANGUAGES = { "en-XA": [accented(english), "Ñöƀöđý"], "ar-XB": [mirrored(english), "\u202eNobody\u202c"] };
for (const [name, [words]] of Object.entries(LANGUAGES)) put(`${name}.json`, JSON.stringify(words));

put("full.json", JSON.stringify(full("iso27001-2022", asked(run("catalog", "--facts")))));
put("tea.json", JSON.stringify(full("tea-house", asked(readFileSync(tea)))));
run("new", "empty.json");
const TODAY = "2026-11-23";

/** What both write, as the page's engine gives it and as a command. */
const REPORTS = {
  report: [({ engine, report }) => report.report(engine), ["assess", "json"]],
  "gaps as JSON": [({ engine, report }) => report.gapsJson(engine), ["gaps", "json"]],
  "gaps as CSV": [({ engine, report }) => report.gapsCsv(engine), ["gaps", "csv"]],
  "Statement of Applicability as JSON": [({ engine, report }) => report.soaJson(engine), ["soa", "json"]],
  "Statement of Applicability as CSV": [({ engine, report }) => report.soaCsv(engine), ["soa", "csv"]],
  lint: [({ engine, report }) => report.lintJson(engine, TODAY), ["lint", "json", "--today", TODAY]],
  roadmap: [({ engine, report }) => report.roadmapJson(engine, TODAY, 250, 600, "EUR"), ["roadmap", "json", "--today", TODAY, "--capacity", "2.5", "--rate", "600", "EUR"]],
  "roadmap as CSV": [({ engine, report }) => report.roadmapCsv(engine, TODAY), ["roadmap", "csv", "--today", TODAY]],
  "what could be simplified": [({ engine, report }) => report.overJson(engine, TODAY), ["explain", "json", "over", "--today", TODAY]],
  measures: [({ engine, report }) => report.measuresJson(engine, TODAY, true), ["measures", "json", "--trend", "--today", TODAY]],
  "what is kept": [({ engine, report }) => report.snapshotsJson(engine), ["snapshot", "json"]],
  explanation: [({ engine, report }) => report.explanationJson(engine, "controls"), ["explain", "json", "controls"]],
};

function page(file, words, own) {
  const engine = new Engine();
  const report = new Report();
  if (own) assert.ok(useCatalogue(engine, readFileSync(tea)).ok);
  assert.ok(report.setWords(FILES, words && encode(words)).ok);
  assert.ok(engine.load(read(file)).ok);
  return { engine, report };
}

/** What is long comes as a file. */
const whole = async (made) => Buffer.from(made instanceof Blob ? await made.arrayBuffer() : made);

for (const [language, words] of [["en"], ...Object.entries(LANGUAGES)]) {
  test(`the same bytes in ${language}`, async () => {
    for (const [file, ...own] of [["full.json"], ["empty.json"], ["tea.json", "--catalogue", tea]]) {
      const opened = page(file, words?.[0], own.length > 0);
      for (const [what, [make, [command, format, ...more]]] of Object.entries(REPORTS)) {
        const spoken = words ? ["--words", `${language}.json`] : [];
        const line = bytes(command, file, ...more, "--format", format, ...own, ...spoken);
        assert.ok((await whole(make(opened))).equals(line), `${what} of ${file} in ${language}`);
        assert.ok(line.length > 100, what);
      }
    }
    // The languages were spoken, and are not the same.
    const gaps = Buffer.from(REPORTS["gaps as JSON"][0](page("empty.json", words?.[0]))).toString("utf8");
    assert.equal(gaps.includes("Nobody has looked"), language === "en");
    assert.ok(gaps.includes(words?.[1] ?? "Nobody"), language);
  });
}

for (const name of ["hospital", "manufacturer", "software"]) {
  test(`what the page shows of the ${name} is what the command line writes`, () => {
    put(`${name}.json`, run("new", "-", "--sample", name));
    const { engine, report } = page(`${name}.json`);
    const written = (command, ...more) => JSON.parse(run(command, `${name}.json`, "--format", "json", ...more));
    const titles = (rows) => rows.map(({ id, title }) => `${id} ${title}`);
    assert.deepEqual(titles(report.soa(engine).rows), titles(written("soa").rows), "controls of one's own too");
    assert.deepEqual(titles(report.gaps(engine)), titles(written("gaps").gaps));
    const { findings } = written("lint", "--today", TODAY);
    assert.deepEqual(report.lint(engine, TODAY).value.map(({ code, message }) => [code, message]), findings.map(({ code, message }) => [code, message]));
  });
}

test("what the page compares is what the command line compares, but for the names of files", () => {
  put("software.json", run("new", "-", "--sample", "software"));
  put("later.json", run("new", "-", "--sample", "hospital"));
  const { engine, report } = page("software.json");
  const [first, second] = JSON.parse(run("snapshot", "software.json", "--format", "json")).snapshots.map(({ id }) => id);
  const bare = ({ from: { file: _, ...from }, to: { file: __, ...to }, ...rest }) => ({ ...rest, from, to });
  const line = (...args) => bare(JSON.parse(run("diff", ...args, "--today", TODAY, "--format", "json")));
  const shown = (...args) => {
    const outcome = report.compare(engine, ...args, TODAY);
    assert.ok(outcome.ok);
    return bare(JSON.parse(outcome.value));
  };
  assert.deepEqual(shown(first, second, undefined), line("software.json", "--from", first, "--to", second));
  assert.deepEqual(shown(undefined, undefined, read("later.json")), line("software.json", "later.json"));
});

test("a key that is none has no explanation, and a day that is none no findings", () => {
  const { engine, report } = page("full.json");
  assert.equal(report.explanationJson(engine, "nothing"), undefined);
  assert.equal(report.lintJson(engine, "today"), undefined);
});
