/** By what risks are judged: one of three tables, names, and the line; with what a change would do before it is made. */

import { useMemo } from "preact/hooks";
import type { CrossingView } from "../../../generated/report.js";
import type { CriteriaRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormBox, FormChoices, FormSelect, FormText, focusOf, useForm, type Form } from "../parts/form.js";
import { Go } from "../parts/go.js";
import { Notice } from "../parts/notice.js";
import { DIMENSIONS, labelOf, levelName, ready, settle, SIZES, stepName, useRisks, type Risks } from "./data.js";
import { Matrix } from "./matrix.js";

const SCALES = ["likelihood", "consequence"] as const;
type Scale = (typeof SCALES)[number];

const FORM = "risks/criteria";
/** What stands for the table that holds now. */
const PRESENT = "now";

export function CriteriaEditor() {
  const risks = useRisks();
  const { controller, criteria, hasCriteria } = risks;
  const form = useForm(FORM, { size: PRESENT });
  const size = form.get("size");
  const base = useMemo(() => (SIZES.some((it) => it === size) ? ready(risks.derived, size as (typeof SIZES)[number]) : criteria), [size, risks.document]);
  const made = edited(form, base);
  const maps = { likelihood: mapping(form, risks, made, "likelihood"), consequence: mapping(form, risks, made, "consequence") };
  const text = JSON.stringify([made, maps]);
  const crossings = useMemo(() => preview(risks, made, maps), [text, risks.register]);

  const save = (): void => {
    const blank = names(made).find(([, name]) => name.trim() === "");
    if (blank) {
      form.refuse(blank[0], t("risks.sayName"));
      return controller.focusOn(focusOf(form, blank[0]));
    }
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
            options={[["", t("risks.lineAsNow", { level: levelName(base, base.accept_up_to) })], ...base.levels.slice(0, -1).map(({ word, name }): [string, string] => [word, name])]}
          />
          {SCALES.map((scale) => (
            <Mapping key={scale} form={form} risks={risks} made={made} scale={scale} />
          ))}
          <details>
            <summary>{t("risks.levelNames")}</summary>
            <div class="fields">
              {base.levels.map(({ word, name }) => (
                <Named key={word} form={form} field={`level.${word}`} label={t("risks.nameOf", { name })} before={name} />
              ))}
            </div>
          </details>
          {SCALES.map((scale) => (
            <details key={scale}>
              <summary>{t(`risks.stepNames.${scale}`)}</summary>
              {base[scale].map(({ word, name, anchor = "" }) => (
                <div key={word} class="fields">
                  <Named form={form} field={`${scale}.${word}.name`} label={t("risks.nameOf", { name })} before={name} />
                  <Named form={form} field={`${scale}.${word}.anchor`} label={t("risks.anchorOf", { name })} before={anchor} />
                </div>
              ))}
            </details>
          ))}
          <Preview risks={risks} made={made} crossings={crossings} />
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

/** A name that stands there already and may be written over. */
function Named({ form, field, label, before }: { form: Form; field: string; label: string; before: string }) {
  const typed = form.get(`typed.${field}`) !== "";
  return <FormText form={form} field={field} label={label} shown={typed ? undefined : before} onTyped={() => form.set(`typed.${field}`, "on")} />;
}

/** The criteria as the form has them. */
function edited(form: Form, base: CriteriaRecord): CriteriaRecord {
  const over = (field: string, before: string): string => (form.get(`typed.${field}`) === "" ? before : form.get(field));
  const steps = (scale: Scale) =>
    base[scale].map((step) => ({ ...step, name: over(`${scale}.${step.word}.name`, step.name), anchor: over(`${scale}.${step.word}.anchor`, step.anchor ?? "") }));
  const line = form.get("line");
  return {
    ...base,
    likelihood: steps("likelihood"),
    consequence: steps("consequence"),
    levels: base.levels.map((level) => ({ ...level, name: over(`level.${level.word}`, level.name) })),
    accept_up_to: base.levels.some(({ word }) => word === line) ? line : base.accept_up_to,
  };
}

/** Every name with its field. */
const names = (made: CriteriaRecord): [field: string, name: string][] => [
  ...made.levels.map(({ word, name }): [string, string] => [`level.${word}`, name]),
  ...SCALES.flatMap((scale) => made[scale].map(({ word, name }): [string, string] => [`${scale}.${word}.name`, name])),
];

/** Steps that go and are used, each with the one that stands for it. */
function mapping(form: Form, { criteria, document }: Risks, made: CriteriaRecord, scale: Scale): [old: string, next: string][] {
  const used = new Set(
    (document.risks ?? []).flatMap(({ current, inherent, treatment }) =>
      [current, inherent, treatment?.residual].flatMap((it) => (scale === "likelihood" ? [it?.likelihood] : DIMENSIONS.map((dimension) => it?.[dimension]))),
    ),
  );
  const going = criteria[scale].filter(({ word }) => used.has(word) && !made[scale].some((step) => step.word === word));
  return going.map(({ word }) => {
    const place = criteria[scale].findIndex((step) => step.word === word);
    const last = made[scale].length - 1;
    const near = Math.round((place * last) / Math.max(1, criteria[scale].length - 1));
    const chosen = form.get(`map.${scale}.${word}`);
    const next = made[scale].some((step) => step.word === chosen) ? chosen : (made[scale][near]?.word ?? "");
    return [word, next];
  });
}

const pairs = (mapping: readonly (readonly [string, string])[]): string => mapping.map((pair) => pair.join("=")).join(" ");

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

function preview(risks: Risks, made: CriteriaRecord, maps: Record<Scale, [string, string][]>): readonly CrossingView[] {
  const outcome = risks.derived.use((report, engine, today) => report.previewCriteria(engine, today, JSON.stringify(made), pairs(maps.likelihood), pairs(maps.consequence)));
  return outcome.ok ? outcome.value : [];
}

/** Which risks change the side of the line, or their level. */
function Preview({ risks, made, crossings }: { risks: Risks; made: CriteriaRecord; crossings: readonly CrossingView[] }) {
  const moved = (what: string): CrossingView[] => crossings.filter(({ exposure }) => exposure === what);
  const line = ({ id, before, after }: CrossingView): string => {
    const record = risks.document.risks?.find((risk) => risk.id === id);
    const name = record ? `${labelOf(record)} ${record.title}` : id;
    return t("risks.moves", { name, before: before ? levelName(risks.criteria, before) : "–", after: after ? levelName(made, after) : "–" });
  };
  if (crossings.length === 0) return null;
  const kinds = ["crosses_up", "crosses_down", "level_changed", "not_readable"].filter((kind) => moved(kind).length > 0);
  return (
    <div aria-live="polite">
      <Heading depth={2}>{t("risks.whatChanges")}</Heading>
      {kinds.length === 0 && <p>{t("risks.nothingChanges", { count: crossings.length })}</p>}
      {kinds.map((kind) => (
        <Notice key={kind} kind={kind === "crosses_up" || kind === "not_readable" ? "warn" : "info"} title={t(`risks.moved.${kind}`, { count: moved(kind).length })}>
          <ul>
            {moved(kind).map((it) => (
              <li key={it.id}>{line(it)}</li>
            ))}
          </ul>
        </Notice>
      ))}
    </div>
  );
}
