/** Loads the demo at ANNEXA_DEMO_URL and does one of everything; exits with 1 when something fails. */

import assert from "node:assert/strict";
import { goTo, launch, open } from "./browser.mjs";

const url = process.env.ANNEXA_DEMO_URL;
assert.ok(url, "set ANNEXA_DEMO_URL to the address of the demo page");

const browser = await launch();
try {
  const { page, violations } = await open(browser, url);
  await goTo(page, "4 ");
  await page.locator('label.option:has(input[name="answer-4.1"][value="yes"])').click();
  await goTo(page, "Overview");
  assert.equal(await page.locator(".figures .big").first().textContent(), "100 %");
  await goTo(page, "Crosswalk");
  await page.getByRole("button", { name: "Run the SOC 2 crosswalk" }).click();
  await page.locator("details.target").first().waitFor();
  assert.deepEqual(await violations(), []);
  console.log(`the page answers, scores and maps at ${url}`);
} finally {
  await browser.close();
}
