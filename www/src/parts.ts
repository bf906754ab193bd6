/** Parts of the widget that are loaded when they are first asked for, so that the first view is small. */

import type { ComponentChildren } from "preact";
import type { ProblemView } from "./api.js";
import type { Route } from "./model.js";
import { Part } from "./part.js";
import type { ViewPart } from "./sections.js";
import { wordsPart } from "./words/load.js";
import { faultWords } from "./words/words.js";

/** A module with the words that it shows. */
const late = <T>(words: string, bring: () => Promise<T>): Part<T> =>
  new Part(async () => {
    const [module] = await Promise.all([bring(), wordsPart(words).load()]);
    return module;
  });

/** A module with views of what follows from the assessment: it needs the whole engine and every word. */
const whole = <T extends { readonly startReports: () => Promise<void> }>(words: string, bring: () => Promise<T>): Part<T> =>
  late(words, async () => {
    const module = await bring();
    await module.startReports();
    return module;
  });

/** Results and gaps. */
export const reportsPart = whole("reports", () => import("./reports.js"));

/** The bar's tools, and the search. */
export const barPart = late("bar", () => import("./bar.js"));

/** Setting something of several answers at once. */
export const severalPart = whole("several", () => import("./several.js"));

/** Comparison, merge, packs and measures. */
export const comparingPart = whole("comparing", () => import("./comparing.js"));

/** Who draws the views of `sections.ts`. */
export const VIEW_PARTS: { readonly [part in ViewPart]: Part<{ View(props: { route: Route }): ComponentChildren }> } = {
  bar: barPart,
  setup: whole("setup", () => import("./setup.js")),
  risks: whole("risks", () => import("./risks.js")),
  comparing: comparingPart,
  planning: whole("planning", () => import("./planning.js")),
  certification: whole("certification", () => import("./certification.js")),
  reports: reportsPart,
};

/** What stands below a question when it is opened. */
export const detailsPart = new Part(async () => {
  const details = await import("./details.js");
  details.dressFields();
  return details;
});

/** The crosswalk: its views, its words, and everything that handles plugins. */
export const crosswalkPart = late("crosswalk", async () => {
  const crosswalk = await import("./crosswalk.js");
  crosswalk.dress();
  return crosswalk;
});

/** What takes the place of the assessment on the screen, and the questions before it. */
export const replacingPart = late("drafts", () => import("./replacing.js"));

/** What is said when a late file does not arrive. */
export const missingPart = (place: string): ProblemView => ({ code: "E-PART", place, ...faultWords("page.partFault") });
