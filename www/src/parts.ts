/** Parts of the widget that are loaded when they are first asked for, so that the first view is small. */

import type { ProblemView } from "./api.js";
import { Part } from "./part.js";
import { wordsPart } from "./words/load.js";
import { faultWords } from "./words/words.js";

/** A module with the words that it shows. */
const late = <T>(words: string, bring: () => Promise<T>): Part<T> =>
  new Part(async () => {
    const [module] = await Promise.all([bring(), wordsPart(words).load()]);
    return module;
  });

/** Results, gaps and the Statement of Applicability. */
export const reportsPart = late("reports", async () => {
  const reports = await import("./reports.js");
  await reports.startReports();
  return reports;
});

/** The crosswalk: its views, its words, and everything that handles plugins. */
export const crosswalkPart = late("crosswalk", () => import("./crosswalk.js"));

/** What takes the place of the assessment on the screen, and the questions before it. */
export const replacingPart = late("drafts", () => import("./replacing.js"));

/** What is said when a late file does not arrive. */
export const missingPart = (place: string): ProblemView => ({ code: "E-PART", place, ...faultWords("page.partFault") });
