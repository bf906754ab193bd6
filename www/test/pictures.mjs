/**
 * Draws views into a folder, to be looked at by hand:
 *
 *     node test/pictures.mjs FOLDER [--file assessment.json] [--modes 1280,390,dark] ROUTE…
 *     node test/pictures.mjs --journey ../docs/journey
 *
 * The second takes the pictures of `docs/journey.md` anew.
 *
 * Without a file the assessment is empty; the routes are those of `src/sections.ts` and the chapters.
 * Needs a build in `dist`; `CHROMIUM` names the browser.
 */

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, open } from "./browser.mjs";
import { journey } from "./journey_pictures.mjs";
import { serve } from "./serve.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const MODES = {
  1280: { ...WIDE, colorScheme: "light" },
  900: { viewport: { width: 900, height: 900 } },
  390: { viewport: { width: 390, height: 844 } },
  320: { viewport: { width: 320, height: 700 } },
  dark: { ...WIDE, colorScheme: "dark" },
  forced: { ...WIDE, forcedColors: "active" },
  print: { viewport: { width: 718, height: 1000 } },
};

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pictures</title><link rel="stylesheet" href="/demo/demo.css"><script type="module" src="/annexa.js"></script></head>
<body><main><annexa-assessment routes="hash" heading-level="1" storage="none"></annexa-assessment></main></body></html>`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: "string" }, modes: { type: "string", default: "1280,390,dark" }, journey: { type: "string" } },
});
if (values.journey) {
  await journey(values.journey);
  process.exit(0);
}
const [folder, ...routes] = positionals;
if (!folder || routes.length === 0) {
  console.error("node test/pictures.mjs FOLDER [--file assessment.json] [--modes 1280,390,dark] ROUTE…");
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const server = await serve({ pages: { "/pictures.html": PAGE } });
const browser = await launch();
try {
  for (const mode of values.modes.split(",")) {
    const { page, seen, close } = await open(browser, `${server.origin}/pictures.html`, MODES[mode]);
    const widget = page.locator("annexa-assessment");
    if (values.file) {
      const outcome = await widget.evaluate((element, text) => element.load(new TextEncoder().encode(text)), readFileSync(values.file, "utf8"));
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    }
    if (mode === "print") await page.emulateMedia({ media: "print" });
    for (const route of routes) {
      await page.evaluate((route) => (location.hash = `#${route}`), route);
      await page.waitForTimeout(200);
      await page.locator(".view .loading").first().waitFor({ state: "detached" });
      await page.waitForTimeout(300);
      const path = join(folder, `${route.replaceAll(/[^\w.]/g, "-")}-${mode}.png`);
      await page.screenshot({ path, fullPage: true });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      console.log(path, tooWide > 0 ? `${tooWide} px too wide` : "");
    }
    for (const message of seen.messages) console.log(mode, message);
    await close();
  }
} finally {
  await browser.close();
  await server.close();
}
