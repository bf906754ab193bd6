// What does an answer cost beside a register of risks: the answer itself, and what follows from it?
//
// Usage: node registers.mjs <folder of the engines> <largest sample>
// Prints one line of JSON.
//
// The risks of a sample are copied with ids and labels of their own until there are as many as asked
// for; the answers stay. Sizes take turns in this one process; the best round of each counts.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { alternate, median, percentile, time } from "./figures.mjs";
import { wasm } from "./page.mjs";

const TODAY = "2026-11-24";
const SIZES = [20, 200, 2000];
const OPEN = 200;
const ROUNDS = 5;
const WARM_UP = 3;
const ANSWERS = 2460;
const TIMES = 15;

const [folder, file] = process.argv.slice(2);
const { Engine, Report } = await wasm(folder, "report");
const words = new Uint8Array(await readFile(join(folder, "words/en.json")));
const bytes = new Uint8Array(await readFile(file));
const sample = JSON.parse(new TextDecoder().decode(bytes));

/** The sample with so many risks. */
function withRisks(count) {
  const risks = Array.from({ length: count }, (_, number) => {
    const risk = sample.risks[number % sample.risks.length];
    return { ...risk, id: `r-x${String(number).padStart(5, "0")}`, label: `R-${number + 1}` };
  });
  // What serves a risk of the sample serves none of these.
  const { actions, events, nonconformities, ...rest } = sample;
  const answers = rest.answers.map(({ inclusion, ...answer }) => answer);
  return new TextEncoder().encode(JSON.stringify({ ...rest, answers, risks }));
}

function opened(content) {
  const engine = new Engine();
  engine.setToday(TODAY);
  const outcome = engine.load(content);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 5)));
  return engine;
}

const report = new Report();
const set = report.setWords([words], undefined);
if (!set.ok) throw new Error(JSON.stringify(set.problems));

/** Answers in turn; gives the microseconds of each answer. */
function answering(engine) {
  const places = engine.states().map(({ index }) => index);
  const codes = engine.codes().response;
  const answers = ["yes", "partly", "no"].map((word) => codes.indexOf(word));
  let next = 0;
  const one = () => {
    const [place, turn] = [places[next % places.length], Math.floor(next / places.length)];
    if (!(engine.respond(place, answers[(next + turn) % answers.length]) instanceof Int32Array)) throw new Error("refused");
    next++;
  };
  return { one, many: () => Array.from({ length: ANSWERS }, () => time(one) * 1000) };
}

const engines = SIZES.map((size) => opened(withRisks(size)));
const measured = engines.map((engine) => answering(engine).many);
alternate(WARM_UP, measured);
const rounds = alternate(ROUNDS, measured);
const p95 = rounds.map((rounds) => Math.min(...rounds.map((times) => percentile(times, 0.95))));
const typical = rounds.map((rounds) => Math.min(...rounds.map(median)));

// What a view that is open asks for after an answer.
const open = engines[SIZES.indexOf(OPEN)];
const { one } = answering(open);
const VIEWS = {
  soa: () => report.soa(open),
  findings: () => report.lint(open, TODAY),
  risks: () => report.risks(open, TODAY),
  gates: () => report.gatesShown(open, TODAY),
  documents: () => report.papersShown(open, TODAY),
  overview: () => report.way(open, TODAY),
};
const views = Object.entries(VIEWS).map(([name, view]) => {
  const after = () => {
    const start = performance.now();
    one();
    view();
    return performance.now() - start;
  };
  const times = () => median(Array.from({ length: TIMES }, after));
  times();
  return [name, Math.min(...Array.from({ length: ROUNDS }, times))];
});

// The roadmap of each sample, of which the slowest counts.
const samples = await Promise.all(
  ["software", "hospital", "manufacturer"].map((name) => readFile(new URL(`../../core/data/samples/${name}.json`, import.meta.url))),
);
const roadmaps = samples.map((sample) => {
  const engine = opened(new Uint8Array(sample));
  const times = () => median(Array.from({ length: TIMES }, () => time(() => report.roadmapJson(engine, TODAY))));
  times();
  return Math.min(...Array.from({ length: ROUNDS }, times));
});

const text = new TextDecoder().decode(bytes);
const repeated = (work) => () => median(Array.from({ length: 40 }, () => time(work) * 1000));
const loader = new Engine();
const loads = [repeated(() => loader.load(bytes)), repeated(() => JSON.parse(text))];
alternate(10, loads);
const [load_us, parse_us] = alternate(ROUNDS, loads).map((times) => Math.min(...times));

console.log(
  JSON.stringify({
    p95_us: p95[SIZES.indexOf(OPEN)],
    growth: typical.at(-1) / typical[0],
    views_ms: Object.fromEntries(views),
    slowest_view_ms: Math.max(...views.map(([, ms]) => ms)),
    roadmap_ms: Math.max(...roadmaps),
    load_us,
    parse_us,
    load_ratio: load_us / parse_us,
  }),
);
