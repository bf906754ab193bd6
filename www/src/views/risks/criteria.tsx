/** By what risks are judged: a table, its cells, names and the line, who may accept, and how soon one looks again; with what a change would do before it is made. */

import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { CriteriaRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormBox, FormCheck, FormChoices, FormSelect, FormText, focusOf, useForm, type Form } from "../parts/form.js";
import { Go } from "../parts/go.js";
import { Cells, firstCell } from "./criteria_cells.js";
import { edited, faultOf, FORM, initialCriteria, mapping, pairs, PRESENT, SCALES, type Scale } from "./criteria_form.js";
import { Acceptors, LevelNames, Named, ReviewMonths } from "./criteria_levels.js";
import { Crossings, CriteriaFindings, tryCriteria } from "./criteria_preview.js";
import { asksSafety, levelName, ready, settle, SIZES, stepName, useRisks, type Risks } from "./data.js";
import { Matrix } from "./matrix.js";

export function CriteriaEditor() {
  const risks = useRisks();
  const { controller, criteria, hasCriteria } = risks;
  const form = useForm(FORM, initialCriteria(criteria));
  const size = form.get("size");
  const base = useMemo(() => (SIZES.some((it) => it === size) ? ready(risks.derived, size as (typeof SIZES)[number]) : criteria), [size, risks.document]);
  const made = edited(form, risks, base);
  const maps = { likelihood: mapping(form, risks, made, "likelihood"), consequence: mapping(form, risks, made, "consequence") };
  const text = JSON.stringify([made, maps]);
  const tried = useMemo(() => tryCriteria(risks, made, maps), [text, risks.register]);
  const problems = tried.ok ? [] : tried.problems;
  const parts = { form, risks, base, made };
  const hasCells = JSON.stringify(made.matrix) !== JSON.stringify(base.matrix) || firstCell(form, made, problems) !== undefined;

  const save = (): void => {
    const fault = faultOf(form, made);
    if (fault) {
      form.refuse(...fault);
      return controller.focusOn(focusOf(form, fault[0]));
    }
    const cell = firstCell(form, made, problems);
    if (cell !== undefined) return controller.focusOn(focusOf(form, cell));
    const outcome = risks.derived.change((report, engine) => report.setCriteria(engine, JSON.stringify(made), pairs(maps.likelihood), pairs(maps.consequence)));
    if (!settle(risks, outcome, t("risks.criteriaSaved", { line: levelName(made, made.accept_up_to) }))) return;
    form.clear();
    controller.go("risks");
  };

  return (
    <FormBox class="risk-form" onSave={save}>
      <p class="lead">{t(hasCriteria ? "risks.criteriaLead" : "risks.criteriaFirst")}</p>
      <div class="cols">
        <div>
          <FormChoices
            form={form}
            field="size"
            legend={<Heading depth={2}>{t("risks.table")}</Heading>}
            choices={[
              { value: PRESENT, name: t("risks.tableNow"), sentence: t("risks.tableSize", { rows: criteria.likelihood.length, columns: criteria.consequence.length, levels: criteria.levels.length }) },
              ...SIZES.map((value) => ({ value, name: t(`risks.size.${value}.name`), sentence: t(`risks.size.${value}.sentence`) })),
            ]}
          />
          <FormSelect
            form={form}
            field="line"
            label={t("risks.lineField")}
            hint={t("risks.lineHint")}
            options={[["", t("risks.lineAsNow", { level: levelName(made, base.accept_up_to) })], ...made.levels.slice(0, -1).map(({ word, name }): [string, string] => [word, name])]}
          />
          {SCALES.map((scale) => (
            <Mapping key={scale} form={form} risks={risks} made={made} scale={scale} />
          ))}
          <Fold title={t("risks.cells")} open={hasCells}>
            <Cells form={form} made={made} problems={problems} />
          </Fold>
          <Fold title={t("risks.levelNames")}>
            <LevelNames {...parts} />
          </Fold>
          {SCALES.map((scale) => (
            <Fold key={scale} title={t(`risks.stepNames.${scale}`)}>
              {base[scale].map(({ word, name, anchor = "" }) => (
                <div key={word} class="fields">
                  <Named form={form} field={`${scale}.${word}.name`} label={t("risks.nameOf", { name })} before={name} />
                  <Named form={form} field={`${scale}.${word}.anchor`} label={t("risks.anchorOf", { name })} before={anchor} />
                </div>
              ))}
            </Fold>
          ))}
          <Fold title={t("risks.acceptors")}>
            <Acceptors {...parts} />
          </Fold>
          <Fold title={t("risks.reviewMonths")}>
            <ReviewMonths {...parts} />
          </Fold>
          <Fold title={t("risks.askedToo")} open={asksSafety(risks)}>
            <FormText form={form} field="other" label={t("risks.otherDimension")} hint={t("risks.otherHint")} />
            <FormCheck form={form} field="inherent">
              {t("risks.askInherent")}
            </FormCheck>
          </Fold>
          <CriteriaFindings findings={tried.ok ? tried.value.findings : []} />
          <Crossings risks={risks} made={made} crossings={tried.ok ? tried.value.crossings : []} />
          <p class="row">
            <button type="button" class="primary" part="button primary" onClick={save}>
              {t("risks.saveCriteria")}
            </button>
            <Go to="risks" look="button" before={form.clear}>
              {t("risks.cancel")}
            </Go>
          </p>
        </div>
        <div class="beside">
          <div class="panel">
            <Matrix criteria={made} caption={t("risks.tableCaption", { line: levelName(made, made.accept_up_to) })} />
          </div>
        </div>
      </div>
    </FormBox>
  );
}

function Fold(props: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details open={props.open || undefined}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}

function Mapping({ form, risks, made, scale }: { form: Form; risks: Risks; made: CriteriaRecord; scale: Scale }) {
  const going = mapping(form, risks, made, scale);
  if (going.length === 0) return null;
  return (
    <fieldset class="choose">
      <legend>{t(`risks.mapping.${scale}`)}</legend>
      <div class="fields">
        {going.map(([word, next]) => (
          <FormSelect
            key={word}
            form={form}
            field={`map.${scale}.${word}`}
            label={t("risks.mapOf", { name: stepName(risks.criteria, scale, word) })}
            options={[["", made[scale].find((step) => step.word === next)?.name ?? next], ...made[scale].filter((step) => step.word !== next).map((step): [string, string] => [step.word, step.name])]}
          />
        ))}
      </div>
    </fieldset>
  );
}
