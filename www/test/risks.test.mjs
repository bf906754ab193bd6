/** Risks by keyboard alone: added, decided, kept over a reload, taken back; at two widths, without a finding of axe. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { axe, goTo, shot } from "./browser.mjs";
import { goOn, settle, site } from "./keeping.mjs";

const WIDTHS = { 1280: { width: 1280, height: 900 }, 320: { width: 320, height: 800 } };

/** How likely and how bad, as how often the arrow goes down from the first choice. */
const STARTERS = [
  [1, 2],
  [0, 1],
  [1, 1],
  [2, 3],
  [3, 0],
];

for (const [name, viewport] of Object.entries(WIDTHS)) {
  test(`five starter risks are added, decided and kept, by keyboard at ${name} px`, async () => {
    const { context, tab, widget } = await visitor(viewport);
    await goTo(tab, "Risk register");
    assert.deepEqual(await axe(tab), [], "no risk yet");
    await shot(tab, `risks-empty-${name}`);
    for (const [index, starter] of STARTERS.entries()) await addByKeyboard(tab, index, starter, name);
    const added = await saved(widget);
    assert.equal(added.risks.length, 5);
    assert.equal(added.criteria.matrix.length, 4, "the usual criteria came with the first risk");
    assert.deepEqual(added.risks.map(({ current }) => Boolean(current.likelihood)), [true, true, true, true, true]);
    assert.equal(new Set(added.risks.map(({ threat }) => threat)).size, 5, "five threats");
    assert.deepEqual(await rings(tab, 1), await expectedRings(added));
    await fits(tab, "register");
    assert.deepEqual(await axe(tab), [], "a register without a decision");
    await shot(tab, `risks-register-${name}`);

    const labels = added.risks.map(({ label }) => label).sort();
    for (const [label, decide] of labels.map((label, index) => [label, DECISIONS[index]])) await decideByKeyboard(tab, label, decide, name);
    const decided = await saved(widget);
    const option = (label) => decided.risks.find((risk) => risk.label === label).treatment?.option;
    assert.deepEqual(labels.map(option), ["modify", "retain", "avoid", "share", "modify"]);
    assert.equal(decided.actions.length, 4);
    assert.match(await tab.locator(".lead").first().textContent(), /All of them are decided\./);
    assert.deepEqual(await axe(tab), [], "a register with decisions");
    await shot(tab, `risks-decided-${name}`);

    const hash = await widget.evaluate((element) => element.hash());
    await settle(tab);
    await tab.reload();
    await goOn(widget);
    assert.equal(await widget.evaluate((element) => element.hash()), hash, "the draft kept all of it");

    await goTo(tab, "Treatment plan");
    await toAndPress(tab, "the opener of the first action", (text) => text.startsWith("T-"));
    await toAndPress(tab, "its box", (text) => /^T-\d is done$/.test(text), "Space");
    assert.equal((await saved(widget)).actions.filter(({ done }) => done).length, 1);
    await fits(tab, "plan");
    assert.deepEqual(await axe(tab), [], "the plan");
    await shot(tab, `risks-plan-${name}`);
    await toAndPress(tab, "Undo", (text) => text === "Undo");
    assert.equal((await saved(widget)).actions.filter(({ done }) => done).length, 0);
    assert.equal(await widget.evaluate((element) => element.hash()), hash, "what was taken back leaves no trace");
    await tab.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.querySelector(".status").textContent === "Taken back.");
    await context.close();
  });
}

test("the first risk and the criteria are taken back as one", async () => {
  const { context, tab, widget } = await visitor(WIDTHS[1280]);
  const before = await widget.evaluate((element) => element.hash());
  await goTo(tab, "Risk register");
  await addByKeyboard(tab, 0, STARTERS[0], "undo");
  assert.equal((await saved(widget)).risks.length, 1);
  await toAndPress(tab, "Undo", (text) => text === "Undo");
  assert.equal(await widget.evaluate((element) => element.hash()), before);
  assert.equal((await saved(widget)).criteria, undefined);
  await context.close();
});

