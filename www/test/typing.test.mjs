/** What a person enters arrives in the model or stays in the field: every field, in two browsers. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ENTRIES, STAGES } from "./fields.mjs";
import { BROWSERS, until } from "./firefox.mjs";
import { either, opening } from "./opening.mjs";
import { drawn, enter, fill, goTo, inWidget, look, openDetails } from "./person.mjs";

for (const name of Object.keys(BROWSERS)) {
  describe(name, () => {
    const site = opening({ driver: either(name) });

    for (const stage of STAGES) {
      test(`each field of ${stage.name}`, async () => {
        const { page, messages, close } = await site.open("/demo/");
        await prepare(page, stage);
        for (const field of stage.fields) await checkField(page, field, name);
        assert.deepEqual(messages, []);
        await close();
      });
    }

    test("fields that are filled within one task are all taken", async () => {
      const { page, close } = await site.open("/demo/");
      await goTo(page, "Scope");
      await fill(page, [["about-organization", "Ada"], ["about-version", "3"], ["about-date", "2026-11-01"], ["about-approver", "Grace"]]);
      const { saved } = await look(page, "about-date");
      assert.deepEqual(saved.about, { organization: "Ada", version: "3", date: "2026-11-01", approver: "Grace" });
      await goTo(page, "A.5 ");
      await openDetails(page, "A.5.1");
      await fill(page, [["A.5.1-owner", "Ada"], ["A.5.1-due", "2026-12-24"], ["A.5.1-maturity", "2"], ["A.5.1-notes", "n"], ["A.5.1-implementation", "planned"]]);
      const [answer] = (await look(page, "A.5.1-due")).saved.answers;
      const { changed: _, ...rest } = answer;
      assert.deepEqual(rest, { id: "A.5.1", implementation: "planned", maturity: { level: 2 }, notes: "n", owner: "Ada", due: "2026-12-24" });
      await close();
    });

    test("evidence is added whole, or stays in its form", async () => {
      const { page, close } = await site.open("/demo/");
      await goTo(page, "A.5 ");
      await openDetails(page, "A.5.1");
      const add = async () => {
        await inWidget(page, (_, root) => [...root.querySelectorAll("button")].find((button) => button.textContent === "Add evidence").click());
        await drawn(page);
        const { saved } = await look(page, "A.5.1-evidence.label");
        const refused = await inWidget(page, (_, root) => [...root.querySelectorAll(".refused")].map((message) => message.id));
        const focused = await inWidget(page, (_, root) => root.activeElement?.id);
        return { evidence: saved.answers?.[0]?.evidence?.length ?? 0, refused, focused };
      };
      const refusedAt = (field) => ({ evidence: 0, refused: [`A.5.1-${field}-message`], focused: `A.5.1-${field}` });
      assert.deepEqual(await add(), refusedAt("evidence.label"), "it says nothing");
      await enter(page, "A.5.1-evidence.label", { how: "paste", text: "x".repeat(2_049) });
      await enter(page, "A.5.1-evidence.date", { how: "digits", text: "0315" });
      assert.deepEqual(await add(), refusedAt("evidence.date"), "half a date");
      await enter(page, "A.5.1-evidence.date", { how: "digits", text: "03152026" });
      await enter(page, "A.5.1-evidence.review", { how: "type", text: "1.5" });
      assert.deepEqual(await add(), refusedAt("evidence.review"), "no number of months");
      await enter(page, "A.5.1-evidence.review", { how: "type", text: "6" });
      assert.deepEqual(await add(), refusedAt("evidence.label"), "too long");
      assert.equal((await look(page, "A.5.1-evidence.review")).shown, "6", "the others stay too");
      await enter(page, "A.5.1-evidence.label", { how: "type", text: "Register" });
      const { focused: _, ...added } = await add();
      assert.deepEqual(added, { evidence: 1, refused: [] });
      const { saved, shown } = await look(page, "A.5.1-evidence.date");
      const [{ id: given, ...record }] = saved.answers[0].evidence;
      assert.deepEqual([given.length > 0, record], [true, { label: "Register", date: "2026-03-15", review_months: 6 }]);
      assert.equal(shown, "", "the form is empty again");
      await close();
    });

    test("what was refused is there again after another view, and its details are open", async () => {
      const { page, close } = await site.open("/demo/");
      await goTo(page, "A.5 ");
      await openDetails(page, "A.5.1");
      await enter(page, "A.5.1-owner", { how: "paste", text: "a\u0001b" });
      await goTo(page, "Overview");
      await goTo(page, "A.5 ");
      const { shown, message, isTied } = await look(page, "A.5.1-owner");
      assert.deepEqual([shown, message !== "", isTied], ["a\u0001b", true, true]);
      await close();
    });

    test("half a date over a whole one takes nothing away, even when another view came between", async () => {
      const { page, close } = await site.open("/demo/");
      await goTo(page, "Scope");
      await enter(page, "about-date", { how: "digits", text: "03152026" });
      await enter(page, "about-date", { how: "digits", text: "02302026" });
      await goTo(page, "A.5 ");
      await goTo(page, "Scope");
      const back = await look(page, "about-date");
      assert.deepEqual([back.shown, back.message !== "", back.saved.about.date], ["2026-03-15", true, "2026-03-15"]);
      await enter(page, "about-date", { how: "digits", text: "" });
      const after = await look(page, "about-date");
      assert.deepEqual([after.shown, after.message, after.saved.about.date], ["2026-03-15", "", "2026-03-15"]);
      await close();
    });

    test("a save takes over the field that a person is still in", async () => {
      const { page, close } = await site.open("/demo/");
      await goTo(page, "Scope");
      await inWidget(page, (element, root) => {
        element.addEventListener("annexa-save", (event) => {
          event.preventDefault();
          window.savedText = new TextDecoder().decode(event.detail.bytes);
        });
        root.getElementById("about-organization").focus();
      });
      await page.keyboard.type("Still typing");
      await inWidget(page, (_, root) => root.querySelector(".bar .primary").click());
      assert.match(await page.evaluate(() => window.savedText), /Still typing/);
      await close();
    });
  });
}

/** Goes where the fields of a stage are. */
async function prepare(page, { chapter, open, exclude }) {
  await goTo(page, chapter);
  if (open) await openDetails(page, open);
  if (!exclude) return;
  await inWidget(page, (element, _, id) => element.respond(id, "not_applicable"), exclude);
  // The steps of an exclusion come late.
  await until(page, (id) => document.querySelector("annexa-assessment").shadowRoot.querySelector(`input[name="answer-${id}"]`).closest(".question").querySelector(".notice button") !== null, exclude);
  await drawn(page);
  await inWidget(page, (_, root, id) => root.querySelector(`input[name="answer-${id}"]`).closest(".question").querySelector(".notice button").click(), exclude);
  await drawn(page);
}

/** Makes each entry, and compares what is shown, said, and saved. */
async function checkField(page, field, browser) {
  const isKept = ["kept", "kept date", "months"].includes(field.kind);
  let held = field.read((await look(page, field.id)).saved);
  for (const entry of ENTRIES[field.kind](field)) {
    if (entry.browser && entry.browser !== browser) continue;
    await enter(page, field.id, entry);
    const after = await look(page, field.id);
    const shown = entry.shown ?? entry.text;
    const told = `${field.id}, ${entry.how} ${JSON.stringify(entry.text.slice(0, 30))}`;
    if (entry.taken && !isKept) held = shown;
    assert.equal(after.shown, shown, `${told}: what stands in the field`);
    assert.equal(field.read(after.saved), held, `${told}: what the model holds`);
    assert.equal(after.message === "", entry.taken, `${told}: ${after.message || "nothing is said"}`);
    assert.equal(after.isTied && after.isSeen, !entry.taken, `${told}: the message is seen, read out, and tied to its field`);
    assert.doesNotMatch(after.message, /[_[\]]|evidence\.|about\.|E-/, `${told}: in words of the page`);
  }
}
