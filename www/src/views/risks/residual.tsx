/** What will be left when all is done: the same two questions as today, for what today's assessment names. */

import type { RiskRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormChoices, type Form } from "../parts/form.js";
import { DIMENSIONS, otherName, type Risks } from "./data.js";
import { residualField } from "./decide_form.js";

export function Residual({ form, risks, record }: { form: Form; risks: Risks; record: RiskRecord }) {
  const { criteria } = risks;
  const given = DIMENSIONS.filter((dimension) => record.current?.[dimension] !== undefined);
  const choices = (scale: "likelihood" | "consequence") => criteria[scale].map(({ word, name }) => ({ value: word, name }));
  return (
    <fieldset class="choose">
      <legend>
        <Heading depth={2}>{t("risks.whenDone")}</Heading>
      </legend>
      <FormChoices form={form} field={residualField("likelihood")} look="row" legend={t("risks.howLikely")} choices={choices("likelihood").reverse()} />
      {given.map((dimension) => (
        <FormChoices
          key={dimension}
          form={form}
          field={residualField(dimension)}
          look="row"
          legend={t(`risks.also.${dimension}`, { other: otherName(risks) })}
          choices={choices("consequence")}
        />
      ))}
    </fieldset>
  );
}
