/** By what risks are judged, by hand and by keyboard: cells, levels, acceptors, months, a fourth dimension; and what risks hit. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { axe, goTo, shot } from "./browser.mjs";
import { site, visit } from "./keeping.mjs";

const sample = (name) => readFileSync(new URL(`../../core/data/samples/${name}.json`, import.meta.url), "utf8");

/** An assessment of which nothing is known but that machines are steered. */
function withMachines() {
  const { format, version, catalogue } = JSON.parse(sample("software"));
  return JSON.stringify({ format, version, catalogue, answers: [], context: { ot: "yes" } });
}

/** A person whose browser shows an assessment, with a look at its risks. */
async function looking(text, viewport = { width: 1280, height: 900 }, view = "Risk register") {
  const context = await site.browser.newContext({ viewport });
  const tab = await context.newPage();
  const widget = await visit(tab, "/none.html");
  if (text) {
    const { ok } = await widget.evaluate((element, text) => element.load(new TextEncoder().encode(text)), text);
    assert.ok(ok, "the file is opened");
  }
  await goTo(tab, view);
  await tab.locator(".view .loading").waitFor({ state: "detached" });
  return { context, tab, widget };
}

const saved = (widget) => widget.evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())));
const hash = (widget) => widget.evaluate((element) => element.hash());
const button = (tab, name) => tab.getByRole("button", { name, exact: true });
const unfold = (tab, name) => tab.locator("summary", { hasText: name }).click();
const SAVE = "Save scales, table and line";

for (const width of [1280, 320]) {
  test(`a cell is lowered by keyboard, refused where it breaks the order, and set where it keeps it, at ${width} px`, async () => {
    const { context, tab, widget } = await looking(sample("software"), { width, height: 900 });
    await button(tab, "Change scales, table or line").click();
    await unfold(tab, "Single cells of the table");
    const before = await hash(widget);
    const { criteria } = await saved(widget);
    const cell = (likely, bad) => tab.getByLabel(`${criteria.likelihood[likely].name}, ${criteria.consequence[bad].name}`, { exact: true });

    await cell(3, 3).focus();
    await tab.keyboard.press("Home");
    await tab.keyboard.press("Tab");
    assert.match(await tab.locator(".cells ~ div .notice-title").textContent(), /One cell keeps the table from being saved/);
    assert.equal(await cell(3, 3).getAttribute("aria-invalid"), "true");
    assert.deepEqual(await axe(tab), [], "a cell in disorder");
    await shot(tab, `criteria-disorder-${width}`);
    await button(tab, SAVE).click();
    assert.equal(await hash(widget), before, "nothing was saved");
    assert.equal(await tab.evaluate(() => document.querySelector("annexa-assessment").shadowRoot.activeElement.localName), "select", "the focus is on the cell");
    await tab.keyboard.press("End");
    assert.equal(await cell(3, 3).getAttribute("aria-invalid"), null);

    // The rarest, least grave case above the line: every other one stays at least as high.
    await cell(0, 0).focus();
    await tab.keyboard.press("ArrowDown");
    assert.ok((await tab.getByText("What would change").count()) === 1);
    assert.equal(await hash(widget), before, "a look changes nothing");
    const tooWide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(tooWide <= 0, `${tooWide} px too wide`);
    await context.close();
  });
}

test("cells that come above the line name the risks that change the side, and are saved and taken back", async () => {
  const { context, tab, widget } = await looking(sample("software"));
  const { criteria, risks } = await saved(widget);
  const before = await hash(widget);
  await button(tab, "Change scales, table or line").click();
  await unfold(tab, "Single cells of the table");
  // Where a risk lies at the line, its row and all above it go one level up from there on.
  const line = criteria.levels.findIndex(({ word }) => word === criteria.accept_up_to);
  const at = risks
    .filter(({ current }) => current)
    .map(({ current }) => [
      criteria.likelihood.findIndex(({ word }) => word === current.likelihood),
      Math.max(...["a", "c", "i"].map((it) => criteria.consequence.findIndex(({ word }) => word === current[it]))),
    ])
    .find(([row, column]) => criteria.matrix[row][column] === criteria.accept_up_to);
  for (const [row, cells] of criteria.matrix.entries()) {
    for (const [column, word] of cells.entries()) {
      if (row < at[0] || column < at[1] || word !== criteria.accept_up_to) continue;
      await tab.getByLabel(`${criteria.likelihood[row].name}, ${criteria.consequence[column].name}`, { exact: true }).selectOption(criteria.levels[line + 1].word);
    }
  }
  assert.match(await tab.locator(".notice-title", { hasText: "above the line" }).textContent(), /comes? above the line/);
  await button(tab, SAVE).click();
  const after = await saved(widget);
  assert.equal(after.criteria.matrix[at[0]][at[1]], criteria.levels[line + 1].word);
  await tab.locator('[data-focus="undo"]').click();
  assert.equal(await hash(widget), before);
  await context.close();
});

