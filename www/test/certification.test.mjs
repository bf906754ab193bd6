/** The way to a certificate, as a person goes it: statement, gates, documents, audits. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { axe, shot, unexpected } from "./browser.mjs";
import { opening } from "./opening.mjs";
import { accented, mirrored, plainWords } from "./pseudo.mjs";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Way</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/demo/icon.svg" type="image/svg+xml">
  <script type="module" src="/annexa.js"></script></head>
  <body><main><h1>Way</h1><annexa-assessment storage="none" routes="hash"></annexa-assessment></main></body></html>`;
const WIDE = { viewport: { width: 1280, height: 900 } };

/** Runs a function in the page with the widget, its root, and one value. */
const inWidget = (page, work, value) =>
  page.evaluate(
    ([source, value]) => {
      const element = document.querySelector("annexa-assessment");
      return new Function("element", "root", "value", `return (${source})(element, root, value)`)(element, element.shadowRoot, value);
    },
    [work.toString(), value],
  );

const site = opening({ pages: { "/way.html": PAGE } });

const sample = (name) => JSON.parse(readFileSync(new URL(`../../core/data/samples/${name}.json`, import.meta.url), "utf8"));

/** Five treated risks of a sample, and not one answer. */
function fiveRisks() {
  const { format, version, catalogue, lineage, about, mode, criteria, groups, risks } = sample("software");
  const treated = risks.filter(({ treatment }) => treatment?.controls).slice(0, 5);
  const plain = treated.map(({ approvals: _, acceptance: __, ...risk }) => risk);
  const used = new Set(plain.flatMap((risk) => risk.groups ?? []));
  return { format, version, catalogue, lineage, about, mode, criteria, groups: groups.filter(({ id }) => used.has(id)), risks: plain, answers: [] };
}

async function start(file, options = WIDE) {
  const { page, seen, close } = await site.open("/way.html", options);
  await inWidget(page, async (element, _, text) => {
    const outcome = await element.load(new TextEncoder().encode(text));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  }, JSON.stringify(file));
  return { page, seen, close };
}

async function go(page, route) {
  await page.evaluate((route) => void (location.hash = route), route);
  await settled(page);
}