test("a risk without estimates is a draft, and what was typed of it stays", async () => {
  const { context, tab, widget } = await visitor(WIDTHS[320]);
  await goTo(tab, "Risk register");
  await tab.getByRole("button", { name: "Describe my own" }).click();
  await tab.getByRole("button", { name: "Save the risk" }).click();
  assert.match(await tab.locator(".refused").textContent(), /Choose what could happen/);
  assert.equal((await saved(widget)).risks, undefined, "nothing was saved");
  await tab.getByLabel("What would happen to you").fill("The only administrator is ill for weeks");
  await settle(tab);
  await tab.reload();
  await goOn(widget);
  await goTo(tab, "Risk register");
  await tab.getByRole("button", { name: "Describe my own" }).click();
  assert.equal(await tab.getByLabel("What would happen to you").inputValue(), "The only administrator is ill for weeks", "a reload keeps a form");
  assert.equal(await tab.getByLabel("Title").inputValue(), "The only administrator is ill for weeks");
  await tab.getByLabel("Title").fill("");
  await tab.getByLabel("Title").pressSequentially("Bus factor one");
  await tab.getByRole("button", { name: "Save the risk" }).click();
  assert.match(await tab.locator(".undo").textContent(), /R-1 “Bus factor one” is saved as a draft\. Missing: how likely, how bad\./);
  const [risk] = (await saved(widget)).risks;
  assert.deepEqual([risk.title, risk.event, risk.current], ["Bus factor one", "The only administrator is ill for weeks", undefined]);
  assert.deepEqual(await axe(tab), []);
  await context.close();
});

test("the words of the criteria that are offered ready are those of the command line", () => {
  const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
  const { messages } = read("../generated/words/en.json");
  for (const size of ["3x3", "4x4", "5x5"]) {
    const { likelihood, consequence, levels, may_accept } = read(`../../core/data/criteria/${size}.json`);
    for (const { word, name, anchor } of [...likelihood, ...consequence]) {
      assert.deepEqual([messages[`risks.ready.${size}.${word}.name`], messages[`risks.ready.${size}.${word}.anchor`]], [name, anchor], `${size} ${word}`);
    }
    for (const { word, name } of levels) assert.equal(messages[`risks.ready.level.${word}`], name);
    for (const role of may_accept.flatMap(({ roles }) => roles)) assert.equal(messages[`risks.ready.role.${role.replaceAll(" ", "_")}`], role);
  }
});

test("another table shows which risks change the side before it is set", async () => {
  const { context, tab, widget } = await visitor(WIDTHS[1280]);
  await load(widget, "software");
  await goTo(tab, "Risk register");
  await tab.getByRole("button", { name: "Change scales, table or line" }).click();
  const before = await widget.evaluate((element) => element.hash());
  await tab.getByLabel("Three by three").check();
  await tab.getByText("What would change").waitFor();
  assert.ok((await tab.locator(".notice-box li").count()) > 0, "risks are named");
  assert.equal(await widget.evaluate((element) => element.hash()), before, "a look changes nothing");
  assert.deepEqual(await axe(tab), []);
  await shot(tab, "risks-criteria");
  await tab.getByRole("button", { name: "Save scales, table and line" }).click();
  assert.equal((await saved(widget)).criteria.matrix.length, 3);
  await toAndPress(tab, "Undo", (text) => text === "Undo");
  assert.equal(await widget.evaluate((element) => element.hash()), before);
  await context.close();
});

const LOOKS = { dark: { colorScheme: "dark" }, forced: { forcedColors: "active" } };
for (const [look, options] of Object.entries(LOOKS)) {
  test(`a whole organization's risks, ${look}`, async () => {
    const { context, tab, widget } = await visitor(WIDTHS[1280], options);
    await load(widget, "software");
    for (const view of ["Risk register", "Treatment plan", "Obligations"]) {
      await goTo(tab, view);
      await tab.locator("table.rows .opener").first().click();
      assert.deepEqual(await axe(tab), [], view);
      await shot(tab, `risks-${look}-${view.replaceAll(" ", "-")}`);
    }
    await goTo(tab, "Risk register");
    await tab.locator(".ring").first().click();
    assert.match(await tab.locator(".filtered-by").textContent(), /^\d+ of \d+ rows: as estimated/);
    await tab.getByRole("button", { name: "Show all" }).click();
    assert.equal(await tab.locator(".filtered-by").textContent(), "");
    await context.close();
  });
}

