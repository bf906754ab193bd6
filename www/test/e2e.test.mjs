/** One person's whole way: answer everything, read the scores, save, load, map to SOC 2. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { goTo, shot, unexpected } from "./browser.mjs";
import { byKeyboard, byMouse, responseAt, shownIds, tabTo } from "./journey.mjs";
import { opening } from "./opening.mjs";

const HOSTILE_NOTE = `<img src=x onerror="document.title='owned'"> =1+1`;
const POINTS = { yes: 10_000, partly: 5_000, no: 0 };

const site = opening();

test("123 answers by keyboard and mouse, saved, loaded and mapped", async () => {
  const { page, seen, violations, close } = await site.open("/demo/");
  const widget = page.locator("annexa-assessment");
  const given = await answerEverything(page);
  assert.equal(given.length, 123);
  await fillInDetails(page, given);

  const scores = await shownScores(page);
  assert.deepEqual(scores, {
    requirements: expected(given.filter(({ isControl }) => !isControl)),
    controls: expected(given.filter(({ isControl }) => isControl)),
  });

  const saved = await saveFile(page);
  const document = JSON.parse(saved.toString("utf8"));
  assert.equal(document.answers.length, 123);
  assert.equal(await widget.evaluate((element) => element.dirty), false);

  const crosswalk = await runSoc2(page);
  const report = await bytesOf(page, "report");
  keep({ "assessment.json": saved, "report.json": report, "crosswalk.json": crosswalk });

  await loadsAgain(saved, report, crosswalk);
  assert.equal(await page.title(), "Annexa: ISO/IEC 27001 self-assessment", "text from the file stays text");
  assert.deepEqual(await violations(), []);
  assert.deepEqual(unexpected(seen.messages), []);
  await close();
});

/** Goes through the chapters with the "Next" button, and answers in two ways. */
async function answerEverything(page) {
  const given = [];
  await goTo(page, "4 ");
  for (let chapter = 0; chapter < 11; chapter += 1) {
    const heading = await page.locator(".view-heading").textContent();
    // Clauses and people controls by keyboard alone, the rest with the mouse.
    const isControl = heading.startsWith("A.");
    const answer = !isControl || heading.startsWith("A.6") ? byKeyboard : byMouse;
    for (const id of await shownIds(page)) {
      const response = responseAt(given.length, isControl);
      await answer(page, id, response);
      given.push({ id, response, isControl });
    }
    const entry = page.locator('.entry[aria-current="page"]');
    assert.match(await entry.textContent(), /Complete/, heading);
    if (answer === byKeyboard) {
      await tabTo(page, (element) => element.textContent, await nextLabel(page));
      await page.keyboard.press("Enter");
    } else {
      await page.locator(".neighbours .primary").click();
    }
    const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
    assert.equal(focused, "view-heading", "the focus moves to the new heading");
  }
  return given;
}

const nextLabel = (page) => page.locator(".neighbours .primary").textContent();

/** One excluded control with a reason, one planned, one with evidence and a hostile note. */
async function fillInDetails(page, given) {
  await goTo(page, "A.5 ");
  const excluded = given.find(({ response }) => response === "not_applicable");
  const question = (id) => page.locator(`.question:has(input[name="answer-${id}"])`);
  await question(excluded.id).getByRole("button", { name: "Exclude this control" }).click();
  await question(excluded.id).getByLabel("Reason for excluding").selectOption("no_activity");
  await question(excluded.id).getByLabel("Justification").fill("No such activity takes place here.");
  await question(excluded.id).getByLabel("Justification").blur();
  excluded.isExcluded = true;

  const planned = given.find(({ id, response }) => id.startsWith("A.5.") && response === "no");
  await question(planned.id).locator('details[part="details"] > summary').click();
  await question(planned.id).getByLabel("Implementation").selectOption("planned");

  const proved = given.find(({ id, response }) => id.startsWith("A.5.") && response === "yes");
  const details = question(proved.id);
  await details.locator('details[part="details"] > summary').click();
  await details.getByLabel("Owner").fill("Ada");
  await details.getByLabel("Notes").fill(HOSTILE_NOTE);
  await details.getByLabel("Maturity now").selectOption("3");
  await details.getByLabel("Risk assessment", { exact: true }).check();
  await details.getByLabel("Name of the record").fill("Policy register");
  await details.getByLabel("Where it is").fill("javascript:alert(1)");
  await details.getByLabel("Date of the record").fill("2026-10-01");
  await details.getByRole("button", { name: "Add evidence" }).click();
  await details.getByRole("button", { name: "Remove evidence Policy register" }).waitFor();
  assert.equal(await page.locator(".question a").count(), 0, "a link from a file is inert text");
}

