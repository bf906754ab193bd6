// Compares three conclusions from random assessments: the oracle's, the native engine's, the page's.
//
//   node tests/oracle/compare.mjs NATIVE [--count 10000] [--from 0] [--no-page]

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { native, page } from "./engines.mjs";
import { assessment } from "./generate/assessment.mjs";
import { project } from "./project.mjs";
import { daysAfter } from "./text.mjs";
import { verdict } from "./verdict.mjs";

const BATCH = 200;
const SHOWN = 20;
const TEXTS = 10;

/** The samples that are carried along, each on two days. */
export const samples = ["hospital", "manufacturer", "software"].flatMap((name) => {
  const path = new URL(`../../core/data/samples/${name}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(path, "utf8"));
  return ["2026-11-23", "2027-06-01"].map((today) => ({ name: `${name} on ${today}`, today, file, choice: "y--n-y--" }));
});

/** So many random assessments from a seed on. */
export const random = (from, count) =>
  Array.from({ length: count }, (_, at) => ({ name: `seed ${from + at}`, ...assessment(from + at) }));

/** Every difference in some assessments, as sentences; `say` is the page's engine, if it is asked. */
export function differences(assessments, program, say) {
  const texts = native(program, assessments);
  const found = assessments.flatMap((it, at) => compared(it, texts[at] ?? [], say?.(it)));
  const others = assessments.flatMap((it, at) => otherDays(it, texts[at] ?? []));
  const then = native(program, others);
  return [...found, ...others.flatMap((it, at) => compared(it, then[at] ?? []))];
}

/** The places of the findings among the texts of an assessment. */
const FINDINGS = 4;

/**
 * The same assessment on days at which the engine says that a finding begins or ends: what it finds there
 * is right only if the days between which it holds are.
 */
function otherDays(it, texts) {
  if (texts.length !== TEXTS) return [];
  const places = JSON.parse(texts[FINDINGS]).findings.flatMap((finding) => finding.items);
  const edges = places.flatMap(({ holds_from: from, holds_until: until }) => [
    ...(from ? [from, daysAfter(from, -1)] : []),
    ...(until ? [until, daysAfter(until, 1)] : []),
  ]);
  const days = [...new Set(edges)].filter((day) => day !== it.today && /^(19|20)/.test(day)).sort();
  const some = days.length < 2 ? days : [days[it.name.length % days.length], days.at(-1 - (it.name.length % 3))];
  return [...new Set(some)].filter(Boolean).map((today) => ({ ...it, today, name: `${it.name} on ${today}` }));
}

/** The differences of one assessment: `ours` are the native engine's texts, `theirs` the page's. */
export function compared(it, ours, theirs) {
  if (ours.length !== TEXTS) return [`${it.name}: the engine refuses it: ${ours[0]?.slice(0, 400)}`];
  const found = [];
  if (theirs && theirs.join("\t") !== ours.join("\t")) found.push(`${it.name}: native and page differ`);
  walk(verdict(it), project(ours), it.name, (sentence) => found.push(sentence));
  return found;
}

/** Says where two values differ, as deep as they can be compared. */
function walk(expected, concluded, path, say) {
  if (JSON.stringify(expected) === JSON.stringify(concluded)) return;
  const deep = [expected, concluded].every((it) => it !== null && typeof it === "object");
  const alike = deep && String(Object.keys(expected)) === String(Object.keys(concluded));
  if (!alike) {
    const short = (it) => JSON.stringify(it)?.slice(0, 300);
    say(`${path}: the oracle says ${short(expected)}, the engine ${short(concluded)}`);
    return;
  }
  for (const key of Object.keys(expected)) walk(expected[key], concluded[key], `${path} ${key}`, say);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: "string", default: "10000" },
      from: { type: "string", default: "0" },
      "no-page": { type: "boolean", default: false },
    },
  });
  const [program] = positionals;
  if (!program) throw new Error("name the native engine: target/release/annexa-oracle");
  const [count, from] = [Number(values.count), Number(values.from)];
  const say = values["no-page"] ? undefined : await page();
  const start = Date.now();
  const found = differences(samples, program, say);
  for (let at = 0; at < count && found.length < SHOWN; at += BATCH) {
    found.push(...differences(random(from + at, Math.min(BATCH, count - at)), program, say));
    if ((at / BATCH) % 10 === 9) console.log(`${at + BATCH} compared`);
  }
  for (const sentence of found.slice(0, SHOWN)) console.log(`different: ${sentence}`);
  const seconds = Math.round((Date.now() - start) / 1000);
  const what = `${count} random assessments from seed ${from}, ${samples.length} samples`;
  console.log(`${what}: ${found.length ? "not the same" : "all the same"}, ${seconds} s`);
  process.exitCode = found.length ? 1 : 0;
}

if (import.meta.filename === process.argv[1]) await main();
