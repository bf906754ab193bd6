/** Back and Forward go through the views, and come back to the row that was left. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, until } from "./firefox.mjs";
import { either, opening } from "./opening.mjs";
import { drawn, goTo, inWidget } from "./person.mjs";

const PAGES = {
  "/hash.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hash</title><script type="module" src="/annexa.js"></script></head>
    <body><h1>Hash</h1><annexa-assessment routes="hash"></annexa-assessment></body></html>`,
  "/two.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two</title><script type="module" src="/annexa.js"></script></head>
    <body><h1>Two</h1><annexa-assessment></annexa-assessment><annexa-assessment></annexa-assessment></body></html>`,
};

const heading = (page) => inWidget(page, (_, root) => root.querySelector(".view-heading").textContent);

async function back(page, step = -1) {
  await page.evaluate((step) => new Promise((resolve) => {
    addEventListener("popstate", () => setTimeout(resolve, 50), { once: true });
    history.go(step);
  }), step);
  await drawn(page);
}

for (const name of Object.keys(BROWSERS)) {
  describe(name, () => {
    const site = opening({ pages: PAGES, driver: either(name) });

    test("Back from a question leads to the row of the statement, Forward to the question", async () => {
      const { page, close } = await site.open("/demo/");
      await inWidget(page, (element) => element.respond("A.7.4", "yes"));
      await goTo(page, "Statement");
      await inWidget(page, (_, root) => {
        root.querySelector('.rows [data-item="A.7.4"]').click();
      });
      await drawn(page);
      await inWidget(page, (_, root) => {
        const button = root.querySelector('.rows .detail [data-item="A.7.4"]');
        button.scrollIntoView({ block: "center" });
        button.focus();
      });
      const before = await page.evaluate(() => scrollY);
      await page.keyboard.press("Enter");
      await drawn(page);
      assert.match(await heading(page), /^A\.7 /);
      await back(page);
      assert.equal(await heading(page), "Statement of Applicability");
      const row = await inWidget(page, (_, root) => {
        const box = root.activeElement.getBoundingClientRect();
        return { item: root.activeElement.dataset.item, isInTable: root.activeElement.closest(".rows .detail") !== null, isSeen: box.top > 0 && box.bottom < innerHeight };
      });
      assert.deepEqual(row, { item: "A.7.4", isInTable: true, isSeen: true });
      assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 3, "the page is scrolled as it was");
      await back(page, 1);
      assert.match(await heading(page), /^A\.7 /);
      assert.equal(await inWidget(page, (element) => JSON.parse(new TextDecoder().decode(element.save())).answers.length), 1, "the answers are there");
      await close();
    });

    test("Back opens the folded part that the row is in, and does not leave the page", async () => {
      const { page, close } = await site.open("/demo/");
      const address = page.url();
      await inWidget(page, (element) => element.respond("A.5.1", "no"));
      await goTo(page, "Gaps");
      await inWidget(page, (_, root) => {
        const part = [...root.querySelectorAll(".open-gaps")].at(-1);
        part.open = true;
        const button = part.querySelector('[data-item="A.8.9"]');
        button.focus();
        button.click();
      });
      await drawn(page);
      await back(page);
      const seen = await inWidget(page, (_, root) => [root.activeElement.dataset.item, root.activeElement.closest("details").open]);
      assert.deepEqual(seen, ["A.8.9", true]);
      await back(page);
      assert.equal(await heading(page), "Results", "the first view of the section was on the way");
      await back(page);
      assert.equal(await heading(page), "Overview");
      assert.equal(page.url(), address, "the address stays as it is");
      await close();
    });

    test("where the page asks for it, the address names the view", async () => {
      const { page, close } = await site.open("/hash.html#soa");
      assert.equal(await heading(page), "Statement of Applicability");
      await goTo(page, "A.5 ");
      assert.match(page.url(), /#A\.5$/);
      await page.evaluate(() => (location.hash = "#gaps"));
      await until(page, () => document.querySelector("annexa-assessment").shadowRoot.querySelector(".view-heading").textContent === "Gaps");
      await page.evaluate(() => (location.hash = "#elsewhere"));
      await drawn(page);
      assert.equal(await heading(page), "Gaps", "an unknown name changes nothing");
      await close();
    });

    test("two elements go back each by its own steps, and the page keeps its state", async () => {
      const { page, close } = await site.open("/two.html");
      await page.evaluate(() => history.replaceState({ own: 1 }, ""));
      const headings = () => page.evaluate(() => [...document.querySelectorAll("annexa-assessment")].map((element) => element.shadowRoot.querySelector(".view-heading").textContent.split(" ")[0]));
      const go = (which, label) =>
        page.evaluate(([which, label]) => {
          const { shadowRoot } = document.querySelectorAll("annexa-assessment")[which];
          const find = () => [...shadowRoot.querySelectorAll(".entry-label")].find((entry) => entry.textContent.startsWith(label));
          if (!find()) shadowRoot.querySelector('[data-section="questions"] > button').click();
          find().click();
        }, [which, label]);
      await until(page, () => [...document.querySelectorAll("annexa-assessment")].every((element) => element.shadowRoot?.querySelector(".view-heading") != null));
      await go(0, "4 ");
      await go(1, "4 ");
      await go(0, "5 ");
      assert.deepEqual(await headings(), ["5", "4"]);
      await back(page);
      assert.deepEqual(await headings(), ["4", "4"]);
      await back(page);
      assert.deepEqual(await headings(), ["4", "Overview"]);
      await back(page);
      assert.deepEqual(await headings(), ["Overview", "Overview"]);
      assert.equal(await page.evaluate(() => history.state.own), 1);
      await close();
    });
  });
}
