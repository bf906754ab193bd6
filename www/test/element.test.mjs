/** The element as a page uses it: properties before upgrade, many instances, moves and removal. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { axe, goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Element</title>`;
const PAGES = {
  "/two.html": `${HEAD}<script type="module" src="/annexa.js"></script></head>
    <body><h1>Two</h1><annexa-assessment id="one" heading-level="3"></annexa-assessment><annexa-assessment id="two"></annexa-assessment></body></html>`,
};

const site = opening({ pages: PAGES });

test("a catalogue of the page's own is asked, scored and reported on, with its own words", async () => {
  const { page, close } = await site.open("/two.html");
  const facts = readFileSync(new URL("../../tests/data/tea-house.json", import.meta.url), "utf8");
  const result = await page.evaluate(async (facts) => {
    const catalogue = JSON.parse(facts);
    const bytes = new TextEncoder().encode(facts);
    const element = document.createElement("annexa-assessment");
    element.catalogue = new File([bytes], "facts.json");
    document.body.append(element);
    await element.ready;
    const [first] = catalogue.items.filter(({ kind }) => kind === "control");
    const items = { [first.id]: { title: "A title of our own", question: "Is it so?" } };
    const words = { format: "annexa-words", version: 1, language: "en", items };
    element.words = new TextEncoder().encode(JSON.stringify(words));
    await element.worded;
    const outcome = element.respond(first.id, "yes");
    const report = JSON.parse(new TextDecoder().decode(await element.report()));
    const broken = document.createElement("annexa-assessment");
    broken.catalogue = new TextEncoder().encode("{}");
    const problems = [];
    broken.addEventListener("annexa-error", ({ detail }) => problems.push(...detail.problems));
    document.body.append(broken);
    await broken.ready.catch(() => undefined);
    return { ok: outcome.ok, of: report.catalogue, id: catalogue.id, assessed: report.scores.filter(({ assessed }) => assessed > 0).length, codes: problems.map(({ code }) => code) };
  }, facts);
  assert.equal(result.ok, true);
  assert.equal(result.of, result.id);
  assert.ok(result.assessed > 0);
  assert.ok(result.codes.length > 0 && !result.codes.includes("E-ENGINE"), result.codes.join());
  await close();
});

test("a large file over a catalogue of the page's own is opened too", async () => {
  const { page, close } = await site.open("/two.html");
  const facts = readFileSync(new URL("../../tests/data/tea-house.json", import.meta.url), "utf8");
  const saved = await page.evaluate(async (facts) => {
    const element = document.createElement("annexa-assessment");
    element.id = "own";
    element.catalogue = new TextEncoder().encode(facts);
    document.querySelector("main, body").append(element);
    await element.ready;
    const [first] = JSON.parse(facts).items.filter(({ kind }) => kind === "control");
    element.respond(first.id, "yes");
    const saved = new TextDecoder().decode(element.save());
    element.respond(first.id, "no");
    return saved;
  }, facts);
  // Above a size it is read in a worker, which has to know the catalogue.
  const buffer = Buffer.from(saved + " ".repeat(1_200_000));
  const own = page.locator("#own");
  await own.locator("input[type=file]").first().setInputFiles({ name: "large.json", mimeType: "application/json", buffer });
  await own.getByRole("button", { name: "Open it anyway" }).or(own.locator(".status", { hasText: "large.json opened." })).or(own.locator(".problems")).first().waitFor({ state: "attached" });
  assert.equal(await own.locator(".problems").count(), 0);
  await page.waitForFunction((saved) => new TextDecoder().decode(document.querySelector("#own").save()) === saved, saved);
  await close();
});

test("several reasons of one kind to include a control are edited each", async () => {
  const { page, close } = await site.open("/demo/");
  await page.locator("annexa-assessment").evaluate((element) => {
    element.respond("A.5.1", "yes");
    const document = JSON.parse(new TextDecoder().decode(element.save()));
    document.answers[0].inclusion = [{ reason: "legal", reference: "Law A" }, { reason: "legal", reference: "Law B" }];
    element.load(new TextEncoder().encode(JSON.stringify(document)));
  });
  await goTo(page, "A.5 ");
  await page.locator('.question:has(input[name="answer-A.5.1"]) details[part="details"] > summary').click();
  const second = page.locator('[id="A.5.1-reference.legal.2"]');
  assert.equal(await second.inputValue(), "Law B");
  await second.fill("Law C");
  await second.blur();
  const saved = () => page.locator("annexa-assessment").evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())).answers[0].inclusion);
  assert.deepEqual(await saved(), [{ reason: "legal", reference: "Law A" }, { reason: "legal", reference: "Law C" }]);
  await close();
});

test("two instances share the module and nothing else", async () => {
  const { page, seen, close } = await site.open("/two.html");
  const result = await page.evaluate(async () => {
    const [one, two] = document.querySelectorAll("annexa-assessment");
    await Promise.all([one.ready, two.ready]);
    const empty = two.hash();
    one.respond("4.1", "yes");
    return { differs: one.hash() !== empty, untouched: two.hash() === empty, dirty: [one.dirty, two.dirty] };
  });
  assert.deepEqual(result, { differs: true, untouched: true, dirty: [true, false] });
  assert.equal(seen.requests.filter((url) => url.endsWith(".wasm")).length, 1, "one fetch for both");
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll("annexa-assessment")].map((element) => element.shadowRoot.querySelector(".title").localName),
  );
  assert.deepEqual(levels, ["h3", "h2"]);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "no focus is taken at first");
  await close();
});

test("a property that was set before the definition is taken over", async () => {
  const { page, close } = await site.open("/two.html");
  const loaded = await page.evaluate(async () => {
    const one = document.querySelector("#one");
    one.respond("4.1", "yes");
    const late = document.createElement("annexa-assessment");
    late.assessment = new TextDecoder().decode(one.save());
    document.body.append(late);
    await late.ready;
    return late.hash() === one.hash();
  });
  assert.equal(loaded, true);
  const upgraded = await page.evaluate(async () => {
    const one = document.querySelector("#one");
    const early = document.createElement("late-name");
    early.assessment = one.save();
    document.body.append(early);
    const { AnnexaAssessment } = await import("/element.js");
    customElements.define("late-name", class extends AnnexaAssessment {});
    await early.ready;
    return early.hash() === one.hash();
  });
  assert.equal(upgraded, true);
  await close();
});

test("a move keeps the engine, a removal frees it, and the answers come back", async () => {
  const { page, close } = await site.open("/two.html");
  const result = await page.evaluate(async () => {
    const one = document.querySelector("#one");
    one.respond("4.1", "partly");
    const hash = one.hash();
    document.body.append(one);
    const moved = one.hash() === hash;
    one.remove();
    await new Promise((resolve) => setTimeout(resolve));
    let freed = false;
    try {
      one.hash();
    } catch (error) {
      freed = error.name === "InvalidStateError";
    }
    document.body.append(one);
    await one.ready;
    return { moved, freed, back: one.hash() === hash };
  });
  assert.deepEqual(result, { moved: true, freed: true, back: true });
  await close();
});

test("events carry the change, the problems and the file", async () => {
  const { page, close } = await site.open("/two.html");
  const events = await page.evaluate(async () => {
    const one = document.querySelector("#one");
    const seen = [];
    for (const name of ["annexa-change", "annexa-error", "annexa-save"]) {
      document.addEventListener(name, (event) => {
        event.preventDefault();
        const { id, delta, problems, bytes, fileName } = event.detail;
        seen.push([name, id ?? fileName ?? problems[0].code, delta ? delta.scores.map(({ key }) => key).sort().join(" ") : "", bytes instanceof Uint8Array]);
      });
    }
    one.setAttribute("heading-level", "2");
    one.respond("4.1", "yes");
    one.respond("4.1", "not_applicable");
    one.load(new Uint8Array());
    // The sentences of what the engine refuses come when they are first needed.
    for (let waits = 0; seen.length < 3 && waits < 100; waits += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    one.shadowRoot.querySelector(".bar .primary").click();
    return seen;
  });
  assert.deepEqual(events.map(([name]) => name), ["annexa-change", "annexa-error", "annexa-error", "annexa-save"]);
  assert.equal(events[0][2], "clause:4 requirements", "only what depends on the answer");
  assert.match(events[3][1], /^annexa-.*\.json$/);
  assert.equal(events[3][3], true);
  await close();
});

test("clearing an answer leaves the empty document", async () => {
  const { page, close } = await site.open("/two.html");
  const same = await page.evaluate(() => {
    const one = document.querySelector("#one");
    const empty = one.hash();
    one.respond("A.5.1", "yes");
    one.respond("A.5.1", undefined);
    return one.hash() === empty;
  });
  assert.equal(same, true);
  await close();
});

test("a late view has its heading and the focus at once, and says when it is there", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/annexa-reports.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.server.origin}/demo/`);
  const widget = page.locator("annexa-assessment");
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
  await widget.locator('.sections [data-section="results"] > button').click();
  await widget.getByText("Loading this section").waitFor();
  assert.equal(await focused(), "Results");
  assert.deepEqual(await axe(page), []);
  release();
  await widget.locator(".bars").first().waitFor();
  assert.equal(await focused(), "Results", "the heading keeps the focus");
  await widget.locator(".status", { hasText: "Results: loaded." }).waitFor({ state: "attached" });
  await context.close();
});

test("details that are opened before they are there open when they come, and answers do not wait for them", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/annexa-details.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.server.origin}/demo/`);
  const widget = page.locator("annexa-assessment");
  await widget.locator(".view-heading").waitFor();
  await goTo(page, "A.5 ");
  const question = (id) => widget.locator(`.question:has(input[name="answer-${id}"])`);
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
  await question("A.5.2").locator('details[part="guidance"] > summary').click();
  await question("A.5.3").locator('input[value="not_applicable"]').check();
  await question("A.5.1").locator('input[value="partly"]').check();
  await question("A.5.1").locator('details[part="details"] > summary').press("Enter");
  await question("A.5.1").getByText("Loading this section").waitFor();
  assert.match(await focused(), /^Details/);
  assert.deepEqual(await axe(page), []);
  assert.equal(await widget.evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())).answers.length), 2, "both are taken");
  release();
  await question("A.5.1").getByLabel("Owner").waitFor();
  assert.match(await focused(), /^Details/, "the focus stays where it was");
  await question("A.5.2").locator("dl.help").waitFor();
  await question("A.5.3").locator(".notice button").waitFor();
  assert.equal(await widget.getByText("Loading this section").count(), 0);
  assert.deepEqual(await axe(page), []);
  await context.close();
});

/** Whether the browser never asks again for a module that did not come: older ones do not. */
async function keepsFailures(page) {
  const ask = () => page.evaluate(() => import("/annexa-probe.js").then(() => true, () => false));
  await page.route("**/annexa-probe.js", (route) => route.abort());
  await ask();
  await page.unroute("**/annexa-probe.js");
  await page.route("**/annexa-probe.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  return !(await ask());
}

test("where a late part cannot be loaded, the page says so and offers another try", async (t) => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.route("**/annexa-crosswalk.js", (route) => route.abort());
  await page.goto(`${site.server.origin}/demo/`);
  const widget = page.locator("annexa-assessment");
  await widget.locator(".view-heading").waitFor();
  await widget.evaluate((element) => element.addEventListener("annexa-error", ({ detail }) => (window.codes = detail.problems.map(({ code }) => code))));
  await widget.locator('.sections [data-section="frameworks"] > button').click();
  await widget.locator(".problems", { hasText: "E-PART" }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.codes), ["E-PART"]);
  assert.deepEqual(await axe(page), []);
  assert.equal(await widget.evaluate((element) => element.respond("4.1", "yes").ok), true, "answers go on");
  await page.unroute("**/annexa-crosswalk.js");
  await widget.getByRole("button", { name: "Try again" }).click();
  if (await keepsFailures(page)) {
    t.diagnostic("this browser keeps a module that did not come until the page is loaded again");
    await page.reload();
    await widget.locator(".ask button").first().click();
    await widget.locator(".sections").first().waitFor();
    await goTo(page, "Crosswalk");
    await widget.getByRole("button", { name: "Run the SOC 2 crosswalk" }).waitFor();
    return context.close();
  }
  await widget.getByRole("button", { name: "Run the SOC 2 crosswalk" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className), "view-heading");
  await context.close();
});

