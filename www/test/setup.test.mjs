/** The set-up: from an empty page to the first question, and what each choice and answer leads to. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, goTo, shot, unexpected } from "./browser.mjs";
import { tabTo } from "./journey.mjs";
import { opening } from "./opening.mjs";

const site = opening();

const saved = (page) => page.evaluate(() => JSON.parse(new TextDecoder().decode(document.querySelector("annexa-assessment").save())));
const heading = (page) => page.locator(".view-heading").textContent();
const radio = (page, name, value) => page.locator(`label.option:has(input[name="${name}"][value="${value}"])`);
const row = (page, id) => page.locator(`.suggestions li[data-control="${id}"]`);
const stateOf = (page, id) => row(page, id).getAttribute("data-state");

/** Which element has the focus, through the shadow root: what it is known by. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.querySelector("annexa-assessment").shadowRoot.activeElement;
    return element?.dataset.focus ?? element?.name ?? element?.tagName;
  });

async function withoutPremises(page) {
  await radio(page, "context-premises", "none").click();
  await radio(page, "context-it", "cloud").click();
}

test("from an empty page to the first question: a goal, some answers, one suggestion taken and one refused", async () => {
  const { page, seen, violations, close } = await site.open("/demo/");
  await goTo(page, "Goal");
  assert.equal(await page.locator(".recommendation").count(), 0, "nothing is recommended before a choice");
  await radio(page, "goal", "certificate").click();
  const recommendation = page.locator(".recommendation");
  assert.equal(await recommendation.getAttribute("data-mode"), "certify");
  assert.match(await recommendation.innerText(), /ISO\/IEC 27001, with ISO\/IEC 27002 as its guide/);
  const work = page.locator('[data-fact="work"] dd');
  assert.match(await work.innerText(), /^\d+ to \d+ days of your own people, likely \d+/);
  assert.match(await page.locator('[data-fact="time"] dd').innerText(), /months/);
  assert.doesNotMatch(await recommendation.innerText(), /come to/, "no money without a rate");
  await shot(page, "setup-start");

  await page.getByText("In money").click();
  await page.getByLabel("A day of your own people").fill("six hundred");
  await page.getByLabel("Currency").fill("EUR");
  await page.locator(".recommendation .refused").waitFor();
  await page.getByLabel("A day of your own people").fill("600");
  await page.getByLabel("Currency").focus();
  await page.getByText(/At 600 EUR a day/).first().waitFor();

  await page.getByRole("button", { name: "Next: 16 questions" }).click();
  await page.locator('[data-question="people"]').waitFor();
  assert.equal(await heading(page), "Context");
  await radio(page, "context-people", "30").click();
  assert.equal(await page.locator('[id="context-people"]').inputValue(), "30", "a step shows the number that stands for it");
  await page.locator('[id="context-people"]').fill("12");
  await page.locator('[id="context-people"]').blur();
  assert.equal(await page.locator('input[name="context-people"]:checked').getAttribute("value"), "30", "and a number its step");
  await withoutPremises(page);
  await radio(page, "context-development", "own").click();
  assert.equal(await page.locator(".suggestions li").count(), 9);
  assert.equal(await page.locator('.suggestions li[data-state="open"]').count(), 9, "nothing is preselected");
  await shot(page, "setup-context");

  await row(page, "A.7.1").getByRole("button", { name: "Leave out A.7.1" }).click();
  const text = page.getByLabel("Why A.7.1 is left out");
  assert.match(await text.inputValue(), /premises/);
  await text.fill(" ");
  await page.getByRole("button", { name: "Leave A.7.1 out with this text" }).click();
  await page.locator(".suggestion-text .refused").waitFor();
  assert.equal(await stateOf(page, "A.7.1"), "open", "an empty text takes nothing out");
  await text.fill("We work from home, the nine of us.");
  await page.getByRole("button", { name: "Leave A.7.1 out with this text" }).click();
  await row(page, "A.7.1").getByText("Left out").waitFor();
  await row(page, "A.7.2").getByRole("button", { name: "Not for us: A.7.2" }).click();
  assert.equal(await stateOf(page, "A.7.2"), "refused");

  const file = await saved(page);
  assert.equal(file.mode, "certify");
  assert.deepEqual(file.context, { people: 12, it: "cloud", premises: "none", development: "own" });
  assert.deepEqual(file.suggestions.map(({ control, decision }) => `${control} ${decision}`), ["A.7.1 accepted", "A.7.2 refused"]);
  const { applicability } = file.answers.find(({ id }) => id === "A.7.1");
  assert.deepEqual([applicability.state, applicability.reason, applicability.justification], ["excluded", "no_asset", "We work from home, the nine of us."]);

  // The draft holds all of it.
  await page.waitForTimeout(600);
  await page.reload();
  await page.getByRole("button", { name: /^Go on/ }).click();
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.querySelector(".ask") === null);
  assert.deepEqual(await saved(page), file);
  await goTo(page, "Context");
  assert.equal(await stateOf(page, "A.7.1"), "accepted");

  // The last change is taken back, and made again.
  await page.getByRole("button", { name: /^Leave all 6 out/ }).click();
  await page.getByRole("button", { name: /^Leave A.7.3.* out with this text/ }).click();
  assert.equal((await saved(page)).suggestions.length, 8);
  await page.getByRole("button", { name: "Take the last change back" }).click();
  assert.deepEqual(await saved(page), file);
  await page.getByRole("button", { name: "Make it again" }).click();
  assert.equal((await saved(page)).suggestions.length, 8);

  // What was left out because of an answer is named once that is another, and nothing is included silently.
  await radio(page, "context-premises", "rented").click();
  await page.locator('[data-stale="premises"]').waitFor();
  assert.equal(await page.locator('[data-stale="premises"] li').count(), 7);
  await page.getByRole("button", { name: "Take back that A.7.1 is left out" }).click();
  assert.equal((await saved(page)).answers.some(({ id }) => id === "A.7.1"), false);
  assert.equal(await focused(page), "context-premises", "the focus stays near");

  await page.getByRole("button", { name: "Next: the questions" }).click();
  assert.match(await heading(page), /^4 /);
  assert.deepEqual(await violations(), []);
  assert.deepEqual(unexpected(seen.messages), []);
  await close();
});

/** The nine rules of the chooser, as its description gives them. */
function expected(answers) {
  const is = (asked) => answers[asked] === "yes";
  if (Object.values(answers).every((answer) => answer === undefined)) return undefined;
  const mode = is("certificate_wanted") || is("certificate_demanded") ? "certify"
    : is("show_customers") ? "demonstrate"
    : is("risk_based") ? (is("isms_exists") ? "manage_by_risk" : "establish")
    : is("improve_controls") && is("isms_exists") ? "improve"
    : is("controls_guidance") || is("improve_controls") ? "guidance"
    : is("reference") ? "reference"
    : is("isms_exists") ? "manage_by_risk"
    : "no_certificate";
  const hasClauses = ["certify", "demonstrate", "manage_by_risk", "establish"].includes(mode);
  const also = ["controls_guidance", "improve_controls", "reference"].some(is);
  return { mode, title: !hasClauses ? "Then ISO/IEC 27002 is enough" : also ? "Then you need ISO/IEC 27001, with ISO/IEC 27002 as its guide" : "Then you need ISO/IEC 27001" };
}

