// How long does reading a full assessment take, against `JSON.parse` of the same text?
//
// Usage: node load.mjs <folder of the engine>
// Prints one line of JSON: {"bytes", "load_us", "parse_us", "ratio"}.

import { alternate, median, time } from "./figures.mjs";
import { full } from "./full.mjs";
import { chaptersOf, wasm } from "./page.mjs";

const ROUNDS = 5;
const TIMES = 40;
const WARM_UP = 10;

const { Engine } = await wasm(process.argv[2], "annexa");
const engine = new Engine();
const ids = chaptersOf(engine).flat();

function load(bytes) {
  const outcome = engine.load(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
}

load(new TextEncoder().encode(JSON.stringify(full(ids))));
const bytes = engine.save();
const text = new TextDecoder().decode(bytes);
const repeated = (work) => () => median(Array.from({ length: TIMES }, () => time(work) * 1000));
let parsed;
const measurements = [repeated(() => load(bytes)), repeated(() => (parsed = JSON.parse(text)))];
// Until the code is compiled for speed, which happens beside the work.
alternate(WARM_UP, measurements);
const [load_us, parse_us] = alternate(ROUNDS, measurements).map((times) => Math.min(...times));
if (parsed.answers.length !== ids.length) throw new Error("the file is not full");
console.log(JSON.stringify({ bytes: bytes.length, load_us, parse_us, ratio: load_us / parse_us }));
