// How long does one answer take: in the engine alone, in the page's model, and in survey-core?
//
// Usage: node clicks.mjs <folder of the engine> <folder of the engine for any size> <folder for the model>
// Prints one line of JSON.
//
// A batch is 123 answers, each different from the one before it; its time is shared among them.
// Engine, model and survey-core take turns in this one process; the best round of each counts,
// since what disturbs a round only makes it longer.

import { alternate, median, time } from "./figures.mjs";
import { alone, chaptersOf, crossings, modelModule, page, wasm } from "./page.mjs";
import { survey, version } from "./surveycore.mjs";

const RESPONSES = ["yes", "partly", "no"];
const BATCH = 123;
const LARGE = 1000;
const ROUNDS = 5;
const BATCHES = { counted: 80, warmUp: 200 };
const PASSES = 2;

const [engineFolder, sizedFolder, modelFolder] = process.argv.slice(2);
const { Engine } = await wasm(engineFolder, "annexa");
const sized = await wasm(sizedFolder, "bench_engine");
const modules = await modelModule(modelFolder);

/** Something that answers, warm; gives the microseconds of one answer each time it is called. */
function warm(ids, answer) {
  let next = 0;
  const batch = () =>
    time(() => {
      for (let number = 0; number < BATCH; number++, next++) {
        const [index, turn] = [next % ids.length, Math.floor(next / ids.length)];
        const changed = answer(ids[index], RESPONSES[(index + turn) % RESPONSES.length]);
        if (!(changed > 0)) throw new Error(`answer ${next} changed nothing`);
      }
    });
  const batches = (count) => Array.from({ length: count }, () => (batch() * 1000) / BATCH);
  batches(BATCHES.warmUp);
  return () => median(batches(BATCHES.counted));
}

const bare = new Engine();
const sizes = chaptersOf(bare).map((items) => items.length);
const ids = chaptersOf(bare).flat();
const open = () => page(modules, new Engine());
const crossed = crossings(Engine, open, ({ click }) => click(ids[0], "yes"));
const { click } = open();
const large = page(modules, sized.sized(LARGE));
const largeIds = [...large.model.items.keys()];

/** One answer of survey-core takes long enough to be timed alone. */
function theirs() {
  const { count, answer, check } = survey(sizes);
  const pass = (turn) => Array.from({ length: count }, (_, index) => time(() => answer(index, turn)) * 1000);
  pass(0);
  const times = Array.from({ length: PASSES }, (_, turn) => pass(turn + 1)).flat();
  check();
  return median(times);
}

const measurements = [
  warm(ids, alone(bare)),
  warm(ids, click),
  warm(largeIds, large.click),
  theirs,
];
theirs();
const [engine, clicks, clicksLarge, surveys] = alternate(ROUNDS, measurements);
const best = (times) => Math.min(...times);
console.log(
  JSON.stringify({
    version,
    questions: ids.length,
    large: largeIds.length,
    crossings: crossed,
    engine_us: best(engine),
    click_us: best(clicks),
    click_large_us: best(clicksLarge),
    survey_us: best(surveys),
    click_growth: best(clicksLarge) / best(clicks),
    engine_ratio: best(surveys) / best(engine),
    click_ratio: best(surveys) / best(clicks),
  }),
);