async function settled(page) {
  await page.locator(".view .loading").first().waitFor({ state: "detached" });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

const press = (page, name, options = {}) => page.getByRole("button", { name, ...options }).first().click();
const saved = (page) => inWidget(page, (element) => JSON.parse(new TextDecoder().decode(element.save())));
const heading = (page) => page.locator(".view-heading").textContent();
const status = (page) => page.locator(".status").textContent();
/** Figures by their names. */
const figures = (page) =>
  inWidget(page, (_, root) => Object.fromEntries([...root.querySelectorAll(".figures > div")].map((pair) => [...pair.children].map((it) => it.textContent))));

test("each control without a reason gets one, singly and several at once, and then nothing keeps the statement from approval", async () => {
  const { page, seen, close } = await start(fiveRisks());
  await go(page, "soa");
  assert.equal((await figures(page))["Compared for 6.1.3 c)"], "20 of 93");
  await press(page, "Go through them, about 1 hour");
  await settled(page);
  assert.equal(await heading(page), "Controls without a reason");

  // Nothing is chosen beforehand, and asking for the next without an answer says so.
  await press(page, "Save and go on");
  assert.match(await page.getByRole("alert").first().textContent(), /Choose one of the answers/);
  await page.getByRole("radio", { name: /^Needed, because/ }).check();
  await page.getByLabel("Because of").selectOption("legal");
  await page.getByLabel("In your own words (optional)").fill("The law on works councils.");
  await press(page, "Save and go on");
  let file = await saved(page);
  assert.deepEqual(file.answers[0], {
    id: "A.5.1",
    inclusion: [{ reason: "legal" }],
    inclusion_words: "The law on works councils.",
    changed: file.answers[0].changed,
  });
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.querySelector(".status").textContent.startsWith("A.5.1 is needed: Legal."));
  // The next one is asked about, and the focus is there.
  assert.match(await inWidget(page, (_, root) => root.activeElement.textContent), /^A\.5\.2 /);

  // What was done is taken back, and made again.
  await press(page, "Take it back");
  assert.deepEqual((await saved(page)).answers, []);
  await page.getByRole("radio", { name: /^Later/ }).check();
  await press(page, "Save and go on");
  assert.match(await inWidget(page, (_, root) => root.activeElement.textContent), /^A\.5\.2 /);

  // An exclusion needs its justification; what was typed stays.
  await page.getByRole("radio", { name: /^Not needed, because/ }).check();
  await press(page, "Save and go on");
  assert.match(await page.getByRole("alert").first().textContent(), /Say why it is not needed/);
  await page.getByRole("textbox", { name: "Justification" }).fill("Two people decide everything together.");
  await press(page, "Save and go on");
  file = await saved(page);
  assert.equal(file.answers[0].applicability.state, "excluded");
  assert.match(file.answers[0].applicability.review, /^\d{4}-\d\d-\d\d$/);

  await page.getByRole("radio", { name: "Several at once" }).check();
  await press(page, "Save for 0 controls");
  assert.match(await page.getByRole("alert").first().textContent(), /Choose at least one control/);
  while ((await page.getByRole("button", { name: /^Choose all/ }).count()) > 0) await press(page, /^Choose all/);
  await shot(page, "undecided-several");
  await page.getByRole("radio", { name: /^Needed, because/ }).check();
  await press(page, /^Save for 72 controls/);
  await page.getByText("Every control has a reason, or is left out with one.").waitFor();

  await press(page, "To the statement");
  await settled(page);
  assert.equal((await figures(page))["Compared for 6.1.3 c)"], "93 of 93");
  assert.equal((await figures(page))["Excluded"], "1");
  assert.equal(await page.locator(".notice-box.bad").count(), 0);
  const wrong = await inWidget(page, (element) => element.shadowRoot.querySelector(".notice-title").textContent);
  assert.equal(wrong, "Every control is decided, and nothing contradicts");

  // Approved, then changed: the approval is void and names the row.
  await press(page, "Have it approved");
  await settled(page);
  await press(page, "Approve as of today");
  await page.getByText(/^Approved by Noor Dekker, managing director on .*, version 1\.0\.$/).first().waitFor();
  file = await saved(page);
  assert.equal(file.soa_approval.version, "1.0");
  await go(page, "documents");
  await page.getByRole("row", { name: /Statement of Applicability In place, from this tool/ }).waitFor();
  await go(page, "soa");
  await press(page, /^A\.5\.3/);
  await press(page, /^Change the applicability of A\.5\.3/);
  await page.getByLabel("Applicability", { exact: true }).selectOption("inherited");
  await page.getByText("2 errors must go before it can be approved").waitFor();
  await page.locator(".notice-box.bad").getByRole("button", { name: "A.5.3 is inherited, and no provider is named" }).waitFor();
  await press(page, "See what has changed since the approval");
  await settled(page);
  await page.locator(".notice-box.bad").getByRole("button", { name: /^A\.5\.3 / }).waitFor();
  await press(page, "Approve as of today");
  assert.match(await page.getByRole("alert").first().textContent(), /^It was not approved/);
  assert.deepEqual(unexpected(seen.messages), []);
  await close();
});

test("what blocks stage 1 leads to the place to go, and a document is cleared there", async () => {
  const { page, close } = await start(sample("software"));
  await page.clock.setFixedTime(new Date("2026-11-24T12:00:00"));
  await go(page, "gates");
  await page.getByRole("heading", { name: "Stage 1: not yet" }).waitFor();
  await page.getByText("Not approved yet: Information security objectives.").waitFor();
  await page.getByRole("heading", { name: "Stage 2: too early to judge" }).waitFor();
  await shot(page, "gates-1280");
  await press(page, "The documents that stage 1 reads are approved");
  await settled(page);
  assert.equal(await heading(page), "Documents and records");
  assert.match(await inWidget(page, (_, root) => root.activeElement.textContent), /^6\.2 /, "the document that blocks has the focus");
  assert.match(await page.locator(".lead").textContent(), /^8 of 17 are in place\. 1 is missing/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Change ?, Information security objectives/ }).click();
  await page.getByLabel("State").last().selectOption("approved");
  await page.getByText("9 of 17 are in place.").waitFor();
  await page.goBack();
  await settled(page);
  await page.getByRole("heading", { name: "Stage 1: nothing known blocks it" }).waitFor();
  await close();
});

