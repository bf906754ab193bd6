/** How far a nonconformity is: what was done at once, why it happened, what prevents it, whether that helped. */

import { derived } from "../../derived.js";
import type { ActionRecord, NonconformityRecord } from "../../document.js";
import type { Model } from "../../model.js";
import { factsOf } from "./data.js";

export const STEPS = ["what", "correction", "cause", "action", "effect"] as const;
export type Step = (typeof STEPS)[number];

/** The day that the engine reckons with. */
export const todayOf = (model: Model): string => derived(model).use((_report, _engine, today) => today);

/** The actions that serve an entry. */
export const servedBy = (model: Model, id: string): ActionRecord[] =>
  (factsOf(model).file().actions ?? []).filter(({ serves = [] }) => serves.includes(id));

/** Whether something that was to be done by now is not. */
export const isLate = (model: Model, { id = "" }: NonconformityRecord): boolean =>
  servedBy(model, id).some(({ due = "", done }) => due !== "" && due < todayOf(model) && done === undefined);

/** Whether a step says what it asks for. */
export function isDone(model: Model, entry: NonconformityRecord, step: Step): boolean {
  switch (step) {
    case "what":
      return entry.what !== "" && entry.found !== undefined;
    case "correction":
      return (entry.correction ?? "") !== "";
    case "cause":
      return (entry.root_cause ?? "") !== "";
    case "action":
      return servedBy(model, entry.id ?? "").some(({ owner = "", due = "", done }) => done !== undefined || (owner !== "" && due !== ""));
    case "effect":
      return entry.effective === "yes" && entry.checked !== undefined;
  }
}

/** The first step that is not done; the last one where all are. */
export const nextStep = (model: Model, entry: NonconformityRecord): Step => STEPS.find((step) => !isDone(model, entry, step)) ?? "effect";
