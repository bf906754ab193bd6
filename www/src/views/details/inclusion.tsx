/** Why a control is in the Statement of Applicability: several reasons may hold. */

import { inclusionsOf, withInclusion, withReference } from "../../answer.js";
import type { Place } from "../../entries.js";
import { t } from "../../words/words.js";
import { CheckField, FieldGroup, TextField } from "../fields.js";
import type { PartProps } from "./fields.js";
import { useUi } from "../ui.js";

const REASONS = ["risk", "legal", "contractual", "business", "good_practice"] as const;

export function InclusionFields({ answer, onChange }: PartProps) {
  const { entries } = useUi().controller;
  const { id } = answer;
  return (
    <FieldGroup label={t("page.inclusionLabel")}>
      {REASONS.map((reason) => {
        const given = inclusionsOf(answer, reason);
        const place = (nth: number): Place => ({ id, field: nth === 0 ? `reference.${reason}` : `reference.${reason}.${nth + 1}` });
        const tick = (ticked: string): string => {
          if (ticked === "") given.forEach((_, nth) => entries.drop(place(nth)));
          return onChange((current) => withInclusion(current, reason, ticked !== ""));
        };
        return (
          <div key={reason} class="reason">
            <CheckField
              place={{ id, field: `inclusion.${reason}` }}
              label={t(`page.inclusion.${reason}`)}
              value={given.length > 0 ? "on" : ""}
              onValue={tick}
            />
            {given.map((entry, nth) => (
              <TextField
                key={nth}
                place={place(nth)}
                label={t("page.reference", { reason: t(`page.inclusion.${reason}`) }) + (nth > 0 ? ` ${nth + 1}` : "")}
                value={entry.reference ?? ""}
                onValue={(text) => onChange((current) => withReference(current, reason, nth, text))}
              />
            ))}
          </div>
        );
      })}
    </FieldGroup>
  );
}
