/** By what a risk is shared: contracts and insurance that stand among the obligations. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormCheck, type Form } from "../parts/form.js";
import { day } from "../parts/day.js";
import { Go } from "../parts/go.js";
import { labelOf, type Risks } from "./data.js";
import { basisField } from "./decide_form.js";

export function Sharing({ form, risks }: { form: Form; risks: Risks }) {
  const { obligations = [] } = risks.document;
  return (
    <fieldset class="choose">
      <legend>
        <Heading depth={2}>{t("risks.sharedBy")}</Heading>
      </legend>
      <p class="note">{obligations.length > 0 ? t("risks.sharedByHint") : t("risks.sharedByNone")}</p>
      {obligations.map((obligation) => (
        <FormCheck key={obligation.id} form={form} field={basisField(obligation.id ?? "")}>
          <bdi class="id">{labelOf(obligation)}</bdi> {obligation.title}
          <span class="note">
            {" "}
            {t(`risks.kind.${obligation.kind}`)}
            {obligation.until && `, ${t("risks.untilDay", { date: day(obligation.until) })}`}
          </span>
        </FormCheck>
      ))}
      <p>
        <Go to="obligations">{t("risks.toObligations")}</Go>
      </p>
    </fieldset>
  );
}
