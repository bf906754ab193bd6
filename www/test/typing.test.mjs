/** What a person types arrives in the model or stays in the field: by keyboard, in Chromium and Firefox. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, launchBoth, openIn } from "./firefox.mjs";
import { serve } from "./serve.mjs";

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

for (const name of Object.keys(BROWSERS)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launchBoth(name);
    });
    after(() => browser.close());

    test("a date is typed digit by digit, and half of one is kept with a message", async () => {
      const { page, messages, close } = await openIn(browser, `${server.origin}/demo/`);
      const seen = [];
      for (const digits of ["03152026", "0315", "02302026", "03150002"]) {
        await focus(page, "about-date");
        await page.keyboard.type(digits);
        await page.evaluate(() => document.querySelector("annexa-assessment").shadowRoot.activeElement.blur());
        const { shown, isBad, message, saved } = await state(page, "about-date");
        seen.push([digits, shown, isBad, message !== "", saved.about?.date ?? ""]);
      }
      assert.deepEqual(seen, [
        ["03152026", "2026-03-15", false, false, "2026-03-15"],
        ["0315", "2026-03-15", false, false, "2026-03-15"],
        ["02302026", "", true, true, "2026-03-15"],
        ["03150002", "0002-03-15", false, true, "2026-03-15"],
      ]);
      assert.deepEqual(messages, []);
      await close();
    });
  });
}

const focus = (page, id) =>
  page.evaluate((id) => document.querySelector("annexa-assessment").shadowRoot.getElementById(id).focus(), id);

/** What stands in a field, what is said beside it, and what a saved file would hold. */
const state = (page, id) =>
  page.evaluate(async (id) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const element = document.querySelector("annexa-assessment");
    const field = element.shadowRoot.getElementById(id);
    const message = element.shadowRoot.getElementById(`${id}-message`);
    return {
      shown: field.value,
      isBad: field.validity.badInput,
      message: message?.textContent ?? "",
      saved: JSON.parse(new TextDecoder().decode(element.save())),
    };
  }, id);
