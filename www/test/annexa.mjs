/** The command line in a folder of its own, and assessments that say something in every place. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The program that `cargo xtask test` builds before these tests run. */
export const annexa = process.env.ANNEXA ?? join(root, "target/debug/annexa");
export const folder = mkdtempSync(join(tmpdir(), "annexa-"));
after(() => rmSync(folder, { recursive: true }));

/** The bytes that a command writes. `lint` ends with 1 where it finds an error, `assess` with 3 where a plugin fails. */
export function bytes(...args) {
  try {
    return execFileSync(annexa, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
  } catch (error) {
    assert.ok(error.status === 1 || error.status === 3, `${args.join(" ")}: ${error.message}`);
    return error.stdout;
  }
}

/** The same as text. */
export const run = (...args) => bytes(...args).toString("utf8");

/** A file in the folder. */
export const put = (name, content) => writeFileSync(join(folder, name), content);
export const read = (name) => readFileSync(join(folder, name));

/** The catalogue of another house. */
export const tea = join(root, "tests/data/tea-house.json");

/** The ids that are asked, of a catalogue's file. */
export const asked = (catalogue) =>
  JSON.parse(catalogue).items.filter(({ kind }) => kind === "requirement" || kind === "control").map(({ id }) => id);

/** An assessment in which every field of every answer says something. */
export function full(catalogue, ids) {
  const states = ["excluded", "inherited", "applicable"];
  const answers = ids.map((id, index) => ({
    id,
    response: ["yes", "partly", "no", "not_applicable", "unknown"][index % 5],
    implementation: ["not_assessed", "not_implemented", "planned", "partly", "implemented"][index % 5],
    applicability: { state: /^\d/.test(id) ? "applicable" : states[index % 3], reason: "no_asset", justification: "j", provider: "p" },
    inclusion: [{ reason: "risk", reference: "R-1" }, { reason: "legal" }],
    maturity: { level: 5, target: index % 3 },
    finding: { kind: "major_nonconformity", text: "t", root_cause: "r", correction: "c" },
    notes: "one\n\ttwo \u{1f600}",
    evidence: [{ id: `e-${index}`, label: "l", link: "k", date: "2020-02-29", review_months: 1 }, { id: `f-${index}`, label: "m", date: "2027-01-01" }],
    owner: "o",
    due: "2024-12-31",
    changed: "2024-01-01",
  }));
  const about = { id: "party 1", organization: "o", scope: "s", version: "1", date: "2026-11-23", approver: "a" };
  return { format: "annexa-assessment", version: 1, catalogue, lineage: "d-0123456789", about, answers: [...answers, { id: "X.1", response: "yes" }] };
}
