/** No id stands twice, and every field is announced by its label: for all 123 questions at once. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { either, opening } from "./opening.mjs";
import { drawn, goTo, inWidget } from "./person.mjs";

const FIELD_ROLES = ["textbox", "combobox", "checkbox", "radio", "Date"];

const site = opening({ driver: either("chromium") });

test("ids are unique, names are labels, and no two disclosures have one name", async () => {
  const { page, close } = await site.open("/demo/");
  await fillEverything(page);
  let questions = 0;
  for (const chapter of await chapters(page)) {
    await goTo(page, `${chapter} `);
    await openAll(page);
    const { ids, labels, loose, count } = await inWidget(page, read);
    questions += count;
    assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), [], `${chapter}: ids that stand twice`);
    assert.deepEqual(loose, [], `${chapter}: labels that lead to another field`);
    const names = await announced(page);
    assert.deepEqual(names.fields.sort(), labels.sort(), `${chapter}: each field is announced by its label`);
    const twice = names.disclosures.filter((name, index) => names.disclosures.indexOf(name) !== index);
    assert.deepEqual(twice, [], `${chapter}: disclosures of one name`);
  }
  assert.equal(questions, 123);
  await close();
});

const chapters = async (page) => {
  await goTo(page, "4 ");
  return inWidget(page, (_, root) => [...root.querySelectorAll(".sections .entry-label")].map((entry) => entry.textContent.split(" ")[0]).filter((id) => /^(\d+|A\.\d)$/.test(id)));
};

/** A document in which every optional field is on the page. */
const fillEverything = (page) =>
  inWidget(page, async (element, root) => {
    await element.ready;
    const blank = JSON.parse(new TextDecoder().decode(element.save()));
    for (const id of ["4.1", "A.5.1"]) element.respond(id, "yes");
    const ids = [];
    root.querySelector('.sections [data-section="questions"] > button').click();
    for (const entry of [...root.querySelectorAll('[data-section="questions"] li .entry')]) {
      entry.click();
      ids.push(...[...root.querySelectorAll(".question .item-title .item-id")].map((id) => id.textContent));
    }
    const reasons = ["risk", "legal", "contractual", "business", "good_practice"].map((reason) => ({ reason, reference: "r" }));
    const states = [{ state: "excluded", reason: "other", justification: "j" }, { state: "inherited", provider: "p", justification: "j" }];
    const answers = ids.map((id, index) => ({
      id,
      response: id.startsWith("A.") && index % 3 === 0 ? "not_applicable" : "partly",
      ...(id.startsWith("A.") ? { applicability: states[index % 2], inclusion: reasons } : {}),
      maturity: { level: 2, target: 3 },
      evidence: [{ label: `record ${id}`, link: "l" }],
    }));
    const outcome = await element.load(new TextEncoder().encode(JSON.stringify({ ...blank, answers })));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  });

async function openAll(page) {
  await inWidget(page, (_, root) => {
    for (const details of root.querySelectorAll(".question details")) details.open = true;
  });
  // What is in the folds may come after them.
  await inWidget(page, async (_, root) => {
    const isThere = () => [...root.querySelectorAll('.question details[part="details"]')].every((details) => details.querySelector(".fields"));
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  await drawn(page);
}

/** Every id of the view, the label of every field, and fields whose label leads elsewhere. */
function read(_, root) {
  const view = root.querySelector(".view");
  const fields = [...view.querySelectorAll("input:not([type=file]), select, textarea")];
  const labelOf = (field) => field.closest(".field, .option, .check")?.querySelector("label") ?? field.closest("label");
  return {
    count: view.querySelectorAll(".question").length,
    ids: [...root.querySelectorAll("[id]")].map(({ id }) => id),
    labels: fields.map((field) => labelOf(field).textContent.trim()),
    loose: fields.filter((field) => labelOf(field).control !== field).map(({ id }) => id),
  };
}

/** The names of fields and of disclosures as a screen reader gets them. */
async function announced(page) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const view = nodes.filter(({ ignored }) => !ignored);
  const named = (roles) => view.filter(({ role }) => roles.includes(role?.value)).map(({ name }) => name?.value.trim() ?? "");
  return { fields: named(FIELD_ROLES), disclosures: named(["DisclosureTriangle"]) };
}
