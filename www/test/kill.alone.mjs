/** A browser that is killed in the middle of a run of answers loses none that is older than 250 ms. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { launchBoth, until } from "./firefox.mjs";
import { serve } from "./serve.mjs";

const PROMISED_MS = 250;
/**
 * A browser with a profile of its own, and how often it is killed: one after the other, since one
 * that starts takes the time in which the other has to write.
 */
const LANES = [
  { name: "chromium", rounds: 20, seed: 7 },
  { name: "firefox", rounds: 5, seed: 8 },
];
const RESPONSES = ["yes", "partly", "no", "unknown"];
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kill</title><script type="module" src="/annexa.js"></script></head>
  <body><main><annexa-assessment></annexa-assessment></main></body></html>`;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The same numbers in each run: between 0 and 1. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Goes on with the draft, if there is to be one, and gives the responses that are there. */
const goOn = (page, isExpected) =>
  page.evaluate(async (isExpected) => {
    const element = document.querySelector("annexa-assessment");
    await element.ready;
    const question = () => element.shadowRoot.querySelector(".ask");
    // A browser that was killed may take a while to give the record's lock, and then the page asks late.
    for (let waits = 0; isExpected && !question() && waits < 50; waits += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    const asked = question();
    if (asked) {
      // Asked again and again: a promise that only the page holds is lost to whoever waits for it from outside.
      let isOpen = false;
      element.addEventListener("annexa-open", () => (isOpen = true), { once: true });
      asked.querySelector("button").click();
      for (let waits = 0; !isOpen && waits < 1000; waits += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { answers } = JSON.parse(new TextDecoder().decode(element.save()));
    return { wasAsked: asked !== null, answers: Object.fromEntries(answers.map(({ id, response }) => [id, response])) };
  }, isExpected);

/** Answers one question after the other, and tells each with the time at which it was accepted. */
const answerOn = (page, from, ids) =>
  page.evaluate(
    (from, ids, responses) => {
      const element = document.querySelector("annexa-assessment");
      let step = from;
      setInterval(() => {
        const id = ids[step % ids.length];
        const response = responses[Math.floor(step / ids.length) % responses.length];
        if (element.respond(id, response).ok) console.log(`at ${Date.now()}`);
        step += 1;
      }, 15);
    },
    from,
    ids,
    RESPONSES,
  );

/** The question's ids, told by the page's own list of questions. */
const readIds = (page) =>
  page.evaluate(async () => {
    const element = document.querySelector("annexa-assessment");
    const root = element.shadowRoot;
    const ids = [];
    root.querySelector('.sections [data-section="questions"] > button').click();
    for (const entry of [...root.querySelectorAll('[data-section="questions"] li .entry')]) {
      entry.click();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      ids.push(...[...root.querySelectorAll(".question .item-title .item-id")].map(({ textContent }) => textContent));
    }
    return ids;
  });

describe("killed in the middle of a run of answers", { concurrency: 1 }, () => {
  for (const lane of LANES) test(`${lane.name}, ${lane.rounds} times`, (context) => runLane(context, lane));
});

async function runLane(context, { name, rounds, seed }) {
  const server = await serve({ pages: { "/kill.html": PAGE } });
  const profile = mkdtempSync(join(tmpdir(), "annexa-kill-"));
  const random = numbers(seed);
  let ids = [];
  /** How many answers stood when a round began, and when each further one was accepted. */
  let began = 0;
  let told = [];
  let killedAt = 0;
  let total = 0;
  let oldest = 0;
  let browser;
  try {
    for (let round = 0; round <= rounds; round += 1) {
      await prepare(profile);
      browser = await launchBoth(name, { userDataDir: profile, extraPrefsFirefox: { "toolkit.startup.max_resumed_crashes": -1 } });
      const page = await browser.newPage();
      await page.goto(`${server.origin}/kill.html`);
      await until(page, () => document.querySelector("annexa-assessment")?.shadowRoot?.querySelector(".view-heading") != null);
      const { wasAsked, answers } = await goOn(page, round > 0);
      assert.equal(wasAsked, round > 0, `round ${round}`);
      const kept = round === 0 ? 0 : stepsIn(answers, ids, began, told.length);
      const lost = told.slice(kept - began);
      const age = lost.length === 0 ? 0 : killedAt - lost[0];
      oldest = Math.max(oldest, age);
      assert.ok(age <= PROMISED_MS, `round ${round}: of ${told.length} answers ${lost.length} are lost, the oldest of ${age} ms`);
      total += told.length;
      if (round === rounds) break;
      if (round === 0) ids = await readIds(page);
      assert.equal(ids.length, 123);
      began = kept;
      told = [];
      page.on("console", (message) => message.text().startsWith("at ") && told.push(Number(message.text().slice(3))));
      await answerOn(page, began, ids);
      await wait(350 + 600 * random.next().value);
      killedAt = Date.now();
      await kill(browser);
    }
    context.diagnostic(`${total} answers, ${rounds} kills; the oldest lost answer was ${oldest} ms old`);
    assert.ok(total > rounds * 5, "there was something to lose");
  } finally {
    await kill(browser);
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * Firefox's driver keeps copies of two files, puts them back when it hears that the browser is gone,
 * and stumbles where there are none.
 */
async function prepare(profile) {
  const files = ["user.js", "prefs.js"].map((name) => join(profile, name));
  for (let waits = 0; waits < 30 && files.some((file) => existsSync(`${file}.puppeteer`)); waits += 1) await wait(100);
  for (const file of files) if (!existsSync(file)) writeFileSync(file, "");
}

/** The answer that is given at a step. */
const answerAt = (step, ids) => [ids[step % ids.length], RESPONSES[Math.floor(step / ids.length) % RESPONSES.length]];

/** After how many steps a draft was written; it must be what stood after one of this round's, whole. */
function stepsIn(answers, ids, began, told) {
  const wanted = JSON.stringify(Object.entries(answers).sort());
  const state = {};
  // The last ones may be on the disk although this test has not heard of them.
  for (let steps = 0; steps <= began + told + 100; steps += 1) {
    if (steps >= began && JSON.stringify(Object.entries(state).sort()) === wanted) return steps;
    const [id, response] = answerAt(steps, ids);
    state[id] = response;
  }
  throw new Error(`the draft is what stood after none of the answers: ${wanted}`);
}

/** Kills the browser that this test started, with all its processes, and waits until it is gone. */
async function kill(browser) {
  const own = browser?.process();
  if (!own || own.exitCode !== null || own.signalCode !== null) return;
  const gone = new Promise((resolve) => own.once("exit", resolve));
  try {
    // It leads a group of its own.
    process.kill(-own.pid, "SIGKILL");
  } catch {
    own.kill("SIGKILL");
  }
  await gone;
}