test("an own control has its row, filters name themselves, and Back finds them again", async () => {
  const { page, close } = await start(fiveRisks());
  await go(page, "soa");
  await press(page, "Add a control beyond Annex A");
  await settled(page);
  await press(page, "Save", { exact: true });
  assert.match(await page.getByRole("alert").first().textContent(), /Say what it is called/);
  await page.getByLabel("What it is called").fill("Two signatures on every payment");
  await page.getByLabel("Implementation").selectOption("implemented");
  await press(page, "Save", { exact: true });
  await settled(page);
  assert.equal(await page.locator("table.rows > tbody > tr:not(.detail)").count(), 94);
  const [own] = (await saved(page)).own_controls;
  assert.equal(own.title, "Two signatures on every payment");
  await page.getByLabel("Compared", { exact: true }).selectOption("undecided");
  assert.match(await page.locator(".row-count").textContent(), /^73 of 94 rows\. Filtered by Compared: Nobody decided \(73\)\. Show all$/);
  await press(page, /^A\.5\.1 /);
  await press(page, "Change the answer to A.5.1");
  await settled(page);
  await page.goBack();
  await settled(page);
  assert.match(await page.locator(".row-count").textContent(), /^73 of 94 rows/);
  assert.equal(await page.getByRole("button", { name: /^A\.5\.1 / }).first().getAttribute("aria-expanded"), "true");
  await press(page, "Show all");
  assert.equal(await page.locator(".row-count").textContent().then((text) => text.trim()), "94 of 94 rows");
  await close();
});

test("a reason that follows from a risk leads to the risk", async () => {
  const { page, close } = await start(fiveRisks());
  await go(page, "soa");
  await page.getByLabel("Reason", { exact: true }).selectOption("risk");
  await page.locator("table.rows .opener").first().click();
  const link = page.locator("table.rows .detail").getByRole("button", { name: /^R-\d+ / }).first();
  const title = await link.textContent();
  await link.click();
  await settled(page);
  assert.equal(await heading(page), "Risk register");
  assert.ok((await inWidget(page, (_, root) => root.activeElement.textContent)).includes(title.replace(/^R-\d+ /, "")), "its row has the focus");
  await close();
});

test("a finding becomes a nonconformity that is closed step by step", async () => {
  const file = fiveRisks();
  file.answers = [{ id: "9.2.1", finding: { kind: "minor_nonconformity", text: "No audit was held." } }];
  const { page, close } = await start(file);
  await go(page, "audits");
  await press(page, /^Make it a nonconformity/);
  await settled(page);
  await page.getByRole("heading", { name: "N-1 No audit was held." }).waitFor();
  const open = () => inWidget(page, (_, root) => [...root.querySelectorAll("details.fold[open] summary b")].map((it) => it.textContent));
  await go(page, "audits");
  await press(page, /^N-1 /);
  await press(page, "Go on with N-1");
  await settled(page);
  assert.deepEqual(await open(), ["Correction"]);
  await page.getByLabel("What was done at once").fill("One is planned.");
  await page.getByLabel("What was done at once").blur();
  await page.getByText("Correction").first().waitFor();
  const [entry] = (await saved(page)).nonconformities;
  assert.deepEqual([entry.label, entry.item, entry.grade, entry.correction], ["N-1", "9.2.1", "minor", "One is planned."]);
  await close();
});

test("every view passes axe, holds 320 pixels, and shows all columns on paper", async () => {
  const { page, close } = await start(sample("manufacturer"));
  const [entry] = sample("manufacturer").nonconformities ?? [];
  const views = ["soa", "soa/comparison", "soa/approval", "soa/findings", "soa/undecided", "soa/own:new", "gates", "documents", "documents/add", "audits", "audits/event:new internal_audit", "audits/nonconformity:new"];
  if (entry) views.push(`audits/nonconformity:${entry.id}`);
  for (const view of views) {
    await go(page, view);
    await inWidget(page, (_, root) => root.querySelectorAll("tbody .opener")[1]?.click());
    await settled(page);
    assert.deepEqual(await axe(page), [], view);
    await page.setViewportSize({ width: 320, height: 800 });
    await settled(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${view} is ${wide} wide`);
    await page.setViewportSize(WIDE.viewport);
    await settled(page);
  }
  await go(page, "soa");
  await page.emulateMedia({ media: "print" });
  const columns = await inWidget(page, (_, root) =>
    [...root.querySelectorAll("table.rows > thead th")].filter((cell) => cell.getBoundingClientRect().width > 10).map((cell) => cell.textContent),
  );
  assert.deepEqual(columns, ["Control", "Compared", "Why", "State", "Owner", "Plan", "Evidence", "Last change"]);
  assert.ok(await page.locator(".cover").isVisible());
  assert.ok(!(await page.locator(".filters").isVisible()));
  await close();
});

test("views that no menu shows speak the language that is shown, and hold it from right to left", async () => {
  const english = JSON.parse(readFileSync(new URL("../generated/words/en.json", import.meta.url), "utf8"));
  const { format, version, catalogue } = sample("software");
  const views = ["soa/comparison", "soa/approval", "soa/findings", "soa/undecided", "soa/own:new", "documents/add", "audits/event:new exercise", "audits/nonconformity:new"];
  for (const words of [accented(english), mirrored(english)]) {
    const { page, close } = await start({ format, version, catalogue, answers: [] }, { viewport: { width: 320, height: 800 } });
    await inWidget(page, async (element, _, words) => {
      element.words = new TextEncoder().encode(words);
      await element.worded;
    }, JSON.stringify(words));
    for (const view of views) {
      await go(page, view);
      await inWidget(page, (_, root) => root.querySelectorAll('input[type="radio"][value="in"], tbody .opener')[0]?.click());
      await settled(page);
      if (words.language === "en-XA") assert.deepEqual(await page.evaluate(plainWords), [], view);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${view} is ${wide} wide`);
    }
    await close();
  }
});

