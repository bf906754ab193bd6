/** Days of one's own work as a range: half days up to twenty, whole days above, the ends rounded outwards. */

import { tenths, type Values } from "../../words/words.js";

/** In hundredths of a person-day, as reports write it. */
export interface EffortRecord {
  readonly low_cd: number;
  readonly likely_cd: number;
  readonly high_cd: number;
}

/** The values `low`, `likely` and `high` of a sentence. */
export function daysOf({ low_cd, likely_cd, high_cd }: EffortRecord): Values {
  const step = (cd: number): number => (cd <= 2_000 ? 50 : 100);
  const shown = (cd: number, round: (steps: number) => number): string => tenths((round(cd / step(cd)) * step(cd)) / 10);
  return { low: shown(low_cd, Math.floor), likely: shown(likely_cd, (steps) => Math.floor(steps + 0.5)), high: shown(high_cd, Math.ceil) };
}

/** Hundredths of a person-day in a day. */
export const CD_A_DAY = 100;

/** Days as a person types them, as hundredths: at most two places, behind a point or a comma; nothing for an empty field. */
export function typedDays(text: string, most_cd: number): number | null | "refused" {
  const written = text.trim().replace(",", ".");
  if (written === "") return null;
  const value = /^\d{1,4}(\.\d{1,2})?$/.test(written) ? Math.round(Number(written) * CD_A_DAY) : 0;
  return value >= 1 && value <= most_cd ? value : "refused";
}
