/** What the page counts on the way to a certificate is what the command line counts. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { run } from "./annexa.mjs";
import { opening } from "./opening.mjs";

const TODAY = "2026-11-24";
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Way</title><link rel="icon" href="/demo/icon.svg" type="image/svg+xml">
  <script type="module" src="/annexa.js"></script></head><body><annexa-assessment storage="none" routes="hash"></annexa-assessment></body></html>`;
const site = opening({ pages: { "/way.html": PAGE } });

for (const name of ["software", "hospital", "manufacturer"]) {
  test(`the statement, the gates and the documents of the sample ${name}`, async () => {
    const file = `${name}.json`;
    run("new", file, "--sample", name);
    const json = (...args) => JSON.parse(run(...args, file, "--format", "json"));
    const soa = json("soa");
    const gates = json("ready", "--today", TODAY);
    const papers = json("docs", "--today", TODAY);

    const { page, close } = await site.open("/way.html");
    await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00`));
    const text = readFileSync(new URL(`../../core/data/samples/${file}`, import.meta.url), "utf8");
    await page.locator("annexa-assessment").evaluate((element, text) => void element.load(new TextEncoder().encode(text)), text);
    const go = async (route) => {
      await page.evaluate((route) => void (location.hash = route), route);
      await page.locator(".view .loading").first().waitFor({ state: "detached" });
    };

    await go("soa");
    await page.locator("table.rows").waitFor();
    const { applicable, excluded, inherited } = soa.all_totals ?? soa.totals;
    const { controls, undecided } = soa.compared;
    assert.deepEqual(await page.locator(".figures dd").allTextContents(), [applicable, excluded, inherited, `${controls - undecided} of ${controls}`].map(String));
    assert.equal(await page.locator("table.rows > tbody > tr").count(), soa.rows.length);
    assert.equal(soa.rows.length >= 93, true);

    await go("gates");
    await page.locator(".halves").waitFor();
    const stages = await page.locator(".halves > section").evaluateAll((sections) =>
      sections.map((section) => ({
        open: section.querySelectorAll(":scope > .tasks > li").length,
        met: section.querySelectorAll(":scope > details li").length,
      })),
    );
    const counted = [gates.stage_1, gates.stage_2].map(({ conditions }) => ({
      open: conditions.filter(({ verdict }) => verdict !== "met").length,
      met: conditions.filter(({ verdict }) => verdict === "met").length,
    }));
    assert.deepEqual(stages, counted);

    await go("documents");
    await page.locator("table.rows").waitFor();
    const asks = papers.documents.filter(({ needed_from: from }) => from === "stage_1" || from === "stage_2");
    const done = asks.filter(({ state }) => state === "approved").length;
    assert.match(await page.locator(".lead").textContent(), new RegExp(`^${done} of ${asks.length} are in place\\.`));
    assert.equal(await page.locator("table.rows > tbody > tr").count(), papers.documents.length);
    await close();
  });
}
