/** The controls that are suggested for a threat, in three groups, each with why and how far it is. Nothing is ticked for anybody. */

import type { ThreatView } from "../../../generated/report.js";
import type { RiskRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormText, type Form } from "../parts/form.js";
import { fieldId } from "../entry.js";
import { controlMark, ControlState, controlState, controlTitle } from "./control.js";
import { threatsOf, type Risks } from "./data.js";
import { addedOf, controlField, controlsOf } from "./decide_form.js";

const ROLES = ["prevent", "notice", "recover"] as const;

export function Measures({ form, risks, record }: { form: Form; risks: Risks; record: RiskRecord }) {
  const threat = threatsOf(risks.model).all.find(({ code }) => code === record.threat);
  const suggested = threat ? ROLES.flatMap((role) => threat[role]) : [];
  const others = [...new Set([...(record.existing ?? []), ...(record.treatment?.controls ?? []), ...addedOf(form)])].filter((id) => !suggested.includes(id));
  const { todo } = controlsOf(form, record, suggested, addedOf(form));
  return (
    <fieldset class="choose">
      <legend>
        <Heading depth={2}>{t("risks.whichMeasures")}</Heading>
      </legend>
      <p class="note">{threat ? t("risks.suggested") : t("risks.noSuggestions")}</p>
      {threat && ROLES.map((role) => <Role key={role} form={form} risks={risks} threat={threat} role={role} />)}
      {others.length > 0 && (
        <>
          <Heading depth={3}>{t("risks.otherMeasures")}</Heading>
          {others.map((id) => (
            <Measure key={id} form={form} risks={risks} id={id} />
          ))}
        </>
      )}
      <AddControl form={form} risks={risks} known={[...suggested, ...others]} />
      <Heading depth={3}>{t("risks.whoAndWhen")}</Heading>
      <FormText form={form} field="what" label={t("risks.somethingMore")} hint={todo.length > 0 ? t("risks.somethingMoreHint") : ""} rows={2} />
      <div class="fields">
        <FormText form={form} field="who" label={t("risks.stepWho")} />
        <FormText form={form} field="due" type="date" label={t("risks.stepDue")} />
      </div>
    </fieldset>
  );
}

function Role({ form, risks, threat, role }: { form: Form; risks: Risks; threat: ThreatView; role: (typeof ROLES)[number] }) {
  const { model } = risks;
  // What is in place stands first, what is excluded last; else as in the catalogue.
  const place = (id: string): number => (controlState(model, id).isInPlace ? 0 : model.state(id)?.applicability === "excluded" ? 2 : 1);
  const ids = [...threat[role]].sort((one, other) => place(one) - place(other));
  if (ids.length === 0) return null;
  return (
    <>
      <Heading depth={3}>{t(`risks.role.${role}`)}</Heading>
      {ids.map((id) => (
        <Measure key={id} form={form} risks={risks} id={id} why={t(`threats.${threat.code}.${id}`)} />
      ))}
    </>
  );
}

/** A control to tick; one that is ticked says whether it is still to do or holds the risk already. */
function Measure({ form, risks, id, why }: { form: Form; risks: Risks; id: string; why?: string }) {
  const { model, document } = risks;
  const field = controlField(id);
  const box = fieldId({ id: form.id, field });
  const counts = form.get(field);
  const { isInPlace } = controlState(model, id);
  const isExcluded = model.state(id)?.applicability === "excluded";
  return (
    <div class="check-line">
      <input
        id={box}
        type="checkbox"
        checked={counts !== ""}
        onChange={(event) => form.set(field, event.currentTarget.checked ? (isInPlace ? "holds" : "todo") : "")}
      />
      <div>
        <label for={box}>
          <bdi class="id">{controlMark(document, id)}</bdi> {controlTitle(model, document, id)}
        </label>
        <span class="note below">
          {why && <>{why} </>}
          <ControlState id={id} />
        </span>
        {counts !== "" && isExcluded && <p class="refused">{t("risks.excludedUsed", { id })}</p>}
        {counts !== "" && (
          <label class="counts">
            <span>{t("risks.countsAs", { id })}</span>
            <select part="input" value={counts} onChange={(event) => form.set(field, event.currentTarget.value)}>
              <option value="todo">{t("risks.counts.todo")}</option>
              <option value="holds">{t("risks.counts.holds")}</option>
            </select>
          </label>
        )}
      </div>
    </div>
  );
}

/** Any other control of the catalogue, or one of one's own. */
function AddControl({ form, risks, known }: { form: Form; risks: Risks; known: readonly string[] }) {
  const { model, document } = risks;
  const all = [
    ...[...model.items.values()].filter(({ id, force }) => force === "guidance" && !known.includes(id)).map(({ id, title }) => [id, title] as const),
    ...(document.own_controls ?? []).filter(({ id = "" }) => !known.includes(id)).map(({ id = "", title }) => [id, title] as const),
  ];
  const take = (id: string): void => {
    if (id === "") return;
    form.set("added", [...addedOf(form), id].join(" "));
    form.set(controlField(id), controlState(model, id).isInPlace ? "holds" : "todo");
  };
  return (
    <div class="field">
      <label for={fieldId({ id: form.id, field: "add" })}>{t("risks.addMeasure")}</label>
      <select id={fieldId({ id: form.id, field: "add" })} part="input" value="" onChange={(event) => take(event.currentTarget.value)}>
        <option value="">{t("risks.chooseMeasure")}</option>
        {all.map(([id, title]) => (
          <option key={id} value={id}>
            {id} {title}
          </option>
        ))}
      </select>
    </div>
  );
}
