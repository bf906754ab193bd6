/**
 * The path of a small firm from an empty page to nothing that is known to block stage 1, step by
 * step as a person goes it. The test of the path walks it and counts; the pictures of the journey
 * are taken on the way.
 */

import { goTo } from "./browser.mjs";

/** Does what a person does, and counts it by step. */
export function walker(page) {
  const counts = new Map();
  let step = "";
  const count = (what) => {
    const now = counts.get(step) ?? { clicks: 0, fields: 0 };
    counts.set(step, { ...now, [what]: now[what] + 1 });
  };
  const loaded = () => page.locator(".view .loading").first().waitFor({ state: "detached" });
  return {
    page,
    counts,
    begin: (name) => void (step = name),
    async view(label) {
      count("clicks");
      await goTo(page, label);
      await loaded();
    },
    async press(name) {
      count("clicks");
      await page.getByRole("button", { name }).first().click();
      await loaded();
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
    /** The last field of a label: the one that was just opened. */
    async choose(label, value) {
      count("fields");
      await page.getByLabel(label).last().selectOption(value);
    },
  };
}

/** A day that is so many days from now, as a file has it. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const NOTHING_SEEN = async () => undefined;

/** Each step with its name; `saw` is told what is on the page when there is something to look at. */
export const STEPS = {
  async goal(person, saw = NOTHING_SEEN) {
    await saw("empty");
    await person.view("Goal");
    await person.radio("goal", "certificate");
    await saw("goal");
    await person.press(/^Next: 16 questions/);
  },

  async context(person, saw = NOTHING_SEEN) {
    await person.radio("context-people", "30");
    await person.radio("context-premises", "none");
    await person.radio("context-it", "cloud");
    await person.radio("context-development", "none");
    await saw("context");
    for (const count of [8, 5]) {
      await person.press(new RegExp(`^Leave all ${count} out`));
      await person.press(/ out with this text$/);
    }
    await person.press("Next: the questions");
  },

  async questions(person) {
    for (const id of ["4.1", "4.2", "4.3", "4.4"]) await person.radio(`answer-${id}`, "partly");
  },

  async risks(person, saw = NOTHING_SEEN) {
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
      if (index === 0) await saw("risk");
      await person.press("Save the risk");
      await person.page.locator("table.rows").waitFor();
    }
    await saw("register");
  },

  /** `labels` are those of the risks, in order. */
  async treatment(person, saw = NOTHING_SEEN, labels = ["R-1", "R-2", "R-3", "R-4", "R-5"]) {
    const { page } = person;
    for (const label of labels) {
      // What is at or below the line asks for nothing, so its row is opened first.
      if ((await page.getByRole("button", { name: `Decide ${label}` }).count()) === 0) await person.press(new RegExp(`${label} `));
      await person.press(`Decide ${label}`);
      await person.pick("What do you want", 0);
      const suggestion = page.getByRole("checkbox", { name: /^A\./ }).first();
      if ((await suggestion.count()) > 0) await person.tick(suggestion);
      else await person.fill("Something else that has to be done", "Try it once a year");
      await person.fill("Done by", inDays(180));
      await person.fill("Who owns this risk?", "Ada");
      if (label === labels[0]) await saw("decision");
      await person.press("Save the decision");
      await page.locator("table.rows").waitFor();
    }
  },

  async reasons(person, saw = NOTHING_SEEN) {
    const { page } = person;
    await person.view("Statement");
    await person.press(/^Go through them/);
    await person.tick(page.getByRole("radio", { name: "Several at once" }));
    while ((await page.getByRole("button", { name: /^Choose all/ }).count()) > 0) await person.press(/^Choose all/);
    await saw("reasons");
    await person.tick(page.getByRole("radio", { name: /^Needed, because/ }));
    await person.press(/^Save for \d+ controls/);
    await page.getByText("Every control has a reason, or is left out with one.").waitFor();
  },

  async statement(person, saw = NOTHING_SEEN) {
    await person.press("To the statement");
    await person.page.locator("table.rows").waitFor();
    await saw("statement");
  },

  async "stage 1"(person, saw = NOTHING_SEEN) {
    await person.view("Stage 1");
    await person.page.locator(".halves").waitFor();
    await saw("blocks");
  },
};

/** What clears stage 1 once it is known what blocks it; the longest part, and no part of the simple path. */
export async function clear(person, saw = NOTHING_SEEN, labels = ["R-1", "R-2", "R-3", "R-4", "R-5"]) {
  const { page } = person;
  const openers = page.locator("table.rows .opener");
  await person.view("Scope");
  await person.fill("Scope statement", "Customer service, with the twelve people who run it from their homes and the cloud services that they use.");

  // What will be left of each risk, so that its owner can approve the plan.
  await person.view("Risk register");
  for (const label of labels) {
    const row = openers.filter({ hasText: `${label} ` });
    if ((await row.getAttribute("aria-expanded")) !== "true") await person.press(new RegExp(`${label} `));
    await person.press(`Change what is decided about ${label}`);
    await person.pick("How likely", 3);
    await person.pick(/^If /, 0);
    await person.press("Save the decision");
    await openers.first().waitFor();
  }
  const approval = page.getByRole("button", { name: "Approve in the name of Ada" });
  if ((await approval.count()) > 0) await person.press("Approve in the name of Ada");

  for (const chapter of ["4 ", "5 ", "6 ", "7 ", "8 ", "9 ", "10 "]) {
    await person.view(chapter);
    const open = page.locator('label.option:has(input[value="yes"]:not(:checked))');
    const names = await open.locator("input").evaluateAll((inputs) => inputs.map(({ name }) => name));
    for (const name of names) await person.radio(name, "yes");
  }

  await person.view("Audits");
  for (const add of ["Add an internal audit", "Add a management review"]) {
    await person.press(add);
    await person.fill("Planned for", inDays(60));
    await person.press(/^Save$/);
    await openers.first().waitFor();
  }

  await person.view("Statement");
  await person.press("Cover and approval");
  await person.fill("Approved by", "Ada");
  await person.press("Approve as of today");

  await person.view("Documents");
  for (const document of await openers.filter({ hasText: /^(4|5|6|8\.2|9\.2\.2)/ }).allTextContents()) {
    await person.press(document);
    await person.press(/^Change ?,/);
    await person.choose("State", "approved");
    await person.press(document);
  }

  await person.view("Stage 1");
  await page.locator(".halves").waitFor();
  await saw("clear");
}
