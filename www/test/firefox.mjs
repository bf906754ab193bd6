/** A Firefox for the tests, over WebDriver BiDi, and a Chromium that is driven with the same calls. */

import puppeteer from "puppeteer-core";

/** Both browsers by name; what a person types must arrive in each. */
export const BROWSERS = {
  chromium: {
    browser: "chrome",
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  },
  firefox: {
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  },
};

export const launchFirefox = (options = {}) => puppeteer.launch({ ...BROWSERS.firefox, ...options });

export const launchBoth = (name, options = {}) => puppeteer.launch({ ...BROWSERS[name], ...options });

/** How often a page is asked again, and after how long it is given up, in milliseconds. */
const [AGAIN_MS, PATIENCE_MS] = [50, 30_000];

/** Waits until a function is true on the page; asked from here, since a page's policy may forbid it there. */
export async function until(page, isTrue, ...given) {
  for (let waited = 0; waited < PATIENCE_MS; waited += AGAIN_MS) {
    // While a page is being replaced there is nobody to ask.
    if (await page.evaluate(isTrue, ...given).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  throw new Error(`not within ${PATIENCE_MS} ms: ${isTrue}`);
}

/** Sets the size of a page. An older Firefox sets it, and then knows no orientation. */
async function resize(page, viewport) {
  await page.setViewport(viewport).catch((error) => {
    if (!error.message.includes("setScreenOrientationOverride")) throw error;
  });
}

/** Opens a page in a context of its own and waits for the widget. */
export async function openIn(browser, url, viewport = { width: 1280, height: 900 }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const messages = [];
  page.on("pageerror", (error) => messages.push(String(error)));
  await resize(page, viewport);
  await page.goto(url);
  await until(page, () => document.querySelector("annexa-assessment")?.shadowRoot?.querySelector(".view-heading") != null);
  return { page, messages, close: () => context.close() };
}
