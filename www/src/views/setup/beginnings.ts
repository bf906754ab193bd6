/** Texts with which a part of the scope may begin, as the answers about the organization suggest. */

import { hasEntry, t } from "../../words/words.js";
import type { AskedView } from "./records.js";

/** Which answer a part begins with. */
const OF: { readonly [part: string]: string } = { boundaries: "development", sites: "premises", run_by_others: "it" };

export function beginnings(part: string, questions: readonly AskedView[]): string[] {
  const question = questions.find(({ id }) => id === OF[part]);
  const key = `setup.begin.${question?.id}_${question?.answer}`;
  return hasEntry(key) ? [t(key)] : [];
}