test("an obligation is added, changed and removed", async () => {
  const { context, tab, widget } = await visitor(WIDTHS[320]);
  await goTo(tab, "Obligations");
  assert.deepEqual(await axe(tab), [], "none yet");
  await tab.getByRole("button", { name: "Add an obligation" }).click();
  await tab.getByLabel("What it is called").fill("Contract with the city");
  await tab.getByRole("button", { name: "Save the obligation" }).click();
  assert.match(await tab.locator(".refused").textContent(), /Choose what kind/);
  await tab.getByLabel("Kind").selectOption("contract");
  await tab.getByLabel("Asks for").selectOption("A.8.13");
  assert.deepEqual(await axe(tab), [], "the form");
  await tab.getByRole("button", { name: "Save the obligation" }).click();
  const [made] = (await saved(widget)).obligations;
  assert.deepEqual([made.title, made.kind, made.controls, made.label], ["Contract with the city", "contract", ["A.8.13"], "O-1"]);
  await tab.getByRole("button", { name: /O-1/ }).click();
  await tab.getByRole("button", { name: "Edit O-1" }).click();
  await tab.getByLabel("Who looks after it").fill("Mara");
  await tab.getByRole("button", { name: "Save the obligation" }).click();
  assert.equal((await saved(widget)).obligations[0].owner, "Mara");
  await fits(tab, "obligations");
  assert.deepEqual(await axe(tab), [], "an opened row");
  await tab.getByRole("button", { name: "Remove O-1" }).click();
  assert.equal((await saved(widget)).obligations, undefined);
  await context.close();
});

async function visitor(viewport, options = {}) {
  const context = await site.browser.newContext({ viewport, ...options });
  const tab = await context.newPage();
  await tab.goto(`${site.server.origin}/one.html`);
  await tab.waitForSelector("annexa-assessment >> css=.view-heading");
  return { context, tab, widget: tab.locator("annexa-assessment").first() };
}

const saved = (widget) => widget.evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())));

const load = (widget, sample) =>
  widget.evaluate(
    (element, text) => element.load(new TextEncoder().encode(text)),
    readFileSync(new URL(`../../core/data/samples/${sample}.json`, import.meta.url), "utf8"),
  );

async function fits(tab, what) {
  const tooWide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(tooWide <= 0, `${what} is ${tooWide} px too wide`);
}

/** What the focused element says of itself: its label, or its text. */
const focused = (tab) =>
  tab.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element?.labels?.[0]?.textContent ?? element?.getAttribute?.("aria-label") ?? element?.textContent ?? "";
    return { text: label.trim(), type: element?.type ?? element?.localName };
  });

/** Tabs on until what has the focus is wanted. */
async function tabTo(tab, what, wanted, limit = 160) {
  for (let stops = 0; stops < limit; stops += 1) {
    const at = await focused(tab);
    if (wanted(at.text, at.type)) return at;
    await tab.keyboard.press("Tab");
  }
  throw new Error(`${limit} tabs did not lead to ${what}`);
}

async function toAndPress(tab, what, wanted, key = "Enter") {
  await tabTo(tab, what, wanted);
  await tab.keyboard.press(key);
  await tab.waitForTimeout(60);
}

/** Comes to a group of radios and goes down from its first one. */
async function choose(tab, legend, down) {
  for (let stops = 0; ; stops += 1) {
    assert.ok(stops < 160, `${stops} tabs did not lead to “${legend}”`);
    const isIn = await tab.evaluate((legend) => {
      const element = document.querySelector("annexa-assessment").shadowRoot.activeElement;
      return element?.type === "radio" && element.closest("fieldset").querySelector("legend").textContent.startsWith(legend);
    }, legend);
    if (isIn) break;
    await tab.keyboard.press("Tab");
  }
  await tab.keyboard.press("Space");
  for (let step = 0; step < down; step += 1) await tab.keyboard.press("ArrowDown");
}

