/** The words of the page: filled in as the engine does it, English where a language lacks one. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { source } from "./source.mjs";

const { install, show, t, list, language, direction, languageOf, number, share } = await source("words/words.ts");
const { cases, ...polish } = JSON.parse(readFileSync(new URL("../../tests/data/words.json", import.meta.url), "utf8"));

test("the page and the engine fill in alike", () => {
  show("pl");
  install(polish);
  assert.ok(cases.length > 10);
  for (const { key, values, shown } of cases) assert.equal(t(key, values), shown);
  show("en");
});

test("what a language lacks is English, and known to be", () => {
  install({
    format: "annexa-words",
    version: 1,
    language: "en",
    messages: { "page.save": "Save", "page.open": "Open {file}" },
    items: { "A.5.1": { title: "Policies", guidance: ["One", "Two"] } },
  });
  assert.deepEqual([t("page.save"), t("item.A.5.1.title"), list("item.A.5.1.guidance")], ["Save", "Policies", ["One", "Two"]]);
  assert.equal(languageOf("Save"), undefined);
  show("ar");
  install({ format: "annexa-words", version: 1, language: "ar", direction: "rtl", messages: { "page.save": "حفظ" } });
  assert.deepEqual([language(), direction()], ["ar", "rtl"]);
  assert.equal(t("page.save"), "حفظ");
  assert.equal(t("page.open", { file: "x" }), "Open x");
  assert.equal(languageOf("Open x"), "en");
  assert.equal(languageOf("حفظ"), undefined);
  assert.equal(t("page.none"), "page.none");
  show("en");
  assert.equal(direction(), "ltr");
});

test("numbers and shares are written as the language writes them", () => {
  assert.deepEqual([number(0), number(999), number(1000), number(-1234567)], ["0", "999", "1,000", "-1,234,567"]);
  assert.deepEqual([share(0), share(5), share(395), share(1000)], ["0 %", "0.5 %", "39.5 %", "100 %"]);
  show("pl");
  install(polish);
  assert.deepEqual([number(9999), number(10000), share(395)], ["9999", "10 000", "39,5 %"]);
  show("en");
});
