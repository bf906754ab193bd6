/** Two versions made one: what fits, what is decided, what is taken back; and packs that go out and come in. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./annexa.mjs";
import { axe, goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const site = opening();
const sample = readFileSync(join(root, "core/data/samples/software.json"), "utf8");

const load = (page, text) => page.locator("annexa-assessment").evaluate((element, text) => element.load(new TextEncoder().encode(text)), text);
const saved = (page) => page.locator("annexa-assessment").evaluate((element) => new TextDecoder().decode(element.save()));
const focused = (page) => page.locator("annexa-assessment").evaluate((element) => element.shadowRoot.activeElement?.closest("[data-focus]")?.dataset.focus);
const lead = (page) => page.locator('[data-focus="merge-lead"]').innerText();

/** A version of the sample, changed as a person elsewhere has changed it. */
function version(change) {
  const document = JSON.parse(sample);
  change(document, (id) => document.answers.find((answer) => answer.id === id), document.risks);
  return JSON.stringify(document);
}

const ours = version((document, answer, [risk]) => {
  risk.current.likelihood = "l4";
  answer("A.8.13").notes += " Restored again in May.";
  answer("A.5.9").response = "partly";
  document.about.version = "0.4";
});
const theirs = version((document, answer, [risk]) => {
  risk.current.likelihood = "l1";
  answer("A.8.13").notes += " The tapes are kept elsewhere.";
  answer("A.5.12").response = "no";
  document.about.approver = "Mara";
});

async function choose(page, button, name, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: button }).click()]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

async function merging(page) {
  await goTo(page, "Compare");
  await page.getByRole("button", { name: "Merge two files" }).click();
}

test("two versions with their ancestor: what fits is listed, conflicts are decided, and Undo takes all of it back", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await load(page, ours);
  await merging(page);
  await page.getByText("Choose the other version of this assessment").waitFor();
  assert.deepEqual(await axe(page), []);
  const before = await saved(page);
  await choose(page, "Choose the other file…", "mara.json", theirs);
  await page.getByText("none: what one of you deleted comes back").waitFor();
  await choose(page, "Add the common ancestor…", "ancestor.json", sample);
  await page.getByText("mara.json and yours go back to one ancestor.").waitFor();
  assert.equal(await lead(page), "mara.json and yours go back to one ancestor. 4 changes fit together. 2 conflicts need you.");
  assert.equal(await focused(page), "merge-lead");
  const offered = (place) => page.locator("fieldset.choose").nth(place).locator("label").allInnerTexts();
  assert.match((await offered(0)).join("\n"), /^Keep yours[\s\S]*Restored again in May\.\nTake the other version[\s\S]*kept elsewhere\.\nBoth, one behind the other[\s\S]*in May\.[\s\S]*kept elsewhere\.\nBack to what it was/);
  assert.match((await offered(1)).join("\n"), /^Keep yours\nfrequent, [^\n]*: high [^\n]*\nTake the other version\nrare, [^\n]*: low [^\n]*\nBack to what it was\nlikely, [^\n]*: medium /);
  assert.deepEqual(await axe(page), []);
  // Nothing is merged while a conflict is open, and the first of them takes the focus.
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.getByText("2 conflicts are still open, so nothing was merged.").waitFor();
  assert.match(await focused(page), /^merging /);
  assert.equal(await saved(page), before);
  assert.deepEqual(await axe(page), []);
  await page.getByLabel(/^Both, one behind the other/).check();
  await page.getByText("1 conflict needs you; 1 is decided.").waitFor();
  await page.getByLabel(/^Take the other version/).last().check();
  await page.getByText("2 are decided.").waitFor();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.getByText("mara.json is merged: 2 changes came in. You decided 2 conflicts.").waitFor();
  assert.equal(await focused(page), "merge-lead");
  const merged = JSON.parse(await saved(page));
  const of = (id) => merged.answers.find((answer) => answer.id === id);
  assert.match(of("A.8.13").notes, / Restored again in May\. The tapes are kept elsewhere\.$/);
  assert.equal(of("A.5.9").response, "partly");
  assert.equal(of("A.5.12").response, "no");
  assert.deepEqual([merged.about.version, merged.about.approver], ["0.4", "Mara"]);
  assert.equal(merged.risks[0].current.likelihood, "l1");
  const after = await saved(page);
  await page.getByRole("button", { name: "Undo the merge" }).click();
  await page.getByText("Undone: merge mara.json.").first().waitFor();
  assert.equal(await saved(page), before);
  assert.equal(await focused(page), "merge-lead");
  await page.getByText("Choose the other version of this assessment").waitFor();
  await page.locator(".bar").getByRole("button", { name: "Redo: merge mara.json" }).click();
  await page.getByText("Done again: merge mara.json.").first().waitFor();
  assert.equal(await saved(page), after);
  // Once something else was done, there is no button that would take that back under another name.
  await page.getByRole("button", { name: "Undo the merge" }).waitFor();
  await page.locator("annexa-assessment").evaluate((element) => element.respond("A.5.1", "no"));
  await page.getByRole("button", { name: "Undo the merge" }).waitFor({ state: "detached" });
  await close();
});

