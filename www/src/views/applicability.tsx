/** Whether a control belongs to the system: applicable, excluded with a reason, or inherited. */

import type { Applicability } from "../api.js";
import { scopeOf, withApplicability, withExclusionReason, withScopeText } from "../answer.js";
import { t } from "../strings/en.js";
import { SelectField, TextField } from "./fields.js";
import type { PartProps } from "./more.js";

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
