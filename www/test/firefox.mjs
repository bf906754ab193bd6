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

/** Opens a page in a context of its own and waits for the widget. */
export async function openIn(browser, url, viewport = { width: 1280, height: 900 }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const messages = [];
  page.on("pageerror", (error) => messages.push(String(error)));
  await page.setViewport(viewport);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector("annexa-assessment")?.shadowRoot?.querySelector(".view-heading") != null);
  return { page, messages, close: () => context.close() };
}