const ASKED = ["certificate_wanted", "certificate_demanded", "isms_exists", "risk_based", "show_customers", "controls_guidance", "improve_controls", "reference"];

test("sixty paths through the chooser lead where the rules say, and the file has the mode", async () => {
  const { page, close } = await site.open("/demo/");
  await goTo(page, "Goal");
  await page.locator("details.chooser summary").click();
  let seed = 7n;
  const dice = (of) => {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % (1n << 64n);
    return Number((seed >> 33n) % BigInt(of));
  };
  for (let path = 0; path < 60; path += 1) {
    // Mostly "no" and open, so that every rule is reached.
    const answers = Object.fromEntries(ASKED.map((asked) => [asked, ["yes", "no", "no", undefined, undefined][dice(5)]]));
    await page.evaluate(async (answers) => {
      const root = document.querySelector("annexa-assessment").shadowRoot;
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      for (const [asked, answer] of Object.entries(answers)) {
        const radios = [...root.querySelectorAll(`input[name="asked-${asked}"]`)];
        const now = radios.find(({ checked }) => checked)?.value;
        if (now === answer) continue;
        if (answer) radios.find(({ value }) => value === answer).click();
        else radios[0].closest(".options").querySelector("button").click();
        await frame();
      }
    }, answers);
    const shown = await page.evaluate(() => {
      const it = document.querySelector("annexa-assessment").shadowRoot.querySelector(".recommendation");
      return it ? { mode: it.dataset.mode, title: it.firstElementChild.textContent } : undefined;
    });
    assert.deepEqual(shown, expected(answers), JSON.stringify(answers));
    assert.equal((await saved(page)).mode, expected(answers)?.mode);
  }
  await close();
});