/** Conformity and coverage in basis points, from the responses alone. */
function expected(given) {
  const inScope = given.filter(({ isExcluded }) => !isExcluded);
  const assessed = inScope.filter(({ response }) => response in POINTS);
  const points = assessed.reduce((sum, { response }) => sum + POINTS[response], 0);
  return `${shown(share(points, assessed.length))} ${shown(share(assessed.length * 10_000, inScope.length))}`;
}

/** A mean in whole basis points, half rounded up, as the engine defines it. */
const share = (part, whole) => Math.floor((part + Math.floor(whole / 2)) / whole);

/** In whole per cent, which reads 0 or 100 only where it is exactly that. */
function shown(basisPoints) {
  const nearest = Math.floor((basisPoints + 50) / 100);
  return `${basisPoints < 10_000 && nearest === 100 ? 99 : basisPoints > 0 && nearest === 0 ? 1 : nearest} %`;
}

async function shownScores(page) {
  await goTo(page, "Overview");
  const read = async (index) => {
    const figure = page.locator(".figures > div").nth(index);
    const [, coverage] = /of the (.* %) that/.exec(await figure.locator(".note").textContent());
    return `${await figure.locator(".big").textContent()} ${coverage}`;
  };
  return { requirements: await read(0), controls: await read(1) };
}

async function saveFile(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save file" }).click();
  const file = await download;
  assert.match(file.suggestedFilename(), /^annexa-\d{4}-\d{2}-\d{2}\.json$/);
  return readFileSync(await file.path());
}

async function runSoc2(page) {
  await goTo(page, "Crosswalk");
  await page.getByRole("button", { name: "Run the SOC 2 crosswalk" }).click();
  await page.locator("details.target").first().waitFor();
  assert.equal(await page.locator("details.target").count(), 61);
  await page.locator("details.target summary").first().click();
  await shot(page, "e2e-crosswalk");
  const bytes = await bytesOf(page, "crosswalk");
  const report = JSON.parse(bytes.toString("utf8"));
  const total = Object.values(report.totals).reduce((sum, value) => sum + value, 0);
  assert.equal(total, 61);
  return bytes;
}

/** A second visit with the saved file sees the same bytes everywhere. */
async function loadsAgain(saved, report, crosswalk) {
  const { page, close } = await site.open("/demo/");
  await page.locator("input[type=file]").first().setInputFiles({ name: "saved.json", mimeType: "application/json", buffer: saved });
  await page.waitForFunction(() => document.querySelector("annexa-assessment").save().length > 5_000);
  assert.ok((await bytesOf(page, "save")).equals(saved), "load and save is the identity");
  assert.ok((await bytesOf(page, "report")).equals(report), "the same report");
  const again = await bytesOf(page, "runCrosswalk");
  assert.ok(again.equals(crosswalk), "the same crosswalk, byte for byte");
  await goTo(page, "A.5 ");
  assert.ok(await page.locator(`input[name="answer-A.5.1"]:checked`).count());
  await close();
}

/** Bytes that the element gives: of a method by name, or of a property. */
const bytesOf = async (page, name) =>
  Buffer.from(
    await page.locator("annexa-assessment").evaluate(async (element, member) => {
      const value = element[member];
      return Array.from(await (typeof value === "function" ? value.call(element) : value));
    }, name),
  );

/** Leaves the bytes for the test that compares them with the command line's. */
function keep(files) {
  const folder = process.env.ANNEXA_E2E_OUT;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
}
