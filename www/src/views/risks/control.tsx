/** A control as risks name it: its state, its id as a way to its question, its title, and its day. */

import type { ComponentChildren } from "preact";
import { derived } from "../../derived.js";
import type { AssessmentRecord } from "../../document.js";
import type { Model } from "../../model.js";
import { t } from "../../words/words.js";
import { ItemButton } from "../item_button.js";
import { day } from "../parts/day.js";
import { State, type MarkName } from "../parts/mark.js";
import { openRow } from "../parts/opened.js";
import { Way } from "../parts/way.js";
import { useRisks } from "./data.js";

/** The title of a control of the catalogue or of one's own. */
export function controlTitle(model: Model, document: AssessmentRecord, id: string): string {
  return model.items.get(id)?.title ?? document.own_controls?.find((own) => own.id === id)?.title ?? "";
}

/** What people call a control: its id, or the label of one of one's own. */
export const controlMark = (document: AssessmentRecord, id: string): string => document.own_controls?.find((own) => own.id === id)?.label || id;

/** The mark and the words of how far a control is. */
export function controlState(model: Model, id: string): { readonly mark: MarkName; readonly words: string; readonly isInPlace: boolean } {
  // Of controls of one's own the statement knows.
  const state = model.state(id) ?? derived(model).soa().rows.find((row) => row.id === id);
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

/** The way to a control's question, or to the row of one of one's own. */
function Name({ id }: { id: string }) {
  const { controller, model, document } = useRisks();
  if (model.items.has(id)) return <ItemButton id={id} />;
  return (
    <Way to="soa" focus={id} item={`own ${id}`} before={() => openRow(controller, "soa", id)}>
      <bdi>{controlMark(document, id)}</bdi>
    </Way>
  );
}

/** A line of a plan: state, way to the question, title, day. */
export function ControlLine({ id, children }: { id: string; children?: ComponentChildren }) {
  const { model, document } = useRisks();
  const { due, owner } = model.answer(id) ?? document.answers.find((answer) => answer.id === id) ?? {};
  return (
    <li>
      <ControlState id={id} /> · <Name id={id} /> {controlTitle(model, document, id)}
      {(due || owner) && <span class="note"> {[owner, due && t("risks.dueOn", { date: day(due) })].filter(Boolean).join(", ")}</span>}
      {children}
    </li>
  );
}
