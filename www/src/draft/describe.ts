/** A draft in a few words: whose, how much of it, and from when; or why it cannot be gone on with. */

import type { Summary } from "./record.js";
import { language, t } from "../words/words.js";

export function describe({ organization, answers, savedAt, fault }: Summary): string {
  if (fault) return t(`drafts.${fault}`);
  const when = new Date(savedAt).toLocaleString(language() === "en" ? "en-GB" : language(), { dateStyle: "medium", timeStyle: "short" });
  return t("drafts.one", { organization: organization || t("drafts.noName"), answers: t("drafts.answers", { count: answers }), when });
}