test("an exclusion begins with its reason, and an answer to an excluded control offers the way back", async () => {
  const { page, close } = await site.open("/demo/");
  await goTo(page, "A.7 ");
  const question = page.locator('.question:has(input[name="answer-A.7.4"])');
  const choose = (response) => question.locator(`label.option:has(input[value="${response}"])`).click();
  const applicability = () =>
    page.locator("annexa-assessment").evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())).answers[0].applicability?.state ?? "applicable");
  await choose("not_applicable");
  await question.getByRole("button", { name: "Exclude this control" }).click();
  const focused = await question.getByLabel("Reason for excluding").evaluate((select) => select.getRootNode().activeElement === select);
  assert.equal(focused, true, "the focus moves to the reason");
  assert.equal(await applicability(), "excluded");
  await choose("yes");
  await question.getByText("this answer does not count").waitFor();
  assert.deepEqual(await axe(page), []);
  await question.getByRole("button", { name: "Include this control again" }).click();
  assert.equal(await applicability(), "applicable");
  assert.equal(await question.locator(".notice").count(), 0);
  await close();
});

test("where the plugin or its engine cannot be loaded, there is a problem and no crosswalk", async () => {
  for (const [file, code] of [["annexa-crosswalk.js", "E-PART"], ["annexa-soc2.js", "E-PART"], ["annexa-crosswalk-engine.js", "E-ENGINE"]]) {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route(`**/${file}`, (route) => route.abort());
    await page.goto(`${site.server.origin}/two.html`);
    const seen = await page.locator("#two").evaluate(async (element) => {
      const codes = [];
      element.addEventListener("annexa-error", ({ detail }) => codes.push(...detail.problems.map(({ code }) => code)));
      await element.ready;
      return { crosswalk: await element.runCrosswalk(), codes };
    });
    assert.deepEqual(seen, { crosswalk: undefined, codes: [code] });
    await context.close();
  }
});