test("levels come and go, and a hole is named until each cell has a level", async () => {
  const { context, tab, widget } = await looking(undefined);
  await button(tab, "Show scales, table and line").click();
  await unfold(tab, "Names of the levels");
  await button(tab, "Add a level on top").click();
  await tab.keyboard.type("ruinous");
  assert.match(await tab.locator(".notice-box.warn").first().textContent(), /No cell of the matrix has the level/);
  await unfold(tab, "Single cells of the table");
  await tab.getByLabel("frequent, grave", { exact: true }).selectOption({ label: "ruinous" });
  assert.equal(await tab.locator(".notice-box.warn").count(), 0);
  await button(tab, "Remove medium").click();
  assert.match(await tab.locator(".cells ~ div .notice-title").textContent(), /^\d cells keep the table/);
  for (const cell of await tab.locator(".cells select[aria-invalid]").all()) assert.equal(await cell.evaluate((select) => select.selectedOptions[0].textContent), "–");
  assert.deepEqual(await axe(tab), [], "a table with holes");
  while ((await tab.locator(".cells select[aria-invalid]").count()) > 0) await tab.locator(".cells select[aria-invalid]").first().selectOption({ label: "high" });
  await button(tab, SAVE).click();
  const { criteria } = await saved(widget);
  assert.deepEqual(criteria.levels.map(({ name }) => name), ["low", "high", "critical", "ruinous"]);
  assert.equal(criteria.matrix[3][3], criteria.levels[3].word);
  await context.close();
});

test("acceptors, months and what is asked besides are kept, and another table keeps them", async () => {
  const { context, tab, widget } = await looking(undefined);
  await button(tab, "Show scales, table and line").click();
  await unfold(tab, "Who may accept");
  await tab.getByLabel("Who may accept a medium risk").fill("risk owner\nsite manager");
  await tab.getByLabel("Who may accept a critical risk").fill("");
  await tab.getByText("Nobody may accept a risk at this level.").waitFor();
  await tab.getByLabel("For how many months at most").fill("18");
  await unfold(tab, "When a risk is looked at again");
  await tab.getByLabel("Months for a high risk").fill("soon");
  await unfold(tab, "What is asked of each risk besides");
  await tab.getByLabel("A fourth kind of harm").fill("Safety");
  await tab.getByLabel("Ask how bad it would be without any control").check();
  await button(tab, SAVE).click();
  assert.match(await tab.locator(".refused").textContent(), /whole number from 1 to 60/);
  assert.equal(await tab.getByLabel("Months for a high risk").inputValue(), "soon", "what was typed stays");
  await tab.getByLabel("Months for a high risk").fill("3");
  await tab.getByLabel("Three by three").check();
  await tab.getByText("Scales, table and line").first().waitFor();
  await button(tab, SAVE).click();
  const { criteria } = await saved(widget);
  assert.equal(criteria.matrix.length, 3);
  assert.deepEqual(criteria.may_accept, [{ level: "high", roles: ["top management"] }, { level: "medium", roles: ["risk owner", "site manager"] }]);
  assert.deepEqual(criteria.review_months, [{ level: "high", months: 3 }]);
  assert.deepEqual([criteria.accept_months_max, criteria.other_dimension, criteria.ask_inherent], [18, "Safety", true]);
  await context.close();
});

