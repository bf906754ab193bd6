/** Whether a control belongs to the system: applicable, excluded with a reason, or inherited. */

import type { AnswerRecord, Applicability } from "../../api.js";
import { withApplicability, withExclusionReason, withScopeText } from "../../answer.js";
import { scopeOf } from "../../said.js";
import type { Place } from "../../entries.js";
import { options, t } from "../../words/words.js";
import { SelectField, TextField } from "../fields.js";
import type { PartProps } from "./fields.js";
import { useUi } from "../ui.js";

const STATES = ["applicable", "excluded", "inherited"];
const REASONS = ["", "no_risk", "no_activity", "no_asset", "other"];

/** Where the focus goes when a person has excluded a control. */
export const reasonKey = (answer: AnswerRecord): string => `reason-${answer.id}`;

export function ApplicabilityFields({ answer, onChange }: PartProps) {
  const { entries } = useUi().controller;
  const { id } = answer;
  const scope = scopeOf(answer);
  const place = (field: string): Place => ({ id, field });
  const setState = (state: string): string => {
    // The fields of the state that was left go away, and what stands in them with it.
    for (const field of ["reason", "provider", ...(state === "applicable" ? ["justification"] : [])]) entries.drop(place(field));
    return onChange((current) => withApplicability(current, state as Applicability));
  };
  return (
    <>
      <SelectField
        place={place("applicability")}
        label={t("page.applicabilityLabel")}
        value={scope?.state ?? "applicable"}
        options={options("page.applicability", STATES)}
        onValue={setState}
      />
      {scope?.state === "excluded" && (
        <SelectField
          place={place("reason")}
          label={t("page.exclusionReason")}
          focusKey={reasonKey(answer)}
          value={scope.reason ?? ""}
          options={options("page.exclusion", REASONS)}
          onValue={(reason) => onChange((current) => withExclusionReason(current, reason))}
        />
      )}
      {scope?.state === "inherited" && (
        <TextField
          place={place("provider")}
          label={t("page.provider")}
          value={scope.provider ?? ""}
          onValue={(provider) => onChange((current) => withScopeText(current, { provider }))}
        />
      )}
      {scope && (
        <TextField
          place={place("justification")}
          label={t("page.justification")}
          wide
          rows={2}
          value={scope.justification ?? ""}
          onValue={(justification) => onChange((current) => withScopeText(current, { justification }))}
        />
      )}
    </>
  );
}
