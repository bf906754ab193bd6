/** Several questions at once, and what the map of the controls can show. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";
import { drawn } from "./person.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const site = opening();

const saved = (page) => page.locator("annexa-assessment").evaluate((element) => new TextDecoder().decode(element.save()));
const answers = async (page) => JSON.parse(await saved(page)).answers ?? [];
const focused = (page) => page.locator("annexa-assessment").evaluate((element) => element.shadowRoot.activeElement?.dataset.focus ?? element.shadowRoot.activeElement?.id);

async function begin(page, chapter = "A.6 ") {
  await goTo(page, chapter);
  await page.getByRole("button", { name: "Set several at once" }).click();
  await page.locator(".several").waitFor();
}

test("an owner is set of several in one step, and Undo takes all of it back", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await page.locator("annexa-assessment").evaluate((element) => element.respond("A.6.2", "yes"));
  const before = await saved(page);
  await begin(page);
  // The button is gone, and the focus is where it led.
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.activeElement?.dataset.focus === "several-head");
  await page.getByRole("button", { name: "Set it for 0" }).click();
  await page.getByText("Tick at least one row.").waitFor();
  assert.equal(await saved(page), before);
  // With the keyboard alone.
  await page.locator("#several-A\\.6\\.1").focus();
  await page.keyboard.press(" ");
  await page.locator("#several-A\\.6\\.2").focus();
  await page.keyboard.press(" ");
  await page.locator("#several-owner").focus();
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await page.locator(".several-row", { hasText: "Ada" }).first().waitFor();
  const [one, other] = await answers(page);
  assert.deepEqual([one.id, one.owner, other.id, other.owner, other.response], ["A.6.1", "Ada", "A.6.2", "Ada", "yes"]);
  await page.getByRole("button", { name: /^Undo: 2 answers, A\.6\.1 first$/ }).click();
  await page.locator(".bar .unsaved", { hasText: "Undone: 2 answers" }).waitFor();
  assert.equal(await saved(page), before);
  await close();
});

test("controls are left out with a justification each, requirements never, and what is typed outlives the view", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await begin(page, "A.7 ");
  await page.locator("#several-what").selectOption("excluded");
  await page.locator("#several-A\\.7\\.1").check();
  await page.locator("#several-A\\.7\\.2").check();
  await page.locator("#several-excluded").selectOption("no_asset");
  await page.locator("#several-why\\.A\\.7\\.1").fill("We have no premises.");
  await page.getByRole("button", { name: "Set it for 2" }).click();
  await page.getByText("Say why this one is left out.").waitFor();
  assert.equal(await focused(page), "several why.A.7.2");
  assert.deepEqual(await answers(page), []);
  await goTo(page, "Overview");
  await goTo(page, "A.7 ");
  await page.locator("#several-why\\.A\\.7\\.2").fill("Nobody enters anything of ours.");
  assert.equal(await page.locator("#several-why\\.A\\.7\\.1").inputValue(), "We have no premises.");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Set it for 2" }).click();
  await page.locator(".several-row", { hasText: "Excluded" }).first().waitFor();
  assert.deepEqual((await answers(page)).map(({ id, applicability: { state, reason, justification } }) => [id, state, reason, justification]), [
    ["A.7.1", "excluded", "no_asset", "We have no premises."],
    ["A.7.2", "excluded", "no_asset", "Nobody enters anything of ours."],
  ]);
  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.locator(".question").first().waitFor();
  assert.equal(await focused(page), "several");
  await goTo(page, "4 Context");
  await page.getByRole("button", { name: "Set several at once" }).click();
  await page.locator("#several-what").selectOption("excluded");
  await page.getByText("A requirement always applies.").first().waitFor();
  assert.equal(await page.locator(".several input[type=checkbox]").count(), 0);
  await close();
});

test("the map shows one thing at a time, and its counts are a table", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  const file = {
    format: "annexa-assessment", version: 1, catalogue: "iso27001-2022",
    answers: [
      { id: "A.5.1", response: "no", owner: "Ada", due: "2020-01-01", maturity: { level: 4 }, finding: { kind: "minor_nonconformity", text: "x" } },
      { id: "A.5.2", response: "no", due: "2090-01-01" },
    ],
    risks: [{ id: "r-1", label: "R-1", title: "x", event: "x", treatment: { option: "modify", controls: ["A.5.3"] } }],
  };
  await page.locator("annexa-assessment").evaluate((element, text) => element.load(new TextEncoder().encode(text)), JSON.stringify(file));
  await goTo(page, "Results");
  const names = {
    implementation: /^A\.5\.1 .*, not implemented$/,
    maturity: /^A\.5\.1 .*, 4 Predictable$/,
    risk: /^A\.5\.3 .*, A risk needs it$/,
    owner: /^A\.5\.1 .*, Somebody answers for it$/,
    due: /^A\.5\.1 .*, Overdue$/,
    finding: /^A\.5\.1 .*, Nonconformity$/,
  };
  await page.getByText("The same as counts").click();
  for (const [name, cell] of Object.entries(names)) {
    await page.getByLabel("Show by").selectOption(name);
    await page.getByRole("button", { name: cell }).waitFor();
    const counts = await page.locator("details table tbody td").allTextContents();
    assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), 93, name);
    // What is drawn anew has no colours before the next frame.
    await drawn(page);
    assert.deepEqual(await axe(page), [], name);
  }
  await goTo(page, "Gaps");
  await goTo(page, "Results");
  assert.equal(await page.getByLabel("Show by").inputValue(), "finding", "the choice outlives the view");
  await close();
});

for (const [name, options] of [["320 px", { viewport: { width: 320, height: 800 } }], ["forced colours", { ...WIDE, forcedColors: "active" }]]) {
  test(`several and the map, ${name}`, async () => {
    const { page, close } = await site.open("/demo/", options);
    await begin(page);
    const check = async (where) => {
      assert.deepEqual(await axe(page), [], where);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${where} is ${overflow} px too wide`);
    };
    await check("several");
    await goTo(page, "Results");
    await page.getByLabel("Show by").selectOption("maturity");
    await page.getByText("The same as counts").click();
    await check("the map");
    await close();
  });
}
