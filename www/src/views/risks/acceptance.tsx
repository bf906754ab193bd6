/** Keeping a risk above the line: somebody who may accepts it until a day. */

import type { CriteriaRecord, RiskRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { FormSelect, FormText, type Form } from "../parts/form.js";
import { Notice } from "../parts/notice.js";
import { levelName, type Accepting, type Risks } from "./data.js";
import type { RiskView } from "./rows.js";

/** Who may accept at the level at which a risk stands today. */
const rolesFor = ({ may_accept = [] }: CriteriaRecord, view: RiskView): readonly string[] =>
  may_accept.find(({ level }) => level === view.exposure?.level)?.roles ?? [];

export function Acceptance({ form, risks, view, record }: { form: Form; risks: Risks; view: RiskView; record: RiskRecord }) {
  const { criteria } = risks;
  if (!view.exposure?.isAbove) return <p class="note">{t("risks.keptBelow")}</p>;
  const roles = rolesFor(criteria, view);
  const level = levelName(criteria, view.exposure.level);
  if (roles.length === 0) return <Notice kind="warn" title={t("risks.nobodyMay", { level })} />;
  const { acceptance } = record;
  return (
    <fieldset class="choose">
      <legend>
        <Heading depth={2}>{t("risks.whoAccepts")}</Heading>
      </legend>
      <p class="note">{t("risks.whoAcceptsHint", { level, count: criteria.accept_months_max ?? 12 })}</p>
      {acceptance && !view.isAccepted && <p class="note">{t("risks.acceptanceVoid", { who: acceptance.by, date: day(acceptance.until) })}</p>}
      <div class="fields">
        <FormText form={form} field="by" label={t("risks.acceptedByField")} />
        <FormSelect form={form} field="role" label={t("risks.role_field")} options={[["", t("risks.chooseRole")], ...roles.map((role): [string, string] => [role, role])]} />
        <FormText form={form} field="until" type="date" label={t("risks.until")} />
      </div>
    </fieldset>
  );
}

/** What an acceptance lacks that is due; nothing where none is. */
export function acceptanceProblem(form: Form, view: RiskView, criteria: CriteriaRecord): [field: string, message: string] | undefined {
  if (!view.exposure?.isAbove || rolesFor(criteria, view).length === 0) return undefined;
  // A valid one stays where nothing of it was changed.
  if (view.isAccepted && form.get("until") === "") return undefined;
  if (form.get("by").trim() === "") return ["by", t("risks.sayWhoAccepts")];
  if (form.get("role") === "") return ["role", t("risks.sayRole")];
  if (form.get("until") === "") return ["until", t("risks.sayUntil")];
  return undefined;
}

/** Who accepts, in the words of the form; nothing where that was said before and stays. */
export function acceptanceOf(form: Form): Accepting | undefined {
  const until = form.get("until");
  if (until === "") return undefined;
  return { by: form.get("by").trim(), role: form.get("role"), until, why: form.get("whyOption").trim() };
}
