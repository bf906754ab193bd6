/** The steps of an exclusion, which only a person can take: exclude, say why, or include again. */

import type { AnswerRecord } from "../../api.js";
import { answeringIn } from "../../answering.js";
import { withApplicability } from "../../answer.js";
import { scopeOf } from "../../said.js";
import { t } from "../../words/words.js";
import { ApplicabilityFields, reasonKey } from "./applicability.js";
import { useUi } from "../ui.js";

/** What stands below an answer of "not applicable", or below an answer to an excluded control. */
export function Exclusion({ answer }: { answer: AnswerRecord }) {
  const { controller } = useUi();
  // A pack that does not ask whether controls apply takes the answer, and the rest is for who sent it.
  if (answeringIn(controller.model)?.applicability === false) return null;
  const scopeTo = (state: "applicable" | "excluded"): void =>
    void controller.change(answer.id, (current) => withApplicability(current, state));
  const excluded = scopeOf(answer)?.state === "excluded";
  if (answer.response !== "not_applicable") {
    const include = (): void => {
      scopeTo("applicable");
      controller.focusOn(answer.id);
    };
    return excluded ? <Step text={t("page.excludedAnyway")} action={t("page.include")} onAction={include} /> : null;
  }
  if (scopeOf(answer)) {
    return (
      <div class="notice">
        {excluded && <p>{t("page.excludedNote")}</p>}
        <div class="fields">
          <ApplicabilityFields answer={answer} onChange={(change) => controller.edit(answer.id, change)} />
        </div>
      </div>
    );
  }
  const exclude = (): void => {
    scopeTo("excluded");
    controller.focusOn(reasonKey(answer));
  };
  return <Step text={t("page.notApplicable")} action={t("page.exclude")} onAction={exclude} />;
}

function Step(props: { text: string; action: string; onAction: () => void }) {
  return (
    <div class="notice">
      <p>{props.text}</p>
      <button type="button" part="button" onClick={props.onAction}>
        {props.action}
      </button>
    </div>
  );
}
