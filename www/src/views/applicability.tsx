/** Whether a control belongs to the system: applicable, excluded with a reason, or inherited. */

import type { AnswerRecord, Applicability } from "../api.js";
import { scopeOf, withApplicability, withExclusionReason, withScopeText } from "../answer.js";
import { t } from "../strings/en.js";
import { SelectField, TextField } from "./fields.js";
import type { PartProps } from "./more.js";

/** Where the focus goes when a person has excluded a control. */
export const reasonKey = (answer: AnswerRecord): string => `reason-${answer.id}`;

export function ApplicabilityFields({ answer, onAnswer }: PartProps) {
  const scope = scopeOf(answer);
  return (
    <>
      <SelectField
        label={t.applicabilityLabel}
        value={scope?.state ?? "applicable"}
        options={Object.entries(t.applicability)}
        onValue={(state) => onAnswer(withApplicability(answer, state as Applicability))}
      />
      {scope?.state === "excluded" && (
        <SelectField
          label={t.exclusionReason}
          focusKey={reasonKey(answer)}
          value={scope.reason ?? ""}
          options={Object.entries(t.exclusion)}
          onValue={(reason) => onAnswer(withExclusionReason(answer, reason))}
        />
      )}
      {scope?.state === "inherited" && (
        <TextField
          label={t.provider}
          value={scope.provider ?? ""}
          onValue={(provider) => onAnswer(withScopeText(answer, { provider }))}
        />
      )}
      {scope && (
        <TextField
          label={t.justification}
          wide
          rows={2}
          value={scope.justification ?? ""}
          onValue={(justification) => onAnswer(withScopeText(answer, { justification }))}
        />
      )}
    </>
  );
}
