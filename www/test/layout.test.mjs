/** Where things stand: on paper, in a narrow place, under a page's own styles, and while scrolling. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 320, height: 800 } };
/** The width of A4 between Chromium's margins. */
const PAPER = { viewport: { width: 718, height: 1000 } };

const PAGES = {
  "/plain.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain</title>
    <script type="module" src="/annexa.js"></script></head><body><h1>Plain</h1><annexa-assessment></annexa-assessment></body></html>`,
};

const site = opening({ pages: PAGES });

const inRoot = (page, work) =>
  page.locator("annexa-assessment").evaluate((element, source) => new Function("root", `return (${source})(root)`)(element.shadowRoot), work.toString());

test("on paper the statement has its eight columns, and the menu stays on the screen", async () => {
  const { page, close } = await site.open("/demo/", PAPER);
  await page.emulateMedia({ media: "print" });
  await inRoot(page, (root) => root.querySelector('.sections [data-section="certification"] > button').click());
  await page.locator("table.rows").waitFor();
  const seen = await inRoot(page, (root) => ({
    columns: [...root.querySelectorAll("table.rows thead th")].filter((cell) => cell.getBoundingClientRect().right <= innerWidth + 1 && cell.getBoundingClientRect().width > 20).length,
    menu: root.querySelector(".sections").getClientRects().length + root.querySelectorAll(".actions")[0].getClientRects().length,
    clipped: getComputedStyle(root.querySelector(".scroll")).overflowX,
    head: getComputedStyle(root.querySelector("thead")).display,
  }));
  assert.deepEqual(seen, { columns: 8, menu: 0, clipped: "visible", head: "table-header-group" });
  await close();
});

test("in a chart no label touches a figure: on paper, narrow, and with text of twice the size", async () => {
  for (const [name, options, prepare] of [
    ["paper", PAPER, (page) => page.emulateMedia({ media: "print" })],
    ["narrow", NARROW, () => {}],
    ["large", WIDE, (page) => page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"))],
  ]) {
    const { page, close } = await site.open("/demo/", options);
    await page.locator("annexa-assessment").evaluate((element) => element.respond("4.1", "partly"));
    await goTo(page, "Results");
    await page.locator(".bars").first().waitFor();
    await prepare(page);
    const touching = await inRoot(page, (root) =>
      [...root.querySelectorAll(".bar-row")]
        .filter((row) => {
          const [label, figure] = [".bar-label", ".bar-figure"].map((part) => row.querySelector(part).getBoundingClientRect());
          const apart = label.right <= figure.left || figure.right <= label.left || label.bottom <= figure.top + 1 || figure.bottom <= label.top + 1;
          return !apart || label.right > innerWidth || figure.right > innerWidth;
        })
        .map((row) => row.textContent),
    );
    assert.deepEqual(touching, [], name);
    await close();
  }
});

test("the statement drops columns where there is less room, and never scrolls", async () => {
  for (const [options, columns] of [[WIDE, 5], [NARROW, 2]]) {
    const { page, close } = await site.open("/demo/", options);
    await goTo(page, "Statement");
    await page.locator("table.rows").waitFor();
    const seen = await inRoot(page, (root) => {
      const box = root.querySelector(".scroll:has(.rows)");
      const shown = [...root.querySelectorAll(".rows thead th")].filter((cell) => cell.getClientRects().length > 0).length;
      return [shown, box.scrollWidth > box.clientWidth, root.querySelector(".scroll-hint") !== null];
    });
    assert.deepEqual(seen, [columns, false, false]);
    await close();
  }
});

test("excluding keeps the question, the notice and the reason in view", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await goTo(page, "A.5 ");
  const question = page.locator('.question:has(input[name="answer-A.5.20"])');
  await question.locator('label.option:has(input[value="not_applicable"])').click();
  await question.getByRole("button", { name: "Exclude this control" }).click();
  const outside = await inRoot(page, (root) => {
    const question = root.activeElement.closest(".question");
    const bar = root.querySelector(".bar").getBoundingClientRect().bottom;
    return [".item-question", ".notice p", "[data-focus^=reason]"].filter((part) => {
      const box = question.querySelector(part).getBoundingClientRect();
      return box.top < bar || box.bottom > innerHeight;
    });
  });
  assert.deepEqual(outside, []);
  await close();
});

test("saving stays within reach, and hides nothing that has the focus", async () => {
  for (const options of [WIDE, NARROW]) {
    const { page, close } = await site.open("/demo/", options);
    await goTo(page, "A.5 ");
    await page.locator('input[name="answer-A.5.30"]').first().focus();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Shift+Tab");
      const seen = await inRoot(page, (root) => {
        const save = root.querySelector(".actions .primary").getBoundingClientRect();
        const focused = root.activeElement.getBoundingClientRect();
        return { save: save.top >= 0 && save.bottom <= innerHeight, free: focused.top >= root.querySelector(".bar").getBoundingClientRect().bottom };
      });
      assert.deepEqual(seen, { save: true, free: true }, `${options.viewport.width} px, step ${step}`);
    }
    await close();
  }
});

test("a message that appears when a field is left moves no button away from under the mouse", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await goTo(page, "A.5 ");
  const question = page.locator('.question:has(input[name="answer-A.5.1"])');
  await question.locator('details[part="details"] > summary').click();
  await page.locator('[id="A.5.1-owner"]').fill("x".repeat(3_000));
  const button = question.getByRole("button", { name: "Add evidence" });
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 2);
  await page.mouse.down();
  await page.waitForTimeout(100);
  assert.deepEqual(await button.boundingBox(), box, "it stays while it is pressed");
  await page.mouse.up();
  await page.locator('[id="A.5.1-evidence.label-message"]').waitFor();
  await page.locator('[id="A.5.1-owner-message"]').waitFor();
  await close();
});

test("a save is confirmed where it is seen, until the next answer", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  const line = page.locator(".bar .unsaved");
  await page.locator("annexa-assessment").evaluate((element) => element.respond("4.1", "yes"));
  await line.filter({ hasText: "not saved" }).waitFor();
  await page.getByRole("button", { name: "Save file" }).click();
  await line.filter({ hasText: /annexa-.*\.json/ }).waitFor({ state: "visible" });
  await page.locator("annexa-assessment").evaluate((element) => element.respond("4.1", "no"));
  await line.filter({ hasText: "not saved" }).waitFor();
  await close();
});

test("of a page's text styles only font and size come in", async () => {
  const { page, close } = await site.open("/plain.html", WIDE);
  const styles = () =>
    inRoot(page, (root) => {
      const { letterSpacing, wordSpacing, textTransform, whiteSpace, textIndent, textShadow, direction, cursor, lineBreak } = getComputedStyle(root.querySelector(".next > p:not(.kicker)"));
      return { letterSpacing, wordSpacing, textTransform, whiteSpace, textIndent, textShadow, direction, cursor, lineBreak };
    });
  const before = await styles();
  await page.evaluate(() => {
    document.body.dir = "rtl";
    Object.assign(document.body.style, { letterSpacing: "4px", wordSpacing: "9px", textTransform: "uppercase", whiteSpace: "pre", textIndent: "40px", textShadow: "0 0 3px red", textAlign: "center", direction: "rtl", cursor: "wait", lineBreak: "anywhere", fontSize: "20px" });
  });
  assert.deepEqual(await styles(), before);
  assert.equal(before.direction, "ltr");
  assert.equal(await inRoot(page, (root) => getComputedStyle(root.querySelector(".next > p:not(.kicker)")).fontSize), "20px");
  await page.evaluate(() => (document.body.style.visibility = "hidden"));
  assert.equal(await inRoot(page, (root) => getComputedStyle(root.querySelector(".next > p:not(.kicker)")).visibility), "hidden", "a page can still hide it");
  await close();
});

test("read from right to left, a bar grows from the right", async () => {
  const { page, close } = await site.open("/demo/", WIDE);
  await page.locator("annexa-assessment").evaluate((element) => element.respond("4.1", "partly"));
  await goTo(page, "Results");
  await page.locator(".bars").first().waitFor();
  // Whatever is drawn anew takes the direction of the words.
  await page.locator(".status", { hasText: "loaded" }).waitFor({ state: "attached" });
  const ends = () =>
    inRoot(page, (root) => {
      const row = root.querySelector(".bar-row");
      const [track, score, label, figure] = [".picture", ".seg.partly", ".bar-label", ".bar-figure"].map((part) => row.querySelector(part).getBoundingClientRect());
      return { left: Math.round(score.left - track.left), right: Math.round(track.right - score.right), order: label.left < figure.left, inside: label.left >= row.getBoundingClientRect().left - 1 };
    });
  const ltr = await ends();
  await inRoot(page, (root) => root.querySelector(".annexa").setAttribute("dir", "rtl"));
  const rtl = await ends();
  assert.equal(ltr.left, 0);
  assert.equal(rtl.right, 0);
  assert.deepEqual([ltr.order, rtl.order, rtl.inside], [true, false, true]);
  await close();
});
