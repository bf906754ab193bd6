/** A Chromium for the tests, and a page that records what it must not do. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { contrast } from "./contrast.mjs";
import { follow, sectionOf } from "./menu.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });

/**
 * Opens a page and waits for the widget. `seen` holds policy violations, console output of
 * note, page errors, and every request.
 */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const seen = { violations: [], messages: [], requests: [] };
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.messages.push(message.text());
  });
  page.on("pageerror", (error) => seen.messages.push(String(error)));
  context.on("request", (request) => seen.requests.push(request.url()));
  await page.goto(url);
  await page.waitForSelector("annexa-assessment >> css=.view-heading");
  return {
    context,
    page,
    seen,
    violations: () => page.evaluate(() => window.violations),
    close: () => context.close(),
  };
}

/**
 * Runs axe over the page and gives its findings as short lines: what fails, and what it could not
 * decide. Only the contrast of text over a picture is left to `contrast.mjs`.
 */
export async function axe(page) {
  // Over the debugger, since the page's own policy allows no foreign script.
  await page.evaluate(axeSource);
  await page.evaluate(`window.contrast = ${contrast}`);
  return page.evaluate(async () => {
    const { violations, incomplete } = await window.axe.run(document, { resultTypes: ["violations", "incomplete"] });
    const because = (node, keys) => node.any.some(({ data }) => keys.includes(data?.messageKey));
    const onPicture = (node) => because(node, ["bgImage", "bgGradient", "imgNode"]);
    const covered = (node) => because(node, ["bgOverlap", "elmPartiallyObscured", "elmPartiallyObscuring", "outsideViewport", "shortTextContent", "emptyValue"]);
    /**
     * What lies under the bar that stays, beside a box that scrolls, or has no more than one letter: its
     * colours are known all the same.
     */
    function isClear(node) {
      const path = node.target.flat();
      const element = path.slice(1).reduce((found, selector) => found.shadowRoot.querySelector(selector), document.querySelector(path[0]));
      const { color } = getComputedStyle(element);
      for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
        if (backgroundImage !== "none" || opacity !== "1") return false;
        if (!/, 0\)$|\/ 0\)$/.test(backgroundColor)) return window.contrast(color, backgroundColor) >= 4.5;
      }
      return false;
    }
    const undecided = [];
    for (const rule of incomplete) {
      const nodes = [];
      for (const node of rule.nodes) {
        const isContrast = rule.id === "color-contrast";
        if (isContrast && (onPicture(node) || (covered(node) && isClear(node)))) continue;
        nodes.push(node);
      }
      if (nodes.length > 0) undecided.push({ ...rule, nodes });
    }
    const line = (what) => ({ id, nodes }) =>
      `${what}${id} x${nodes.length}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join(" | ")}`;
    return [...violations.map(line("")), ...undecided.map(line("undecided "))];
  });
}

/** Saves a picture when ANNEXA_SHOTS names a directory. */
export async function shot(page, name) {
  const folder = process.env.ANNEXA_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Goes to a view by its entry in the list of sections, and waits until it is there. */
export async function goTo(page, label) {
  await page.locator("annexa-assessment").first().evaluate(
    ({ shadowRoot }, [source, to]) => new Function("root", "to", `return (${source})(root, to)`)(shadowRoot, to),
    [follow.toString(), { label, section: sectionOf(label) }],
  );
  await page.locator(".view .loading").first().waitFor({ state: "detached" });
}

/** Chromium remarks on every page with both sandbox words; nothing else may be said. */
export const unexpected = (messages) => messages.filter((text) => !text.includes("allow-scripts and allow-same-origin"));
