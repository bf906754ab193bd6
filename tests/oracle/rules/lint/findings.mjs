// All findings, in records: of a grouped rule one for each severity, of any other one for each place.

import { lints } from "../../facts.mjs";
import { bytes, first } from "../../text.mjs";
import { circles } from "../roadmap.mjs";
import { answers } from "./answers.mjs";
import { over } from "./over.mjs";
import { references } from "./references.mjs";
import { registers } from "./registers.mjs";
import { risks } from "./risks.mjs";
import { soa } from "./soa.mjs";

const GRAVITY = ["error", "warning", "info"];

export function findings(doc, all) {
  const found = [];
  const report = (code, id, severity) => {
    const rule = lints.get(code);
    if (!rule) throw new Error(`there is no rule ${code}`);
    const lenient = !doc.clauses && rule.without_clauses;
    found.push({ code, id, severity: lenient || severity || rule.severity });
  };
  answers(doc, report);
  registers(doc, report);
  references(doc, report);
  risks(doc, all, report);
  soa(doc, report);
  over(doc, all, report);
  for (const circle of circles(doc, all)) report("L-ROADMAP-CYCLE", circle.find((it) => it.kind === "act").id);
  const records = new Map();
  for (const { code, id, severity } of found) {
    const key = `${code} ${severity}`;
    if (!records.has(key)) records.set(key, [severity, code, []]);
    records.get(key)[2].push(id);
  }
  return inOrder([...records.values()]);
}

/** Records in an order that does not depend on how they were found. */
export function inOrder(records) {
  return records
    .map(([severity, code, ids]) => [severity, code, [...ids].sort(bytes)])
    .sort((a, b) => first(GRAVITY.indexOf(a[0]) - GRAVITY.indexOf(b[0]), bytes(a[1], b[1])));
}
