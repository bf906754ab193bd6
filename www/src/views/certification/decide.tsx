/** One answer for one control or for several: needed, because; not needed, because; or later. */

import { options, t } from "../../words/words.js";
import { FormChoices, FormSelect, FormText, focusOf, useForm } from "../parts/form.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { EXCLUSIONS } from "./applicability.js";
import { changes } from "./data.js";
import { chosenReason, ReasonFields, reasonText, shownOf } from "./own_reasons.js";

interface Props {
  /** By what its fields are known. */
  readonly id: string;
  readonly controls: readonly string[];
  /** What the decision is about, as it is said. */
  readonly name: string;
  /** After a decision, with what was said. */
  readonly onDone: (said: string) => void;
  /** Puts it off; without it there is no such answer. */
  readonly onLater?: () => void;
}

export function Decide({ id, controls, name, onDone, onLater }: Props) {
  const { controller } = useUi();
  const { model } = controller;
  const form = useForm(`${id} decision`, { reason: "business" });
  const answer = form.get("answer");
  const refuse = (field: string, why: string): void => {
    form.refuse(field, why);
    controller.focusOn(focusOf(form, field));
  };
  const save = (): void => {
    if (controls.length === 0) return refuse("answer", t("certification.chooseSome"));
    if (answer === "") return refuse("answer", t("certification.chooseAnswer"));
    if (answer === "later") {
      form.clear();
      return onLater?.();
    }
    const isIn = answer === "in";
    const justification = form.get("justification").trim();
    if (!isIn && justification === "") return refuse("justification", t("certification.sayWhyOut"));
    const { reason, reference } = chosenReason(form);
    const outcome = isIn
      ? changes(model).include(controls, reason, reference, form.get("words").trim())
      : changes(model).exclude(controls, form.get("exclusion"), justification, form.get("review"));
    const said = isIn
      ? t("certification.said.needed", { id: name, reason: reasonText({ reason, reference: shownOf(model, reference) }) })
      : t("certification.said.left", { id: name, reason: justification });
    const refused = done(controller, outcome, said);
    if (refused !== "") return refuse("answer", refused);
    form.clear();
    onDone(said);
  };
  const choice = (value: string, key: string) => ({ value, name: t(`certification.${key}`), sentence: t(`certification.${key}Hint`) });
  return (
    <>
      <FormChoices
        form={form}
        field="answer"
        legend={t("certification.isNeeded", { name })}
        look="list"
        choices={[choice("in", "needed"), choice("out", "notNeeded"), ...(onLater ? [choice("later", "later")] : [])]}
      />
      {answer === "in" && (
        <div class="fields">
          <ReasonFields form={form} />
          <FormText form={form} field="words" label={t("certification.inOwnWords")} rows={2} />
        </div>
      )}
      {answer === "out" && (
        <div class="fields">
          <FormSelect form={form} field="exclusion" label={t("certification.because")} options={options("page.exclusion", ["", ...EXCLUSIONS])} />
          <FormText form={form} field="review" label={t("certification.reviewIn")} type="date" />
          <FormText form={form} field="justification" label={t("page.justification")} rows={3} />
        </div>
      )}
      <p>
        <button type="button" class="primary" part="button primary" onClick={save}>
          {onLater ? t("certification.saveNext") : t("certification.saveAll", { count: controls.length })}
        </button>
      </p>
    </>
  );
}
