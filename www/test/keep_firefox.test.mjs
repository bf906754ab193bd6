/** A reload loses nothing in Firefox either: reload, a second tab, taken out and back, closed and opened. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launchFirefox, until } from "./firefox.mjs";
import { goTo, inWidget } from "./person.mjs";
import { serve } from "./serve.mjs";

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens the page and waits for the widget. */
async function visit(page, url) {
  await page.goto(url);
  await ready(page);
}

const ready = (page) => until(page, () => document.querySelector("annexa-assessment")?.shadowRoot?.querySelector(".view-heading") != null);
const heading = (page) => inWidget(page, (_, root) => root.querySelector(".view-heading").textContent);
const view = (page) => inWidget(page, (_, root) => root.querySelector(".view").textContent);
const answers = (page) => inWidget(page, (element) => JSON.parse(new TextDecoder().decode(element.save())).answers.length);
const answer = (page, ids) => inWidget(page, (element, _, ids) => ids.forEach((id) => element.respond(id, "yes")), ids);

/** Presses the question's first button, and waits for what it opens. */
const goOn = (page) =>
  inWidget(page, (element, root) => {
    const opened = new Promise((resolve) => element.addEventListener("annexa-open", () => resolve(), { once: true }));
    root.querySelector(".ask button").click();
    return opened;
  });

test("reload, second tab, taken out and back, closed and opened", async () => {
  const server = await serve();
  const url = `${server.origin}/demo/`;
  const profile = mkdtempSync(join(tmpdir(), "annexa-firefox-"));
  let browser = await launchFirefox({ userDataDir: profile });
  try {
    const page = await browser.newPage();
    await visit(page, url);
    // A text in a focused field, and a reload at once.
    await goTo(page, "Scope");
    await inWidget(page, (_, root) => root.getElementById("about-organization").focus());
    await page.keyboard.type("Acme");
    await page.reload();
    await ready(page);
    assert.equal(await heading(page), "Go on where you were?");
    assert.match(await view(page), /Acme, 0 answers/);
    await goOn(page);
    await answer(page, ["4.1", "A.5.1"]);
    await wait(250);
    await page.reload();
    await ready(page);
    await goOn(page);
    assert.equal(await answers(page), 2);

    const other = await browser.newPage();
    await visit(other, url);
    assert.match(await view(other), /Open elsewhere, not kept here/);
    await other.close();

    const seen = await inWidget(page, async (element) => {
      const told = [];
      element.addEventListener("annexa-detach", ({ detail }) => told.push(detail.dirty));
      const parent = element.parentNode;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      parent.append(element);
      await element.ready;
      element.respond("4.2", "no");
      return { told, dirty: element.dirty };
    });
    assert.deepEqual(seen, { told: [true], dirty: true });
    await wait(250);
    await browser.close();

    browser = await launchFirefox({ userDataDir: profile });
    const again = await browser.newPage();
    await visit(again, url);
    await goOn(again);
    assert.equal(await answers(again), 3);
  } finally {
    await browser.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
