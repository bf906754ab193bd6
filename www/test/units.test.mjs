/** The pure parts: figures, file names, changes to an answer, progress and groups. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { percent, size, isoDate, fileName } = await source("format.ts");
const answers = { ...(await source("answer.ts")), ...(await source("said.ts")) };
const { progressOf } = await source("progress.ts");
const { byGroup } = await source("plugin/report.ts");

test("per cent has one decimal, half rounded up", () => {
  const shown = [undefined, 0, 4, 5, 14, 15, 5_000, 6_664, 6_665, 9_994, 9_995, 10_000].map(percent);
  assert.deepEqual(shown, ["–", "0 %", "0 %", "0.1 %", "0.1 %", "0.2 %", "50 %", "66.6 %", "66.7 %", "99.9 %", "100 %", "100 %"]);
});

test("sizes and dates", () => {
  assert.deepEqual([size(0), size(1023), size(1024), size(20_000)], ["0 bytes", "1023 bytes", "1.0 KiB", "19.5 KiB"]);
  assert.equal(isoDate(new Date(2026, 0, 9)), "2026-01-09");
});

test("a file name is plain, whatever the organization is called", () => {
  const names = ["", "Ärzte & Söhne GmbH", "Müller & Söhne", "Straße Æø Łódź", "../../etc/passwd", "a".repeat(99), "会社", "=1+1;x"].map((name) => fileName(name, "soa", "csv"));
  assert.deepEqual(names, [
    "annexa-soa.csv",
    "annexa-arzte-sohne-gmbh-soa.csv",
    "annexa-muller-sohne-soa.csv",
    "annexa-strasse-aeo-lodz-soa.csv",
    "annexa-etc-passwd-soa.csv",
    `annexa-${"a".repeat(40)}-soa.csv`,
    "annexa-soa.csv",
    "annexa-1-1-x-soa.csv",
  ]);
});

test("a part that says nothing is left out", () => {
  const answer = { id: "A.5.1", owner: "Ada" };
  assert.deepEqual(answers.withPart(answer, "owner", ""), { id: "A.5.1" });
  assert.deepEqual(answers.withPart(answer, "notes", "n"), { id: "A.5.1", owner: "Ada", notes: "n" });
  assert.deepEqual(answers.withImplementation({ id: "x", implementation: "planned" }, ""), { id: "x" });
  assert.deepEqual(answers.partsOf({ id: "x", notes: undefined, owner: "", evidence: [], applicability: { state: "applicable" } }), ["id"]);
});

test("applicability keeps the justification from one state to the other", () => {
  const excluded = answers.withScopeText(answers.withApplicability({ id: "A.7.1" }, "excluded"), { justification: "no premises" });
  const reasoned = answers.withExclusionReason(excluded, "no_asset");
  assert.deepEqual(reasoned.applicability, { state: "excluded", justification: "no premises", reason: "no_asset" });
  assert.deepEqual(answers.withApplicability(reasoned, "inherited").applicability, { state: "inherited", justification: "no premises" });
  assert.deepEqual(answers.withApplicability(reasoned, "applicable").applicability, { state: "applicable", justification: "no premises" });
  assert.equal(answers.scopeOf(answers.withApplicability(reasoned, "applicable")), undefined);
  assert.deepEqual(answers.withApplicability({ id: "A.7.1", applicability: { state: "excluded", justification: "" } }, "applicable"), { id: "A.7.1" });
});

test("inclusion reasons, maturity and evidence", () => {
  const one = answers.withInclusion({ id: "x" }, "risk", true);
  const two = answers.withReference(answers.withInclusion(one, "legal", true), "risk", 0, "R-7");
  assert.deepEqual(two.inclusion, [{ reason: "risk", reference: "R-7" }, { reason: "legal", reference: "" }]);
  assert.deepEqual(answers.withInclusion(one, "risk", false), { id: "x" });
  assert.deepEqual(answers.withMaturity({ id: "x" }, { level: "2", target: "4" }).maturity, { level: 2, target: 4 });
  assert.deepEqual(answers.withMaturity({ id: "x", maturity: { level: 2 } }, { level: "", target: "4" }), { id: "x" });
  const entry = { label: "a", link: "" };
  assert.deepEqual(answers.withoutEvidence(answers.withEvidence({ id: "x" }, entry), 0), { id: "x" });
});

test("progress counts what a person has looked at", () => {
  const chapter = { id: "4", title: "", force: "requirement", items: ["a", "b"] };
  const statuses = [0, 1, 2].map((answered) => progressOf(chapter, answered).status);
  assert.deepEqual(statuses, ["not_started", "in_progress", "complete"]);
});

test("results stand by group in the framework's order", () => {
  const result = (target, group) => ({ target, group, group_title: `about ${group}` });
  const groups = byGroup([result("CC2.1", "CC2"), result("CC1.1", "CC1"), result("CC2.2", "CC2")]);
  assert.deepEqual(groups.map(({ id, title, results }) => [id, title, results.length]), [["CC2", "about CC2", 2], ["CC1", "about CC1", 1]]);
});
