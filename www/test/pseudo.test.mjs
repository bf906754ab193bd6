/** Every word of every view comes from the language's files, and every view holds longer words and rtl. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { goTo, unexpected } from "./browser.mjs";
import { opening } from "./opening.mjs";
import { accented, mirrored, plainWords } from "./pseudo.mjs";

const english = JSON.parse(readFileSync(new URL("../generated/words/en.json", import.meta.url), "utf8"));
const page = (words) => `<!doctype html><html lang="en" dir="${words.direction}"><head><meta charset="utf-8"><title>Words</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/demo/icon.svg" type="image/svg+xml"><script type="module" src="/annexa.js"></script></head>
  <body><annexa-assessment storage="none"></annexa-assessment></body></html>`;
const LANGUAGES = { "en-XA": accented(english), "ar-XB": mirrored(english) };
const PAGES = Object.fromEntries(Object.entries(LANGUAGES).map(([name, words]) => [`/${name}.html`, page(words)]));

/** Views with a key of their entry in the list of sections, and what is opened there. */
const VIEWS = ["page.overview", "4", "A.5", "page.results", "page.gaps", "page.soa"];

const site = opening({ pages: PAGES });

/** Opens the page in a language and answers a few questions, so that every kind of line is there. */
async function start(name, width) {
  const { page, seen, close } = await site.open(`/${name}.html`, { viewport: { width, height: 900 } });
  await page.evaluate(async (words) => {
    document.body.style.margin = "0";
    const element = document.querySelector("annexa-assessment");
    await element.ready;
    element.words = new TextEncoder().encode(words);
    await element.worded;
    for (const [id, response] of [["4.1", "yes"], ["4.2", "partly"], ["A.5.1", "no"], ["A.5.2", "not_applicable"]]) {
      element.respond(id, response);
    }
  }, JSON.stringify(LANGUAGES[name]));
  return { page, seen, close };
}

/** Every view of every section, by its place: what it is called is what is looked at. */
const allViews = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("annexa-assessment").shadowRoot;
    return [...root.querySelectorAll(".sections [data-section]")].map(({ dataset }) => dataset.section).flatMap((section) => {
      root.querySelector(`.sections [data-section="${section}"] > button`).click();
      const labels = [...root.querySelectorAll(`.sections [data-section="${section}"] li .entry-label`)].map((entry) => entry.textContent);
      return labels.length > 0 ? labels.map((title, index) => ({ section, index, title })) : [{ section, index: 0, title: section }];
    });
  });

/** Brings up each view in turn with its help and details open, and looks at it. */
async function tour(page, look) {
  const views = await allViews(page);
  assert.ok(views.length >= 16, `${views.length} views`);
  for (const { section, index, title } of views) {
    await page.evaluate(([section, index]) => {
      const root = document.querySelector("annexa-assessment").shadowRoot;
      const menu = () => {
        const details = root.querySelector("details.menu");
        if (details) details.open = true;
      };
      menu();
      root.querySelector(`.sections [data-section="${section}"] > button`).click();
      menu();
      root.querySelectorAll(`.sections [data-section="${section}"] li .entry`)[index]?.click();
    }, [section, index]);
    await page.locator(".view .loading").first().waitFor({ state: "detached" });
    await page.evaluate(async () => {
      const root = document.querySelector("annexa-assessment").shadowRoot;
      const closed = [...root.querySelectorAll("details:not(.menu)")];
      for (const details of [...closed.slice(0, 4), ...closed.slice(-2)]) details.open = true;
      const button = root.querySelector("tbody button");
      if (button) button.click();
      await new Promise((resolve) => setTimeout(resolve, 150));
    });
    await page.locator(".view .loading").first().waitFor({ state: "detached" });
    await look(title);
  }
}

test("every word of every view comes from the language's files", async () => {
  const { page, seen, close } = await start("en-XA", 1280);
  const root = await page.evaluate(() => {
    const { lang, dir } = document.querySelector("annexa-assessment").shadowRoot.querySelector(".annexa");
    return [lang, dir, document.querySelector("annexa-assessment").language];
  });
  assert.deepEqual(root, ["en-XA", "ltr", "en-XA"]);
  const plain = new Set();
  await tour(page, async () => {
    for (const word of await page.evaluate(plainWords)) plain.add(word);
  });
  assert.deepEqual([...plain].slice(0, 40), []);
  assert.deepEqual(unexpected(seen.messages), []);
  await close();
});

for (const name of Object.keys(LANGUAGES)) {
  for (const width of [320, 1280]) {
    test(`every view holds ${name} at ${width} px`, async () => {
      const { page, close } = await start(name, width);
      const wide = [];
      await tour(page, async (title) => {
        const { needed, there } = await page.evaluate(() => ({
          needed: document.documentElement.scrollWidth,
          there: document.documentElement.clientWidth,
        }));
        if (needed > there) wide.push(`${title}: ${needed} > ${there}`);
      });
      assert.deepEqual(wide, []);
      await close();
    });
  }
}
