/** Where a risk stands, with its mark, and half a sentence about it. */

import { t } from "../../words/words.js";
import { day } from "../parts/day.js";
import { State, type MarkName, type Tone } from "../parts/mark.js";
import { joinedWords, levelName, type Risks, type Row } from "./data.js";

const MARKS: Readonly<Record<string, readonly [MarkName, Tone | undefined]>> = {
  draft: ["wait", "dim"],
  avoided: ["ok", "good"],
  acceptable: ["ok", "good"],
  accepted: ["ok", "good"],
  planned: ["half", undefined],
  insufficient: ["warn", "fair"],
  untreated: ["block", "poor"],
};

/** The states in the order of urgency. */
export const STATES = ["untreated", "insufficient", "planned", "accepted", "acceptable", "avoided", "draft"] as const;

export function RiskState({ row }: { row: Row }) {
  const [mark, tone] = MARKS[row.view.state] ?? MARKS["draft"]!;
  return (
    <State name={mark} tone={tone}>
      {t(`risks.state.${row.view.state}`)}
    </State>
  );
}

/** What is missing, how much is done, by whom it is accepted: whatever says more about the state. */
export function stateNote({ criteria }: Risks, { view, record }: Row): string {
  switch (view.state) {
    case "draft":
      return t("risks.missing", { missing: joinedWords(view.missing.map((it) => t(`risks.missingWord.${it}`))) });
    case "acceptable":
    case "avoided":
      return view.isByTreatment && view.current ? t("risks.byTreatment", { level: levelName(criteria, view.current.level) }) : "";
    case "accepted":
      return t("risks.acceptedBy", { who: record.acceptance?.by ?? "", date: day(record.acceptance?.until) });
    case "untreated":
      return record.owner ? t("risks.noOption") : t("risks.noOwnerNoOption");
    default:
      return view.of > 0 ? t("risks.inPlace", { done: view.done, of: view.of }) : "";
  }
}
