/** Whether a control is in, left out, or operated by somebody else; and why. */

import { useState } from "preact/hooks";
import type { AnswerRecord } from "../../document.js";
import { options, t } from "../../words/words.js";
import { SelectField, TextField } from "../fields.js";
import { day } from "../parts/day.js";
import { State } from "../parts/mark.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, type SoaRow } from "./data.js";
import { exclusion } from "./why.js";

type Scope = NonNullable<AnswerRecord["applicability"]>;

export const EXCLUSIONS = ["no_risk", "no_activity", "no_asset", "other"];
const STATES = ["applicable", "excluded", "inherited"];

interface Props {
  readonly row: SoaRow;
  readonly answer: AnswerRecord | undefined;
}

export function Applicability({ row, answer }: Props) {
  const [changing, setChanging] = useState(false);
  const { id } = row;
  return (
    <>
      <Said row={row} answer={answer} />{" "}
      <button type="button" class="quiet" aria-expanded={changing} data-focus={`applicability ${id}`} onClick={() => setChanging(!changing)}>
        {t("certification.change")}
        <span class="hidden">{t("certification.applicabilityOf", { id })}</span>
      </button>
      {changing && <Fields row={row} answer={answer} />}
    </>
  );
}

/** What is said of it, and what is missing. */
function Said({ row, answer }: Props) {
  const { applicability } = row;
  const review = answer?.applicability?.review;
  const missing = (key: string) => <State name="block" tone="poor">{t(`certification.missing.${key}`)}</State>;
  return (
    <>
      {t(`page.applicability.${applicability}`)}
      {applicability === "inherited" && <>, {row.provider ? t("certification.by", { provider: row.provider }) : missing("provider")}</>}
      {applicability === "excluded" && exclusion(row) && <>: {exclusion(row)}</>}
      {applicability !== "applicable" && (
        <>
          . {row.justification ?? (applicability === "excluded" ? missing("justification") : "")}
        </>
      )}
      {applicability === "excluded" && review && <> {t("certification.reviewOn", { day: day(review) })}</>}
    </>
  );
}

/** The fields of the state; what was written for another state is kept. */
function Fields({ row, answer }: Props) {
  const { controller } = useUi();
  const { id } = row;
  const scope: Scope = answer?.applicability ?? { state: "applicable" };
  const set = (part: Partial<Scope>): string => {
    const next = { ...scope, ...part };
    const { state, ...words } = next;
    const kept: Scope = { state, ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== "")) };
    const said = t("certification.said.applicability", { id, state: t(`page.applicability.${next.state}`) });
    return done(controller, changes(controller.model).answer({ ...(answer ?? { id }), applicability: kept }), said);
  };
  const place = (field: string) => ({ id, field: `soa.${field}` });
  return (
    <div class="fields">
      <SelectField
        place={place("applicability")}
        label={t("page.applicabilityLabel")}
        value={scope.state}
        options={options("page.applicability", STATES)}
        onValue={(state) => set({ state: state as Scope["state"] })}
      />
      {scope.state === "excluded" && (
        <SelectField
          place={place("exclusion")}
          label={t("page.exclusionReason")}
          value={scope.reason ?? ""}
          options={options("page.exclusion", ["", ...EXCLUSIONS])}
          onValue={(reason) => set({ reason: reason as NonNullable<Scope["reason"]> })}
        />
      )}
      {scope.state === "inherited" && (
        <TextField place={place("provider")} label={t("page.provider")} value={scope.provider ?? ""} onValue={(provider) => set({ provider })} />
      )}
      {scope.state === "excluded" && (
        <TextField
          place={place("review")}
          label={t("certification.reviewLabel")}
          type="date"
          value={scope.review ?? ""}
          onValue={(review) => set({ review })}
        />
      )}
      {scope.state !== "applicable" && (
        <TextField
          place={place("justification")}
          label={t("page.justification")}
          wide
          rows={2}
          value={scope.justification ?? ""}
          onValue={(justification) => set({ justification })}
        />
      )}
    </div>
  );
}
