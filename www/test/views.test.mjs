/** axe finds nothing in any view, in light and dark, with forced colours, and 320 px wide. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, goTo, shot } from "./browser.mjs";
import { opening } from "./opening.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const MODES = {
  light: { ...WIDE, colorScheme: "light" },
  dark: { ...WIDE, colorScheme: "dark" },
  forced: { ...WIDE, forcedColors: "active" },
  narrow: { viewport: { width: 320, height: 800 }, reducedMotion: "reduce" },
};

/** Each view with what a person opens in it. */
const VIEWS = {
  Overview: async () => {},
  "4 Context": openDetails,
  "A.6 ": openDetails,
  Results: async (page) => {
    for (const summary of await page.locator(".view details > summary").all()) await summary.click();
    await page.getByRole("button", { name: /, How .* is counted$/ }).first().click();
  },
  Gaps: openDetails,
  "Risk register": async () => {},
  "Treatment plan": async (page) => {
    await page.getByRole("button", { name: "Add an action" }).click();
  },
  Obligations: async (page) => {
    await page.getByRole("button", { name: "Add an obligation" }).click();
  },
  "Statement of Applicability": async () => {},
  Crosswalk: async (page) => {
    await page.getByRole("button", { name: "Run the SOC 2 crosswalk" }).click();
    await page.locator("details.target summary").first().click();
  },
};

const site = opening();

for (const [mode, options] of Object.entries(MODES)) {
  test(`every view, ${mode}`, async () => {
    const { page, violations, close } = await site.open("/demo/", options);
    await answerSome(page);
    for (const [label, prepare] of Object.entries(VIEWS)) {
      await goTo(page, label);
      await prepare(page);
      await shot(page, `${mode}-${label.trim().replaceAll(" ", "-")}`);
      assert.deepEqual(await axe(page), [], `${label} in ${mode}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${label} in ${mode} is ${overflow} px too wide`);
    }
    await refuseAFile(page);
    assert.deepEqual(await axe(page), [], `a refused file in ${mode}`);
    assert.deepEqual(await violations(), []);
    await close();
  });
}

test("axe itself is awake: a spoiled page is found", async () => {
  const { page, close } = await site.open("/demo/");
  await page.evaluate(() => document.querySelector("main").append(document.createElement("button")));
  assert.match((await axe(page)).join(), /button-name/);
  await close();
});

test("each pair of colours that stand on each other has its contrast, light and dark", async () => {
  const { contrast } = await import("./contrast.mjs");
  assert.equal(contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)"), 21);
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await site.open("/demo/", { ...WIDE, colorScheme });
    const color = await page.locator("annexa-assessment").evaluate((element) => {
      const probe = document.createElement("span");
      element.shadowRoot.querySelector(".annexa").append(probe);
      const names = ["text", "muted", "surface", "raised", "edge", "accent", "on-accent", "tint", "good", "fair", "poor"];
      return Object.fromEntries(names.map((name) => {
        probe.style.color = `var(--_${name})`;
        return [name, getComputedStyle(probe).color];
      }));
    });
    const onBoth = (names, least) => names.flatMap((name) => [[name, "surface", least], [name, "raised", least]]);
    const pairs = [...onBoth(["text", "muted", "accent", "good", "fair", "poor"], 4.5), ...onBoth(["edge"], 3), ["text", "tint", 4.5], ["muted", "tint", 4.5], ["accent", "tint", 4.5], ["on-accent", "accent", 4.5]];
    const faint = pairs.filter(([one, other, least]) => contrast(color[one], color[other]) < least);
    assert.deepEqual(faint, [], colorScheme);
    await close();
  }
});

test("targets are at least 24 by 24 pixels", async () => {
  const { page, close } = await site.open("/demo/", MODES.narrow);
  await answerSome(page);
  for (const label of Object.keys(VIEWS)) {
    await goTo(page, label);
    await VIEWS[label](page);
    const small = await page.locator("annexa-assessment").evaluate((element) =>
      [...element.shadowRoot.querySelectorAll("button, summary, select, input:not([type=file]):not([type=radio]):not([type=checkbox]), label.option, label.check")]
        .map((target) => ({ text: target.textContent || target.type, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ text, box }) => `${text} ${box.width} x ${box.height}`),
    );
    assert.deepEqual(small, [], label);
  }
  await close();
});

async function openDetails(page) {
  for (const summary of (await page.locator(".view details > summary").all()).slice(0, 2)) await summary.click();
}

/** A mixture of states, so that every kind of row and badge is on the page. */
const answerSome = (page) =>
  page.locator("annexa-assessment").evaluate((element) => {
    const responses = ["yes", "partly", "no", "unknown"];
    const ids = ["4.1", "4.2", "4.3", "5.1", "5.2", "A.5.1", "A.5.2", "A.5.3", "A.6.1", "A.6.2", "A.6.3", "A.6.4", "A.8.1"];
    ids.forEach((id, index) => element.respond(id, responses[index % 4]));
    element.respond("A.6.5", "not_applicable");
  });

async function refuseAFile(page) {
  await page.locator("input[type=file]").first().setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await page.locator(".problems").first().waitFor();
}
