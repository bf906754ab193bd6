/**
 * Takes the pictures of the journey of `docs/journey.md`, on the demo page, along the path that
 * `path.test.mjs` walks:
 *
 *     node test/pictures.mjs --journey ../docs/journey
 *
 * Each is a view as a person sees it in a window of 1280 pixels, three quarters as wide, as WebP of less than 60 kB.
 */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, open } from "./browser.mjs";
import { clear, STEPS, walker } from "./path.mjs";
import { serve } from "./serve.mjs";

const SIZE = { width: 1280, height: 800 };
/** How wide the pictures are in the end. */
const SHOWN_WIDTH = 960;
const BYTES_MAX = 60_000;
/** The pictures in the order of the path. */
const NAMES = ["empty", "goal", "context", "risk", "register", "decision", "reasons", "statement", "blocks", "clear"];

export async function journey(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(".webp")) rmSync(join(folder, name));
  const server = await serve();
  const browser = await launch();
  try {
    // The pictures are made in a page of their own: the demo's policy would not let them in.
    const studio = await browser.newPage();
    const { page, close } = await open(browser, `${server.origin}/demo/`, { viewport: SIZE, colorScheme: "light", reducedMotion: "reduce" });
    await page.locator("annexa-assessment .view-heading").waitFor();
    const saw = async (name) => {
      const number = NAMES.indexOf(name) + 1;
      if (number === 0) return;
      await settle(page);
      const bytes = await small(studio, await page.screenshot());
      const file = `${String(number).padStart(2, "0")}-${name}.webp`;
      writeFileSync(join(folder, file), bytes);
      console.log(`${file}: ${bytes.length} bytes`);
    };
    const person = walker(page);
    for (const [name, step] of Object.entries(STEPS)) {
      person.begin(name);
      await step(person, saw);
    }
    await clear(person, saw);
    await close();
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Lets what was pressed be drawn, and shows the widget from its top on. */
async function settle(page) {
  await page.evaluate(() => {
    const widget = document.querySelector("annexa-assessment");
    widget.shadowRoot.activeElement?.blur();
    scrollTo(0, widget.getBoundingClientRect().top + scrollY - 4);
  });
  await page.waitForTimeout(250);
}

/** A screenshot as WebP, as good as its bytes allow. */
async function small(studio, png) {
  for (const quality of [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]) {
    const base64 = await studio.evaluate(
      async ([source, quality, width]) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
        const canvas = document.createElement("canvas");
        Object.assign(canvas, { width, height: Math.round((image.height * width) / image.width) });
        const context = canvas.getContext("2d");
        context.imageSmoothingQuality = "high";
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        return canvas.toDataURL("image/webp", quality).split(",")[1];
      },
      [png.toString("base64"), quality, SHOWN_WIDTH],
    );
    const bytes = Buffer.from(base64, "base64");
    if (bytes.length < BYTES_MAX) return bytes;
  }
  throw new Error("no quality makes the picture small enough");
}
