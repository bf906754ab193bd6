/** Why a control is in the Statement of Applicability: several reasons may hold. */

import { withInclusion } from "../answer.js";
import { t } from "../strings/en.js";
import { CheckField, FieldGroup, TextField } from "./fields.js";
import type { PartProps } from "./more.js";

const REASONS = ["risk", "legal", "contractual", "business", "good_practice"] as const;

export function InclusionFields({ answer, onAnswer }: PartProps) {
  return (
    <FieldGroup label={t.inclusionLabel}>
      {REASONS.map((reason) => {
        const entry = answer.inclusion?.find((each) => each.reason === reason);
        return (
          <div key={reason} class="reason">
            <CheckField
              label={t.inclusion[reason]}
              checked={entry !== undefined}
              onValue={(checked) => onAnswer(withInclusion(answer, reason, checked ? "" : undefined))}
            />
            {entry && (
              <TextField
                label={t.reference(t.inclusion[reason])}
                value={entry.reference ?? ""}
                onValue={(reference) => onAnswer(withInclusion(answer, reason, reference))}
              />
            )}
          </div>
        );
      })}
    </FieldGroup>
  );
}