test("each choice of the start recommends what it stands for, and the answers that led there are named", async () => {
  const { page, close } = await site.open("/demo/");
  await goTo(page, "Goal");
  const modes = { certificate: "certify", manage: "establish", show: "demonstrate", guidance: "guidance", reference: "reference" };
  for (const [start, mode] of Object.entries(modes)) {
    await radio(page, "goal", start).click();
    await page.locator(`.recommendation[data-mode="${mode}"]`).waitFor();
    assert.ok((await page.locator("ul.because li").count()) > 0, start);
    const audit = await page.locator('[data-fact="audit"]').count();
    assert.equal(audit, mode === "certify" ? 1 : 0, "auditors come for a certificate only");
  }
  assert.match(await page.locator('[data-fact="beside"] dd').innerText(), /^nothing/);
  await close();
});

test("a scope is put together from its parts, can be written, and follows the parts again", async () => {
  const { page, close } = await site.open("/demo/");
  await goTo(page, "Context");
  await withoutPremises(page);
  await goTo(page, "Scope");
  await page.getByLabel("Organization").fill("Brightwater Software");
  await page.getByLabel("Boundaries").fill("The booking service");
  await page.getByRole("button", { name: /^Begin with: “No premises/ }).click();
  await page.getByLabel("Left out, and why").fill("Training: it shares no system");
  await page.getByLabel("Left out, and why").blur();
  const built = page.locator(".scope-text");
  await built.waitFor();
  assert.match(await built.innerText(), /^Boundaries: The booking service\nSites: No premises.*\nLeft out, and why: Training/);
  assert.equal((await saved(page)).about.scope, undefined, "what is put together is not stored");
  await page.evaluate(async () => await document.querySelector("annexa-assessment").report());
  await shot(page, "setup-scope");

  await page.getByRole("button", { name: "Write it yourself" }).click();
  const written = page.getByLabel("Scope statement", { exact: true });
  await written.fill("The booking service, from home.");
  await written.blur();
  assert.equal((await saved(page)).about.scope, "The booking service, from home.");
  await page.getByLabel("Interfaces").fill("The bank");
  await page.getByLabel("Interfaces").blur();
  await page.locator(".scope-statement .notice", { hasText: "Interfaces" }).waitFor();
  await page.getByRole("button", { name: "Back to the built text" }).click();
  assert.match(await page.locator(".scope-text").innerText(), /Interfaces: The bank/);
  const file = await saved(page);
  assert.equal(file.about.scope, undefined);
  assert.equal(file.about.organization, "Brightwater Software");
  await close();
});

test("a keyboard is enough", async () => {
  const { page, close } = await site.open("/demo/");
  await goTo(page, "Goal");
  await tabTo(page, (element) => element.name, "goal");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.equal((await saved(page)).mode, "establish");
  assert.equal(await focused(page), "goal", "the focus stays on the choice");
  await tabTo(page, (element) => element.textContent, "Next: 16 questions about your organization");
  await page.keyboard.press("Enter");
  await page.locator('[data-question="people"]').waitFor();
  assert.equal(await focused(page), "heading");
  await tabTo(page, (element) => element.name, "context-remote", 80);
  await page.keyboard.press("Space");
  assert.equal((await saved(page)).context.remote, "none");
  await tabTo(page, (element) => element.ariaLabel, "Leave out A.6.7", 120);
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /^follows-text/);
  await page.keyboard.press("End");
  await page.keyboard.type(" So it stands in the rules.");
  await tabTo(page, (element) => element.textContent, "Leave A.6.7 out with this text");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "follows-A.6.7", "the focus stays with the suggestion");
  const { applicability } = (await saved(page)).answers.find(({ id }) => id === "A.6.7");
  assert.match(applicability.justification, /So it stands in the rules\.$/);
  await close();
});