test("a carried plugin runs by its id, and an unknown one does not", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.server.origin}/two.html`);
  const seen = await page.locator("#two").evaluate(async (element) => {
    const problems = [];
    element.addEventListener("annexa-error", ({ detail }) => problems.push(...detail.problems.map(({ code, place }) => `${code} ${place}`)));
    await element.ready;
    const [named, first] = [await element.runCrosswalk("soc2"), await element.runCrosswalk()];
    const same = new TextDecoder().decode(named) === new TextDecoder().decode(first);
    return { same, unknown: await element.runCrosswalk("soc3"), problems };
  });
  assert.deepEqual(seen, { same: true, unknown: undefined, problems: ["E-PART soc3"] });
  await context.close();
});

test("where the engine cannot be loaded, the page says so and offers another try", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.route("**/annexa_bg.wasm", (route) => route.abort());
  await page.goto(`${site.server.origin}/two.html`);
  const first = page.locator("annexa-assessment").first();
  await first.locator(".problems", { hasText: "E-ENGINE" }).waitFor();
  await page.unroute("**/annexa_bg.wasm");
  await first.getByRole("button", { name: "Try again" }).click();
  await first.locator(".view-heading").waitFor();
  await context.close();
});

test("after all answers each gap says in words of its own what is missing", async () => {
  const { page, close } = await site.open("/demo/");
  await page.locator("annexa-assessment").evaluate((element) => {
    const { shadowRoot: root } = element;
    root.querySelector('.sections [data-section="questions"] > button').click();
    for (const entry of [...root.querySelectorAll('[data-section="questions"] li .entry')]) {
      entry.click();
      for (const id of root.querySelectorAll(".question .item-title .item-id")) element.respond(id.textContent, "partly");
    }
  });
  await goTo(page, "Gaps");
  const said = await page.locator(".gap").evaluateAll((gaps) => gaps.map((gap) => [...gap.querySelectorAll(":scope > p:not(.gap-title)")].map(({ textContent }) => textContent).join(" ")));
  assert.equal(said.length, 123);
  assert.equal(new Set(said).size, 123, "no two gaps say the same");
  await close();
});

test("a table that is opened as a file is called what it is", async () => {
  const { page, close } = await site.open("/demo/");
  for (const [name, text] of [["gaps.csv", "id,title\r\nA.5.1,Policies\r\n"], ["note.txt", "Dear auditor,\nplease find"]]) {
    await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    const problem = page.locator(".problems", { hasText: "E-NOT-JSON" });
    // Its sentences come with the first problem.
    await problem.filter({ hasText: "choose the" }).waitFor();
    assert.match(await problem.textContent(), /this is .*, not .*choose the `.json` file that was saved by Annexa/);
    assert.doesNotMatch(await problem.textContent(), /line \d|column|valid JSON|correct the place/);
    await page.locator(".sections .entry").first().click();
    await problem.waitFor({ state: "detached" });
  }
  await close();
});
