/** A day as a person of the shown language reads it. */

import { t } from "../../words/words.js";

/** `18 Nov 2026` of `2026-11-18`; a dash where there is none. */
export function day(iso: string | undefined): string {
  const [year, month, date] = (iso ?? "").split("-");
  if (!year || !month || !date) return "–";
  return t("parts.day", { day: String(Number(date)), month: t(`parts.month.${Number(month)}`), year });
}