async function addByKeyboard(tab, index, [likely, bad], name) {
  if (index === 0) {
    await toAndPress(tab, "the first threat", (text, type) => type === "button" && text === "Extortion after encryption and theft of data");
  } else {
    await toAndPress(tab, "Add a risk", (text) => text === "Add a risk");
    await choose(tab, "1. ", index);
  }
  if (index === 0) {
    await choose(tab, "2. ", 0);
    await tabTo(tab, "the name of what is hit", (text) => text === "What would it hit?");
    await tab.keyboard.type("Roster service");
  }
  await choose(tab, "3. ", likely);
  await choose(tab, "4. ", bad);
  if (index === 0) {
    assert.match(await tab.locator(".beside .panel").textContent(), /This gives/);
    assert.deepEqual(await axe(tab), [], "the form of a risk");
    await fits(tab, "the form of a risk");
    await shot(tab, `risks-add-${name}`);
  }
  await toAndPress(tab, "Save the risk", (text) => text === "Save the risk");
  const refused = tab.locator(".refused");
  await tab.locator("table.rows").or(refused).first().waitFor();
  assert.deepEqual(await refused.allTextContents(), [], `risk ${index + 1}`);
  const at = await focused(tab);
  assert.match(at.text, /^R-\d/, "the focus is on the row that was saved");
}

/** In the order of the labels: each of the four ways, and the first once more. */
const DECISIONS = [
  async (tab) => {
    await choose(tab, "What do you want", 0);
    await toAndPress(tab, "a suggestion", (text, type) => type === "checkbox" && text.startsWith("A."), "Space");
    await typeDay(tab, "Done by");
    await choose(tab, "How likely", 2);
    await choose(tab, "If it were not available", 0);
    await own(tab);
  },
  async (tab) => {
    await choose(tab, "What do you want", 1);
    await type(tab, "Who accepts (name)", "Mara Lindqvist");
    await tabTo(tab, "the role", (text) => text.startsWith("In which role"));
    await tab.keyboard.press("ArrowDown");
    await typeDay(tab, "Until");
    await own(tab);
  },
  async (tab) => {
    await choose(tab, "What do you want", 2);
    await type(tab, "What has to be done", "Close the old portal");
    await own(tab);
  },
  async (tab) => {
    await choose(tab, "What do you want", 3);
    await type(tab, "What has to be done", "Sign the insurance");
    await own(tab);
  },
  async (tab) => {
    await choose(tab, "What do you want", 0);
    await type(tab, "Something else that has to be done", "Train a stand-in");
    await type(tab, "Who does it", "Jon");
    await typeDay(tab, "Done by");
    await own(tab);
  },
];

const own = (tab) => type(tab, "Who owns this risk?", "Jon Ekwueme");

async function type(tab, label, text) {
  await tabTo(tab, label, (found) => found === label);
  await tab.keyboard.type(text);
}

async function typeDay(tab, label) {
  await tabTo(tab, label, (found, kind) => found === label && kind === "date");
  await tab.keyboard.type(`0630${new Date().getFullYear() + (new Date().getMonth() < 6 ? 0 : 1)}`);
  await tab.keyboard.press("Tab");
}

async function decideByKeyboard(tab, label, decide, name) {
  await tabTo(tab, "the register", (text) => text === "Add a risk");
  await tabTo(tab, `the row of ${label}`, (text) => text.startsWith(`${label} `));
  const isOpen = await tab.evaluate(() => document.querySelector("annexa-assessment").shadowRoot.activeElement.getAttribute("aria-expanded") === "true");
  if (!isOpen) await tab.keyboard.press("Enter");
  await toAndPress(tab, `Decide ${label}`, (text) => text === `Decide ${label}`);
  await decide(tab);
  if (label === "R-1") {
    assert.deepEqual(await axe(tab), [], "the form of a decision");
    await fits(tab, "the form of a decision");
    await shot(tab, `risks-decide-${name}`);
  }
  await toAndPress(tab, "Save the decision", (text) => text === "Save the decision");
  assert.deepEqual(await tab.locator(".refused").allTextContents(), [], label);
}

/** The counts in the rings of a matrix, row by row as they are shown. */
export const rings = (tab, nth) =>
  tab.evaluate((nth) => {
    const table = document.querySelector("annexa-assessment").shadowRoot.querySelectorAll(".matrices table")[nth];
    return [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.querySelector(".ring")?.textContent ?? 0)));
  }, nth);

/** The same by a count of what was chosen. */
function expectedRings({ criteria, risks }) {
  const rows = criteria.likelihood.map(({ word }) => word).reverse();
  const columns = criteria.consequence.map(({ word }) => word);
  return rows.map((likelihood) =>
    columns.map((consequence) => risks.filter(({ current }) => current.likelihood === likelihood && [current.a, current.c, current.i].includes(consequence)).length),
  );
}
