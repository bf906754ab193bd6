/** The matrices of the page count as the command line does, on whole organizations. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { annexa, root, run } from "./annexa.mjs";
import { goTo } from "./browser.mjs";
import { opening } from "./opening.mjs";

const SAMPLES = ["hospital", "manufacturer", "software"];
const PAGES = {
  "/one.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Risks</title><script type="module" src="/annexa.js"></script></head><body><main><annexa-assessment storage="none"></annexa-assessment></main></body></html>`,
};
const GRIDS = ["current", "exposure", "planned"];

const site = opening({ pages: PAGES });

for (const sample of SAMPLES) {
  test(`every ring, level and state of ${sample} is what \`annexa risks\` says`, async () => {
    const file = join(root, "core/data/samples", `${sample}.json`);
    const text = readFileSync(file, "utf8");
    const { criteria } = JSON.parse(text);
    const { page, close } = await site.open("/one.html", { viewport: { width: 1280, height: 900 } });
    const widget = page.locator("annexa-assessment");
    await widget.evaluate((element, text) => element.load(new TextEncoder().encode(text)), text);
    await goTo(page, "Risk register");
    const today = await page.evaluate(() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    });
    const said = JSON.parse(run("risks", file, "--format", "json", "--today", today));
    const shown = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("annexa-assessment");
      const rows = (table) => [...table.querySelectorAll("tbody tr")];
      return {
        grids: [...shadowRoot.querySelectorAll(".matrices table")].map((table) =>
          rows(table).map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.querySelector(".ring")?.textContent ?? 0))),
        ),
        risks: [...shadowRoot.querySelectorAll('tr:has([data-item^="r-"].opener)')].map((row) => ({
          label: row.querySelector(".id").textContent,
          exposure: row.children[1].textContent.toLowerCase(),
        })),
      };
    });
    const rows = criteria.likelihood.map(({ word }) => word).reverse();
    const columns = criteria.consequence.map(({ word }) => word);
    const expected = GRIDS.map((grid) =>
      rows.map((row) => columns.map((column) => said[grid].cells.find(({ likelihood, consequence }) => likelihood === row && consequence === column)?.count ?? 0)),
    );
    assert.deepEqual(shown.grids, expected, annexa);
    const name = (word) => (word === undefined ? "–" : word === "gone" ? "gone" : criteria.levels.find((level) => level.word === word).name.toLowerCase());
    assert.deepEqual(
      shown.risks.map(({ label, exposure }) => [label, exposure]),
      said.risks.map(({ id, label, exposure }) => [label ?? id, name(exposure)]),
    );
    await close();
  });
}
