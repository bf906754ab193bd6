/** After "not applicable": the step to an exclusion with a reason, which only a person can take. */

import type { AnswerRecord } from "../api.js";
import { scopeOf, withApplicability } from "../answer.js";
import { t } from "../strings/en.js";
import { ApplicabilityFields } from "./applicability.js";
import { useUi } from "./ui.js";

export function NotApplicable({ answer }: { answer: AnswerRecord }) {
  const { controller } = useUi();
  const onAnswer = (next: AnswerRecord): void => void controller.set(next);
  if (scopeOf(answer)) {
    return (
      <div class="fields">
        <ApplicabilityFields answer={answer} onAnswer={onAnswer} />
      </div>
    );
  }
  const exclude = (): void => {
    onAnswer(withApplicability(answer, "excluded"));
    controller.focusOn(answer.id);
  };
  return (
    <div class="notice">
      <p>{t.notApplicable}</p>
      <button type="button" part="button" onClick={exclude}>
        {t.exclude}
      </button>
    </div>
  );
}