test("each finding leads to what it is about, its row open, and Back to the findings", async () => {
  const { page, close } = await start(sample("hospital"));
  await page.clock.setFixedTime(new Date("2026-11-24T12:00:00"));
  await go(page, "soa/findings");
  const codes = await inWidget(page, (_, root) => {
    for (const rule of root.querySelectorAll("details.target")) rule.open = true;
    return Object.fromEntries([...root.querySelectorAll("details.target")].map((rule) => [rule.querySelector("code").textContent, [...rule.querySelectorAll("li")].map((item) => [...item.querySelectorAll("button")].map((way) => way.textContent).join(" "))]));
  });
  for (const [code, ways] of Object.entries(codes)) {
    // An old number is of no catalogue, so there is nowhere to go.
    if (code !== "L-UNKNOWN-ID") assert.ok(ways.every((way) => way !== ""), `${code}: ${ways.join(", ")}`);
  }
  assert.match(await page.locator("ul.findings").allInnerTexts().then((texts) => texts.join("\n")), /ended on 30 Sep 2026/);
  assert.deepEqual(codes["L-JUSTIFICATION-REPEATED"], ["A.8.12 A.8.11"], "the other one of two is within reach too");
  for (const [code, title] of Object.entries({ "L-JUSTIFICATION-REPEATED": "Statement of Applicability", "L-RISK-UNTREATED": "Risk register", "L-ACTION-OVERDUE": "Treatment plan", "L-OBLIGATION-EMPTY": "Obligations", "L-DOCUMENT-REVIEW": "Documents and records" })) {
    await inWidget(page, (_, root, code) => {
      for (const rule of root.querySelectorAll("details.target")) rule.open = rule.querySelector("code").textContent === code;
    }, code);
    await page.locator("details.target[open] li button").first().click();
    await settled(page);
    assert.equal(await heading(page), title, code);
    await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.activeElement?.getAttribute("aria-expanded") === "true", undefined, { timeout: 3000 });
    await page.goBack();
    await settled(page);
  }
  await close();
});

test("a stated reason names what it points at, and errors of the statement are ways", async () => {
  const { page, close } = await start(sample("hospital"));
  await go(page, "soa");
  assert.ok((await page.locator(".notice-box.bad li .way").count()) > 0);
  await page.locator("tbody .opener").first().click();
  const facts = page.locator("table.rows .panel").first();
  assert.match(await facts.innerText(), /Legal: O-1 Act on the Federal Office/);
  assert.doesNotMatch(await facts.innerText(), /o-ak8vawncs4/);
  await page.setViewportSize({ width: 390, height: 844 });
  await go(page, "documents");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await settled(page);
    assert.equal(await page.locator("table.rows").evaluate((table) => table.scrollWidth > table.parentElement.clientWidth), false, `the table has its place at ${width} px`);
  }
  await close();
});

test("gates say what the work takes and what it waits for, and a record that only time brings waits", async () => {
  const { page, close } = await start(sample("hospital"));
  await page.clock.setFixedTime(new Date("2026-11-24T12:00:00"));
  await go(page, "gates");
  const [one, two] = await page.locator(".halves > section").allTextContents();
  assert.match(one, /All that blocks: [\d.]+ to [\d.]+ days of work, likely [\d.]+\./);
  assert.match(one, /Takes [\d.]+ to [\d.]+ days, likely [\d.]+\./);
  assert.match(two, /Waits for \d/);
  await shot(page, "gates-effort");
  await go(page, "documents");
  const waiting = page.locator("table.rows tr", { hasText: "Waits for" });
  assert.ok((await waiting.count()) > 0, "a record waits");
  await waiting.first().locator(".opener").click();
  const facts = await page.locator("table.rows .panel").first().innerText();
  assert.match(facts, /Waits for/);
  await page.locator("table.rows .panel .way").last().waitFor();
  assert.deepEqual(await axe(page), []);
  await close();
});
