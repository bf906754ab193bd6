/** An action as a line of a plan. */

import type { ActionRecord } from "../../document.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import { day } from "../parts/day.js";
import { State, type MarkName, type Tone } from "../parts/mark.js";

export type ActionStateName = "done" | "overdue" | "open";

/** Where an action stands today; a day that is still to come is not yet done. */
export function actionState({ due, done }: ActionRecord): ActionStateName {
  const today = isoDate(new Date());
  if (done !== undefined && done <= today) return "done";
  return due !== undefined && due < today ? "overdue" : "open";
}

const MARKS: Readonly<Record<ActionStateName, readonly [MarkName, Tone | undefined]>> = {
  done: ["ok", "good"],
  overdue: ["warn", "fair"],
  open: ["ready", undefined],
};

/** How many days lie between two days. */
const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export function ActionState({ action }: { action: ActionRecord }) {
  const state = actionState(action);
  const [mark, tone] = MARKS[state];
  const words =
    state === "done"
      ? t("risks.actionDone", { date: day(action.done) })
      : state === "overdue"
        ? t("risks.actionOverdue", { count: days(action.due ?? "", isoDate(new Date())) })
        : t("risks.actionOpen");
  return (
    <State name={mark} tone={tone}>
      {words}
    </State>
  );
}

export function ActionLine({ action }: { action: ActionRecord }) {
  const more = [action.owner, action.due && t("risks.dueOn", { date: day(action.due) })].filter(Boolean).join(", ");
  return (
    <li>
      <ActionState action={action} /> · {action.what}
      {more !== "" && <span class="note"> {more}</span>}
    </li>
  );
}