test("an entry that one deleted and the other uses is kept or goes, with what would lose it", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  const { groups, risks } = JSON.parse(sample);
  const user = risks.find(({ groups }) => groups?.length > 0);
  const group = groups.find(({ id }) => id === user.groups[0]);
  await load(
    page,
    version((document) => {
      document.groups = document.groups.filter(({ id }) => id !== group.id);
      for (const risk of document.risks) risk.groups = (risk.groups ?? []).filter((id) => id !== group.id);
    }),
  );
  await merging(page);
  await choose(page, "Choose the other file…", "mara.json", version((document) => void document.risks.push({ ...user, id: "r-new", label: "R-99", title: "Mould", approvals: [] })));
  await choose(page, "Add the common ancestor…", "ancestor.json", sample);
  await page.getByText("1 conflict needs you").first().waitFor();
  const conflict = page.locator("fieldset.choose");
  assert.match(await conflict.innerText(), /^1\. .+\n+You deleted it, and it is still used: R-99 Mould\.\n+Keep it\n[^\n]+\nDelete it\nR-99 Mould loses it$/);
  await conflict.getByLabel(/^Delete it/).check();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.getByText(/^mara\.json is merged/).first().waitFor();
  const merged = JSON.parse(await saved(page));
  assert.ok(!merged.groups?.some(({ id }) => id === group.id));
  assert.ok(merged.risks.some(({ title }) => title === "Mould"));
  await close();
});

test("files that do not belong together, or are none, are refused, and nothing is changed", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await load(page, sample);
  await merging(page);
  const before = await saved(page);
  await choose(page, "Choose the other file…", "letter.json", "Dear auditor");
  await page.getByText("E-NOT-JSON").waitFor();
  assert.deepEqual(await axe(page), []);
  const stranger = version((document) => {
    document.lineage = "d-other";
    document.about.version = "9";
  });
  await page.getByRole("button", { name: "Cancel, keep mine" }).click();
  await choose(page, "Choose the other file…", "stranger.json", stranger);
  await page.getByText("E-UNRELATED").waitFor();
  await page.getByRole("button", { name: "Merge them anyway" }).click();
  await page.getByText(/^stranger\.json and yours, without an ancestor\./).waitFor();
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Cancel, keep mine" }).click();
  await page.getByText("Choose the other version of this assessment").waitFor();
  // The same content brings nothing.
  await choose(page, "Choose the other file…", "same.json", sample);
  await page.getByText("There is nothing in it that yours does not have.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Merge", exact: true }).count(), 0);
  assert.equal(await saved(page), before);
  await close();
});

test("a pack goes out for an owner, is answered elsewhere, and comes back with nothing else", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await load(page, sample);
  await goTo(page, "Compare");
  await page.getByRole("button", { name: "Interview packs" }).click();
  await page.getByRole("button", { name: "Save the pack" }).click();
  await page.getByText("Say for whom, or choose a chapter below.").waitFor();
  const before = await saved(page);
  const owner = await page.getByLabel("For whom").evaluate((select) => select.options[1].value);
  await page.getByLabel("For whom").selectOption(owner);
  await page.getByLabel("A.6 People").check();
  await page.getByText(/^Asks \d+ questions and 0 risks/).click();
  assert.deepEqual(await axe(page), []);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the pack" }).click()]);
  const pack = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(pack.format, "annexa-pack");
  assert.equal(pack.selector.owner, owner);
  assert.ok(pack.items.includes("A.6.3"));
  assert.ok(!JSON.stringify(pack).includes("justification"));
  const answer = pack.answers.find(({ id }) => id === "A.6.3") ?? {};
  Object.assign(answer, { id: "A.6.3", response: "no", notes: "Nobody came in March." });
  if (!pack.answers.includes(answer)) pack.answers.push(answer);
  await page.getByRole("button", { name: "Merge two files" }).first().click();
  await choose(page, "Choose the other file…", "hr.json", JSON.stringify({ ...pack, items: [...pack.items, "5.1"] }));
  await page.getByText("E-PACK-DAMAGED").waitFor();
  await page.getByRole("button", { name: "Cancel, keep mine" }).click();
  await choose(page, "Choose the other file…", "hr.json", JSON.stringify(pack));
  await page.getByText(`The pack “${owner}” belongs to this assessment.`).waitFor();
  await page.getByText(/changes? that fits?( together)?$/).click();
  assert.match(await page.locator(".fold").innerText(), /A\.6\.3 .+: answer · changed by the other\n/);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.getByText(/ is merged: 2 changes came in\./).waitFor();
  const [was, is] = [JSON.parse(before), JSON.parse(await saved(page))];
  assert.match(is.answers.find(({ id }) => id === "A.6.3").notes, /Nobody came in March\.$/);
  for (const document of [was, is]) document.answers = document.answers.filter(({ id }) => id !== "A.6.3");
  assert.deepEqual(is, was, "nothing else is another");
  await close();
});

