/** The exact number, for whoever knows it; a step that was chosen shows the number that stands for it. */

import { t } from "../../words/words.js";
import { TextField } from "../fields.js";
import { CD_A_DAY, typedDays } from "../parts/effort.js";
import { useGive } from "./asked.js";
import type { AskedView } from "./records.js";

const COUNT_MAX = 1_000_000;
const CAPACITY_MAX = 200_000;

export function Exact({ question }: { question: AskedView }) {
  const { id, answer } = question;
  const give = useGive(question);
  const inDays = id === "capacity_cd_week";
  const now = answer ?? "";
  const take = (text: string): string => {
    const value = inDays ? typedDays(text, CAPACITY_MAX) : count(text, id === "people" ? 1 : 0);
    if (value === "refused") return inDays ? t("setup.context.refusedDays") : t("setup.context.refusedCount", { least: id === "people" ? 1 : 0, most: COUNT_MAX });
    return give(value);
  };
  return (
    <TextField
      place={{ id: "context", field: id }}
      label={t(inDays ? "setup.context.exactDays" : "setup.context.exact")}
      type="number"
      value={inDays && now !== "" ? String(Number(now) / CD_A_DAY) : now}
      onValue={take}
    />
  );
}

/** A whole number, nothing for an empty field. */
function count(text: string, least: number): number | null | "refused" {
  const digits = text.trim();
  if (digits === "") return null;
  const value = /^\d{1,7}$/.test(digits) ? Number(digits) : -1;
  return value >= least && value <= COUNT_MAX ? value : "refused";
}
