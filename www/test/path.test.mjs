/** The simple path of a small firm, whole: from an empty page to what blocks stage 1, with every click and field counted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, shot, unexpected } from "./browser.mjs";
import { opening } from "./opening.mjs";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Path</title><link rel="icon" href="/demo/icon.svg" type="image/svg+xml">
  <script type="module" src="/annexa.js"></script></head><body><annexa-assessment storage="none"></annexa-assessment></body></html>`;
const site = opening({ pages: { "/path.html": PAGE } });

/** More would be no simple path. */
const CLICKS_MAX = 140;
const FIELDS_MAX = 30;

const saved = (page) => page.evaluate(() => JSON.parse(new TextDecoder().decode(document.querySelector("annexa-assessment").save())));

/** Does what a person does, and counts it by step. */
function counting(page) {
  const counts = new Map();
  let step = "";
  const count = (what) => {
    const now = counts.get(step) ?? { clicks: 0, fields: 0 };
    counts.set(step, { ...now, [what]: now[what] + 1 });
  };
  return {
    counts,
    begin: (name) => void (step = name),
    async view(label) {
      count("clicks");
      await goTo(page, label);
    },
    async press(name) {
      count("clicks");
      await page.getByRole("button", { name }).first().click();
      await page.locator(".view .loading").first().waitFor({ state: "detached" });
    },
    async radio(name, value) {
      count("clicks");
      await page.locator(`label:has(input[name="${name}"][value="${value}"])`).click();
    },
    /** The nth choice of a group by the beginning of its legend. */
    async pick(legend, nth) {
      count("clicks");
      const group = page.locator("fieldset", { has: page.locator("legend", { hasText: legend }) }).last();
      await group.locator("input[type=radio]").nth(nth).check({ force: true });
    },
    async tick(locator) {
      count("clicks");
      await locator.check({ force: true });
    },
    async fill(label, text) {
      count("fields");
      const field = page.getByLabel(label).first();
      await field.fill(text);
      await field.blur();
    },
  };
}

/** The day in half a year. */
const later = () => new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);

test("choose, context, questions, five risks, treatment, reasons, the statement without errors, what blocks stage 1", async (context) => {
  const { page, seen, close } = await site.open("/path.html");
  const person = counting(page);

  person.begin("goal");
  await person.view("Goal");
  await person.radio("goal", "certificate");
  await person.press(/^Next: 16 questions/);

  person.begin("context");
  await person.radio("context-people", "30");
  await person.radio("context-premises", "none");
  await person.radio("context-it", "cloud");
  await person.radio("context-development", "none");
  for (const count of [8, 5]) {
    await person.press(new RegExp(`^Leave all ${count} out`));
    await person.press(/ out with this text$/);
  }
  await person.press("Next: the questions");

  person.begin("questions");
  for (const id of ["4.1", "4.2", "4.3", "4.4"]) await person.radio(`answer-${id}`, "partly");

  person.begin("risks");
  for (let index = 0; index < 5; index += 1) {
    if (index === 0) {
      await person.view("Risk register");
      await person.press("Extortion after encryption and theft of data");
    } else {
      await person.press("Add a risk");
      await person.pick("1. ", index);
    }
    if (index === 0) {
      await person.pick("2. ", 0);
      await person.fill("What would it hit?", "Customer service");
    }
    await person.pick("3. ", 1 + (index % 2));
    await person.pick("4. ", 1 + (index % 2));
    await person.press("Save the risk");
    await page.locator("table.rows").waitFor();
  }
  const { risks } = await saved(page);
  assert.equal(risks.length, 5);

  person.begin("treatment");
  for (const label of risks.map(({ label }) => label).sort()) {
    // What is at or below the line asks for nothing, so its row is opened first.
    if ((await page.getByRole("button", { name: `Decide ${label}` }).count()) === 0) await person.press(new RegExp(`${label} `));
    await person.press(`Decide ${label}`);
    await person.pick("What do you want", 0);
    const suggestion = page.getByRole("checkbox", { name: /^A\./ }).first();
    if ((await suggestion.count()) > 0) await person.tick(suggestion);
    else await person.fill("Something else that has to be done", "Try it once a year");
    await person.fill("Done by", later());
    await person.fill("Who owns this risk?", "Ada");
    await person.press("Save the decision");
    await page.locator("table.rows").waitFor();
  }

  person.begin("reasons");
  await person.view("Statement");
  await person.press(/^Go through them/);
  await person.tick(page.getByRole("radio", { name: "Several at once" }));
  while ((await page.getByRole("button", { name: /^Choose all/ }).count()) > 0) await person.press(/^Choose all/);
  await shot(page, "path-undecided");
  await person.tick(page.getByRole("radio", { name: /^Needed, because/ }));
  await person.press(/^Save for \d+ controls/);
  await page.getByText("Every control has a reason, or is left out with one.").waitFor();

  person.begin("statement");
  await person.press("To the statement");
  await page.locator("table.rows").waitFor();
  assert.equal(await page.locator(".notice-box.bad").count(), 0, "the statement has no errors");
  await shot(page, "path-soa");

  person.begin("stage 1");
  await person.view("Stage 1");
  await page.locator(".halves").waitFor();
  assert.ok((await page.locator(".halves > section").first().locator(":scope > .tasks > li").count()) > 0, "what blocks stage 1 is named");
  await shot(page, "path-gates");

  const all = [...person.counts.values()];
  const total = (what) => all.reduce((sum, counts) => sum + counts[what], 0);
  for (const [step, { clicks, fields }] of person.counts) context.diagnostic(`${step}: ${clicks} clicks, ${fields} fields`);
  context.diagnostic(`the whole path: ${total("clicks")} clicks, ${total("fields")} fields`);
  assert.ok(total("clicks") <= CLICKS_MAX && total("fields") <= FIELDS_MAX, `${total("clicks")} clicks, ${total("fields")} fields`);
  assert.deepEqual(unexpected(seen.messages), []);
  await close();
});