test("a pack is opened in another browser, answered by keyboard, outlives a reload, and goes back as the same file", async () => {
  const sender = await site.open("/demo/", WIDE);
  await load(sender.page, sample);
  await goTo(sender.page, "Compare");
  await sender.page.getByRole("button", { name: "Interview packs" }).click();
  await sender.page.getByLabel("A.6 People").check();
  await sender.page.getByLabel("What to call the pack").fill("People");
  const [sent] = await Promise.all([sender.page.waitForEvent("download"), sender.page.getByRole("button", { name: "Save the pack" }).click()]);
  const mail = { name: "people.json", mimeType: "application/json", buffer: readFileSync(await sent.path()) };
  const { page, close } = await site.open("/demo/", WIDE);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open file…" }).click()]);
  await chooser.setFiles(mail);
  await page.getByText("“People” asks 8 questions. All are answered.").waitFor();
  assert.equal(await focused(page), "heading");
  assert.equal(await page.locator("section.question").count(), 8);
  assert.deepEqual(await axe(page), []);
  const training = page.locator("section.question", { hasText: "A.6.3" });
  await training.locator('input[value="yes"], input[value="partly"]').first().focus();
  await page.keyboard.press("3");
  await training.getByText("Details").click();
  await training.getByLabel("Notes").fill("Two teams were never invited.");
  // What a pack does not ask is not offered.
  assert.equal(await training.getByLabel(/^(Owner|Applicability|Target)/).count(), 0);
  await training.getByLabel("Notes").press("Tab");
  await page.waitForFunction(() => /Kept in this browser/.test(document.querySelector("annexa-assessment").shadowRoot.querySelector(".bar").textContent));
  await page.reload();
  await page.getByRole("button", { name: /^Go on/ }).click();
  await page.getByText("Choose the pack again to go on with it.").waitFor();
  const [again] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a pack…" }).click()]);
  await again.setFiles(mail);
  await page.getByText("“People” asks 8 questions.").waitFor();
  const [back] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the answered pack" }).click()]);
  assert.equal(back.suggestedFilename(), "people.json");
  const answered = readFileSync(await back.path(), "utf8");
  const before = JSON.parse(await saved(sender.page));
  await sender.page.getByRole("button", { name: "Merge two files" }).first().click();
  await choose(sender.page, "Choose the other file…", "people.json", answered);
  await sender.page.getByRole("button", { name: "Merge", exact: true }).click();
  await sender.page.getByText(/^People is merged: 2 changes came in\./).first().waitFor();
  const after = JSON.parse(await saved(sender.page));
  const [was, is] = [before, after].map(({ answers }) => answers.find(({ id }) => id === "A.6.3"));
  assert.equal(is.response, "no");
  assert.equal(is.notes, `${was.notes ?? ""}${was.notes ? "\n\n" : ""}Two teams were never invited.`);
  for (const document of [before, after]) document.answers = document.answers.filter(({ id }) => id !== "A.6.3");
  assert.deepEqual(after, before, "nothing else is another");
  await close();
  await sender.close();
});

test("320 px", async () => {
  const { page, close } = await site.open("/demo/", { viewport: { width: 320, height: 800 } });
  await load(page, ours);
  await merging(page);
  await choose(page, "Choose the other file…", "mara-with-a-very-long-name-of-a-file.json", theirs);
  await page.getByText(/conflicts? needs? you/).first().waitFor();
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320);
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Interview packs" }).click();
  await page.getByLabel("For whom").waitFor();
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320);
  assert.deepEqual(await axe(page), []);
  await close();
});
