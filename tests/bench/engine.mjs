// How long does one answer take in the engine's wasm, as JavaScript sees it?
//
// Usage: node engine.mjs <folder of the widget's engine> <folder of the synthetic engine>
// Prints one line of JSON: {"chapters", "p50_us", "p95_us", "synthetic": {"93": p50_us, ..}}.
//
// Every answer differs from the one before it, crosses into wasm and comes back as an object with
// all scores that it changed. Several rounds run before the first one that counts, so that the
// figures are those of compiled code, as for the other engine.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { percentile } from "./figures.mjs";

const RESPONSES = ["yes", "partly", "no"];
// How many numbers a packed delta begins with.
const HEAD_WIDTH = 8;
const WARM_UP = 60;
const ROUNDS = 60;
const SIZES = [93, 1000];

/** Imports the JavaScript of a bundle and starts its wasm. */
async function load(folder, name) {
  const bundle = await import(pathToFileURL(resolve(folder, `${name}.js`)).href);
  await bundle.default({ module_or_path: await readFile(join(folder, `${name}_bg.wasm`)) });
  return bundle;
}

/** Microseconds of each answer over all rounds that count. */
function measure(count, answer) {
  const durations = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (let index = 0; index < count; index++) {
      const choice = (index + round) % RESPONSES.length;
      const start = performance.now();
      const scores = answer(index, choice);
      const duration = (performance.now() - start) * 1000;
      if (!(scores.length > 0)) throw new Error(`answer ${index} of round ${round} changed nothing`);
      if (round >= WARM_UP) durations.push(duration);
    }
  }
  return durations;
}

async function widget(folder) {
  const { Engine } = await load(folder, "annexa");
  const engine = new Engine();
  const { chapters } = engine.catalogue();
  const places = new Map(engine.states().map(({ id, index }) => [id, index]));
  const items = chapters.flatMap(({ items }) => items.map((id) => places.get(id)));
  const codes = RESPONSES.map((word) => engine.codes().response.indexOf(word));
  const durations = measure(items.length, (index, choice) => {
    const packed = engine.respond(items[index], codes[choice]);
    if (!(packed instanceof Int32Array)) throw new Error(JSON.stringify(packed.problems));
    return packed.subarray(HEAD_WIDTH);
  });
  return {
    chapters: chapters.map(({ items }) => items.length),
    p50_us: percentile(durations, 0.5),
    p95_us: percentile(durations, 0.95),
  };
}

async function synthetic(folder) {
  const { BenchEngine } = await load(folder, "bench_engine");
  const figures = {};
  for (const size of SIZES) {
    const engine = new BenchEngine(size);
    const durations = measure(size, (index, choice) => engine.respond(index, choice));
    figures[size] = percentile(durations, 0.5);
  }
  return figures;
}

const [engine, bench] = process.argv.slice(2);
console.log(JSON.stringify({ ...(await widget(engine)), synthetic: await synthetic(bench) }));
