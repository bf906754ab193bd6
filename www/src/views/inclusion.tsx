/** Why a control is in the Statement of Applicability: several reasons may hold. */

import { withInclusion } from "../answer.js";
import type { Place } from "../entries.js";
import { t } from "../words/words.js";
import { CheckField, FieldGroup, TextField } from "./fields.js";
import type { PartProps } from "./more.js";
import { useUi } from "./ui.js";

const REASONS = ["risk", "legal", "contractual", "business", "good_practice"] as const;

export function InclusionFields({ answer, onChange }: PartProps) {
  const { entries } = useUi().controller;
  const { id } = answer;
  return (
    <FieldGroup label={t("page.inclusionLabel")}>
      {REASONS.map((reason) => {
        const entry = answer.inclusion?.find((each) => each.reason === reason);
        const reference: Place = { id, field: `reference.${reason}` };
        const tick = (ticked: string): string => {
          if (ticked === "") entries.drop(reference);
          return onChange((current) => withInclusion(current, reason, ticked === "" ? undefined : ""));
        };
        return (
          <div key={reason} class="reason">
            <CheckField
              place={{ id, field: `inclusion.${reason}` }}
              label={t(`page.inclusion.${reason}`)}
              value={entry ? "on" : ""}
              onValue={tick}
            />
            {entry && (
              <TextField
                place={reference}
                label={t("page.reference", { reason: t(`page.inclusion.${reason}`) })}
                value={entry.reference ?? ""}
                onValue={(text) => onChange((current) => withInclusion(current, reason, text))}
              />
            )}
          </div>
        );
      })}
    </FieldGroup>
  );
}
