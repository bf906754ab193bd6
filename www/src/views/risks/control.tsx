/** A control as risks name it: its state, its id as a way to its question, its title, and its day. */

import type { ComponentChildren } from "preact";
import type { AssessmentRecord } from "../../document.js";
import type { Model } from "../../model.js";
import { t } from "../../words/words.js";
import { ItemButton } from "../item_button.js";
import { day } from "../parts/day.js";
import { State, type MarkName } from "../parts/mark.js";
import { useRisks } from "./data.js";

/** The title of a control of the catalogue or of one's own. */
export function controlTitle(model: Model, document: AssessmentRecord, id: string): string {
  return model.items.get(id)?.title ?? document.own_controls?.find((own) => own.id === id)?.title ?? "";
}

/** The mark and the words of how far a control is. */
export function controlState(model: Model, id: string): { readonly mark: MarkName; readonly words: string; readonly isInPlace: boolean } {
  const state = model.state(id);
  const implementation = state?.implementation ?? "not_assessed";
  const words = t(`page.implementation.${implementation}`);
  if (state?.applicability === "excluded") {
    const why = model.answer(id)?.applicability?.justification;
    return { mark: "excluded", words: why ? t("risks.excludedBecause", { why }) : t("page.applicability.excluded"), isInPlace: false };
  }
  const isIn = implementation === "implemented";
  return { mark: isIn && state?.applicability === "inherited" ? "inherited" : implementation, words, isInPlace: isIn };
}

export function ControlState({ id }: { id: string }) {
  const { model } = useRisks();
  const { mark, words } = controlState(model, id);
  return <State name={mark}>{words}</State>;
}

/** A line of a plan: state, way to the question, title, day. */
export function ControlLine({ id, children }: { id: string; children?: ComponentChildren }) {
  const { model, document } = useRisks();
  const { due, owner } = model.answer(id) ?? {};
  return (
    <li>
      <ControlState id={id} /> · <ItemButton id={id} /> {controlTitle(model, document, id)}
      {(due || owner) && <span class="note"> {[owner, due && t("risks.dueOn", { date: day(due) })].filter(Boolean).join(", ")}</span>}
      {children}
    </li>
  );
}