test("where machines are steered safety is asked for, and the first risk that answers names it", async () => {
  const { context, tab, widget } = await looking(withMachines());
  await button(tab, "Describe my own").click();
  await tab.getByLabel("What would happen to you").fill("A press starts while somebody reaches into it");
  await tab.locator("fieldset", { has: tab.locator("legend", { hasText: /^3\. / }) }).getByRole("radio").nth(2).check({ force: true });
  await tab.locator("fieldset", { has: tab.locator("legend", { hasText: "For Safety" }) }).getByRole("radio").nth(3).check({ force: true });
  await tab.getByText("This gives").waitFor();
  await button(tab, "Save the risk").click();
  const { criteria, risks } = await saved(widget);
  assert.equal(criteria.other_dimension, "Safety");
  assert.equal(risks[0].current.x, "c4");
  assert.match(await tab.locator("table.rows .panel").first().textContent(), /\(Safety\)/);
  await context.close();
});

test("a group is renamed and removed, a second of the same name is refused, and undo brings it back", async () => {
  const { context, tab, widget } = await looking(sample("software"));
  const { groups, risks } = await saved(widget);
  const [group, other] = groups;
  const opener = tab.getByRole("button", { name: `${group.label} ${group.name}` });
  await opener.click();
  await button(tab, `Edit ${group.label}`).click();
  const name = tab.getByLabel("Name of the group");
  await name.fill(other.name);
  await button(tab, "Save the group").click();
  assert.match(await tab.locator(".refused").textContent(), /There is a group/);
  await name.fill("Planner for repairs");
  await tab.getByLabel("Kind").last().selectOption("software");
  await shot(tab, "risks-groups");
  assert.deepEqual(await axe(tab), [], "groups");
  await button(tab, "Save the group").click();
  assert.equal((await saved(widget)).groups.find(({ id }) => id === group.id).name, "Planner for repairs");
  const before = await hash(widget);
  await button(tab, `Remove ${group.label}`).click();
  const after = await saved(widget);
  assert.equal(after.groups.length, groups.length - 1);
  assert.ok(risks.some((risk) => risk.groups?.includes(group.id)), "the sample names it");
  assert.ok(!after.risks.some((risk) => risk.groups?.includes(group.id)), "no risk names it any more");
  await tab.locator('[data-focus="undo"]').click();
  assert.equal(await hash(widget), before);
  await context.close();
});

test("a control of one's own is called by its label, with its state, and leads to its row", async () => {
  const { context, tab } = await looking(sample("hospital"));
  await tab.locator("table.rows .opener").first().click();
  const line = tab.locator("table.rows .panel li", { hasText: "Paper set and drill" });
  assert.match(await line.textContent(), /Partly implemented · C-1 Paper set and drill for each ward/);
  await line.getByRole("button", { name: "C-1" }).click();
  await tab.getByRole("heading", { name: "Statement of Applicability" }).waitFor();
  await tab.locator(".opener[aria-expanded=true]", { hasText: "Paper set and drill" }).waitFor();
  await context.close();
});

test("on paper the register names its risks and groups, and the matrices hold their counts", async () => {
  const { context, tab } = await looking(sample("software"));
  await tab.emulateMedia({ media: "print" });
  const openers = tab.locator("table.rows .opener");
  assert.ok((await openers.count()) > 20, "risks and groups");
  for (const opener of await openers.all()) assert.ok(await opener.isVisible(), await opener.textContent());
  for (const ring of await tab.locator(".ring").all()) assert.ok(await ring.isVisible());
  assert.ok(!(await button(tab, "Add a risk").isVisible()), "what only a screen can do is left out");
  await shot(tab, "risks-print");
  await context.close();
});

test("an opened risk says what was decided when, and no day is shown as a machine writes it", async () => {
  const { context, tab } = await looking(sample("hospital"));
  const openers = tab.locator("table.rows .opener");
  await openers.first().click();
  await unfold(tab, "History of R-1");
  const events = await tab.locator("table.rows .detail details li").allTextContents();
  assert.ok(events.some((it) => /^28 Oct 2026: Rolf Stein approved the plan and what remains$/.test(it)), events.join("\n"));
  const days = await tab.locator("table.rows .detail time").evaluateAll((all) => all.map((time) => time.dateTime));
  assert.deepEqual(days, [...days].sort().reverse(), "the latest first");
  for (const view of ["Risk register", "Treatment plan", "Obligations"]) {
    await goTo(tab, view);
    for (const opener of (await tab.locator("table.rows .opener[aria-expanded=false]").all()).reverse()) await opener.click();
    assert.doesNotMatch(await tab.locator(".view").innerText(), /\d{4}-\d{2}-\d{2}/, view);
  }
  await context.close();
});
