// How long does a full assessment take to load in the engine's wasm, against `JSON.parse`?
//
// Usage: node load.mjs <folder of the widget's engine>
// Prints one line of JSON: {"bytes", "load_us", "parse_us", "ratio"}.
//
// The file is one answer for each question with all its dimensions filled. Loading checks every
// field and computes all scores; `JSON.parse` of the text, decoded before, only reads. Both run in
// turn, and the best of many rounds counts, since what disturbs a round only makes it longer.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROUNDS = 400;

const folder = process.argv[2];
const { Engine, default: start } = await import(pathToFileURL(resolve(folder, "annexa.js")).href);
await start({ module_or_path: await readFile(join(folder, "annexa_bg.wasm")) });

/** One answer in all dimensions, in the words of a person. */
function fullAnswer(id, number) {
  const scope = id.startsWith("A.")
    ? {
        applicability: {
          state: "inherited",
          justification: "The provider runs the data centre; its report was read in spring.",
          provider: "Rechenzentrum Küste GmbH",
        },
        inclusion: [
          { reason: "legal", reference: "Article 32" },
          { reason: "risk", reference: `R-${number}` },
        ],
      }
    : {};
  return {
    id,
    response: "partly",
    implementation: "planned",
    ...scope,
    maturity: { level: 2, target: 4 },
    finding: {
      kind: "minor_nonconformity",
      text: "Two versions of the procedure are in use.\nOne of them is not approved.",
      root_cause: "Nobody owns the folder.",
      correction: "The old one was withdrawn on the day of the audit.",
    },
    notes: "Seen in the interview with operations; the tickets of three months were sampled.",
    evidence: [
      {
        id: `e-${String(number).padStart(10, "0")}`,
        label: "Procedure for changes, version 3",
        link: "https://intranet.example/procedures/changes?version=3",
        date: "2026-01-31",
        review_months: 12,
      },
    ],
    owner: "Head of operations",
    due: "2027-01-01",
    changed: "2026-11-20",
  };
}

/** The bytes of a full assessment, as the engine saves it. */
function fullFile(engine) {
  const ids = engine.catalogue().chapters.flatMap(({ items }) => items);
  const answers = ids.map(fullAnswer);
  const file = { format: "annexa-assessment", version: 1, catalogue: engine.catalogue().id, answers };
  const outcome = engine.load(new TextEncoder().encode(JSON.stringify(file)));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return engine.save();
}

const engine = new Engine();
const bytes = fullFile(engine);
const text = new TextDecoder().decode(bytes);

function time(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) * 1000;
}

let [load, parse] = [Infinity, Infinity];
for (let round = 0; round < ROUNDS; round++) {
  load = Math.min(load, time(() => engine.load(bytes)));
  parse = Math.min(parse, time(() => JSON.parse(text)));
}
console.log(JSON.stringify({ bytes: bytes.length, load_us: load, parse_us: parse, ratio: load / parse }));