test("the views have no barrier, and nothing scrolls sideways on a narrow page", async () => {
  for (const width of [1280, 320]) {
    const { page, close } = await site.open("/demo/", { viewport: { width, height: 900 } });
    await goTo(page, "Goal");
    await radio(page, "goal", "certificate").click();
    for (const view of ["Goal", "Context", "Scope"]) {
      await goTo(page, view);
      if (view === "Context") {
        await withoutPremises(page);
        await row(page, "A.7.1").getByRole("button", { name: "Leave out A.7.1" }).click();
      }
      await page.evaluate(() => {
        for (const details of document.querySelector("annexa-assessment").shadowRoot.querySelectorAll(".view details")) details.open = true;
      });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${view} is ${wide} px too wide at ${width}`);
      assert.deepEqual(await axe(page), [], `${view} at ${width}`);
      await shot(page, `setup-${view}-${width}`);
    }
    await close();
  }
});

test("the demo page's examples are copies of their own", async () => {
  const { page, violations, close } = await site.open("/demo/");
  for (const [label, organization] of [["Software firm", /./], ["Hospital", /./], ["Manufacturer", /./]]) {
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: label }).click();
    await page.waitForFunction(() => document.querySelector(".samples output").value !== "");
    const file = await saved(page);
    assert.equal(await page.locator(".samples output").innerText(), file.about.organization);
    assert.match(file.about.organization, organization);
    assert.equal(file.lineage, undefined, "no two copies are versions of one assessment");
    assert.ok(file.risks.length > 5);
    const told = Object.keys(file.context).length;
    await page.locator("#way-context", { hasText: told < 16 ? `${told} of 16` : "Done" }).waitFor();
    await page.evaluate(() => (document.querySelector(".samples output").value = ""));
  }
  assert.deepEqual(await violations(), []);
  await close();
});

test("where the guidance is used alone nobody speaks of clauses and gates, and no answer is lost", async () => {
  const { page, close } = await site.open("/demo/");
  const sections = () => page.evaluate(() => [...document.querySelector("annexa-assessment").shadowRoot.querySelectorAll(".sections [data-section] > button .entry-label")].map((entry) => entry.textContent));
  await page.evaluate(() => void document.querySelector("annexa-assessment").respond("4.1", "yes"));
  await goTo(page, "Goal");
  assert.ok((await sections()).includes("Certification"));
  await radio(page, "goal", "guidance").click();
  await page.locator('.recommendation[data-mode="guidance"]').waitFor();
  assert.ok((await sections()).includes("Controls") && !(await sections()).includes("Certification"), String(await sections()));
  await goTo(page, "Context");
  await page.getByRole("button", { name: "Next: the questions" }).click();
  assert.match(await heading(page), /^A\.5 /, "the first question is one about a control");
  const bytes = await page.evaluate(() => [...document.querySelector("annexa-assessment").save()]);
  await page.evaluate((bytes) => void document.querySelector("annexa-assessment").load(new Uint8Array(bytes)), bytes);
  await page.waitForFunction(() => document.querySelector("annexa-assessment").shadowRoot.querySelector(".sections").textContent.includes("Controls"));
  await goTo(page, "Goal");
  assert.equal(await page.locator('input[name="goal"]:checked').getAttribute("value"), "guidance", "a file says what was chosen");
  await radio(page, "goal", "certificate").click();
  await page.locator('.recommendation[data-mode="certify"]').waitFor();
  assert.ok((await sections()).includes("Certification"));
  assert.equal((await saved(page)).answers.find(({ id }) => id === "4.1").response, "yes");
  await close();
});
