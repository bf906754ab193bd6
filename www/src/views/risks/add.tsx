/** A risk in four choices: what could happen, what it would hit, how likely, how bad. The level follows at once. */

import { useMemo } from "preact/hooks";
import type { ThreatView } from "../../../generated/report.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormBox, FormChoices, FormText, focusOf, useForm, type Form } from "../parts/form.js";
import { Go } from "../parts/go.js";
import { ADD, affected, groupName, inherentField, initial, keeping, OWN, proposedTitle } from "./add_form.js";
import { DIMENSIONS, keepRisk, labelOf, levelName, otherName, settle, stepName, threatsOf, tried, useRisks, joinedWords, registerOf, type Dimension, type Keeping, type Risks } from "./data.js";
import { Level } from "./level.js";
import { Matrix } from "./matrix.js";
import { openRow, showGroups } from "./register_state.js";
import type { RiskView } from "./rows.js";

/** `id` is the risk that is changed; a new one without. */
export function AddRisk({ id }: { id?: string }) {
  const risks = useRisks();
  const { controller, model, document } = risks;
  const record = id === undefined ? undefined : document.risks?.find((risk) => risk.id === id);
  const form = useForm(id === undefined ? ADD : `risks/edit:${id}`, initial(record));
  const threats = threatsOf(model);
  const threat = threats.all.find(({ code }) => code === form.get("threat"));
  if (id !== undefined && !record) return <p>{t("risks.gone_entry")}</p>;

  const save = (): void => {
    const title = form.get("title").trim() || proposedTitle(form, risks);
    if (title === "") {
      const field = form.get("threat") === OWN ? "event" : "threat";
      form.refuse(field, t("risks.sayWhat"));
      return controller.focusOn(focusOf(form, field));
    }
    if (form.get("group") === OWN && form.get("newGroup").trim() === "") {
      form.refuse("newGroup", t("risks.sayGroup"));
      return controller.focusOn(focusOf(form, "newGroup"));
    }
    const kept = keeping(form, risks, record, threat);
    const outcome = keepRisk(risks, kept);
    if (!settle(risks, outcome, ({ ids }) => saidOf(risks, ids[0] ?? "")) || !outcome.ok) return;
    form.clear();
    const [saved = ""] = outcome.value.ids;
    openRow(controller, saved);
    controller.go("risks", saved);
  };

  return (
    <FormBox class="risk-form" onSave={save}>
      <p class="lead">{record ? `${labelOf(record)} ${record.title}` : t("risks.addHint")}</p>
      <div class="cols">
        <div>
          <WhatHappens form={form} risks={risks} />
          <WhatIsHit form={form} risks={risks} />
          <FormChoices
            form={form}
            field="likelihood"
            legend={<Heading depth={2}>{t("risks.add3")}</Heading>}
            choices={[...risks.criteria.likelihood].reverse().map(({ word, name, anchor }) => ({ value: word, name, sentence: anchor }))}
          />
          <HowBad form={form} risks={risks} threat={threat} />
          {risks.criteria.ask_inherent && <Inherent form={form} risks={risks} />}
          {record && <More form={form} />}
        </div>
        <div class="beside">
          <Result form={form} risks={risks} keeping={keeping(form, risks, record, threat)} onSave={save} />
        </div>
      </div>
    </FormBox>
  );
}

/** What was saved, as one sentence: with its level, or with what is missing. */
function saidOf({ derived, criteria, model }: Risks, id: string): string {
  const record = derived.document().risks?.find((risk) => risk.id === id);
  const view = registerOf(model).risks.find((risk) => risk.id === id);
  const names = { label: record ? labelOf(record) : "", title: record?.title ?? "" };
  if (view?.current) return t(view.current.isAbove ? "risks.savedAbove" : "risks.savedBelow", { ...names, level: levelName(criteria, view.current.level) });
  return t("risks.savedDraft", { ...names, missing: joinedWords((view?.missing ?? []).map((it) => t(`risks.missingWord.${it}`))) });
}

function WhatHappens({ form, risks }: { form: Form; risks: Risks }) {
  const { likely, all } = threatsOf(risks.model);
  const chosen = form.get("threat");
  const showsAll = form.get("all") !== "" || (chosen !== "" && chosen !== OWN && !likely.some(({ code }) => code === chosen));
  const few = likely.map(({ code, because }) => ({ value: code, name: t(`threats.${code}.label`), sentence: t(`risks.because.${because}`) }));
  const every = all.map(({ code }) => ({ value: code, name: t(`threats.${code}.label`) }));
  const own = { value: OWN, name: t("risks.own"), sentence: t("risks.ownHint") };
  return (
    <FormChoices
      form={form}
      field="threat"
      legend={<Heading depth={2}>{t("risks.add1")}</Heading>}
      note={showsAll ? t("risks.allShown", { count: all.length }) : t("risks.chosenByContext", { shown: likely.length, count: all.length })}
      choices={[...(showsAll ? every : few), own]}
    >
      {!showsAll && (
        <p>
          <button type="button" class="quiet" onClick={() => form.set("all", "on")}>
            {t("risks.showAllThreats", { count: all.length })}
          </button>
        </p>
      )}
      {chosen !== "" && (
        <FormText
          form={form}
          field="event"
          rows={2}
          label={t("risks.event")}
          hint={chosen === OWN ? t("risks.eventHint") : t("risks.eventExample", { example: t(`threats.${chosen}.event`) })}
        />
      )}
    </FormChoices>
  );
}

function WhatIsHit({ form, risks }: { form: Form; risks: Risks }) {
  const groups = risks.document.groups ?? [];
  const choices = [...groups.map(({ id, name }) => ({ value: id ?? "", name })), { value: OWN, name: groups.length > 0 ? t("risks.somethingElse") : t("risks.nameIt") }];
  return (
    <FormChoices form={form} field="group" look="row" legend={<Heading depth={2}>{t("risks.add2")}</Heading>} note={groups.length === 0 ? t("risks.hitHint") : undefined} choices={choices}>
      {form.get("group") === OWN && <FormText form={form} field="newGroup" label={t("risks.groupName")} hint={t("risks.groupHint")} />}
      {groups.length > 0 && (
        <p>
          <Go to="risks" before={() => showGroups(risks.controller, groups[0]?.id ?? "")}>
            {t("risks.changeGroups")}
          </Go>
        </p>
      )}
    </FormChoices>
  );
}

function HowBad({ form, risks, threat }: { form: Form; risks: Risks; threat: ThreatView | undefined }) {
  const { criteria } = risks;
  const { asked, folded } = affected(threat);
  const other = otherName(risks);
  const hit = groupName(form, risks);
  const question = (dimension: Dimension, isFirst: boolean): string => {
    const key = isFirst ? "risks.add4" : "risks.also";
    return hit === "" ? t(`${key}.${dimension}`, { other }) : t(`${key}.${dimension}Of`, { group: hit, other });
  };
  const choices = criteria.consequence.map(({ word, name, anchor }) => ({ value: word, name, sentence: anchor }));
  const isOpen = folded.some((dimension) => form.get(dimension) !== "");
  const further = (dimension: Dimension) => (
    <FormChoices key={dimension} form={form} field={dimension} look="row" legend={question(dimension, false)} choices={choices.map(({ value, name }) => ({ value, name }))} />
  );
  return (
    <>
      {asked.map((dimension) => (
        <FormChoices key={dimension} form={form} field={dimension} legend={<Heading depth={2}>{question(dimension, true)}</Heading>} choices={choices} />
      ))}
      {other !== "" && further("x")}
      <details open={isOpen}>
        <summary>{t(`risks.folded.${folded.join("")}`)}</summary>
        {folded.map(further)}
      </details>
    </>
  );
}

/** The same without any control, where the criteria ask for it. */
function Inherent({ form, risks }: { form: Form; risks: Risks }) {
  const { criteria } = risks;
  const given = DIMENSIONS.filter((dimension) => form.get(dimension) !== "" || form.get(inherentField(dimension)) !== "");
  const choices = (scale: "likelihood" | "consequence") => criteria[scale].map(({ word, name }) => ({ value: word, name }));
  return (
    <fieldset class="choose">
      <legend>
        <Heading depth={2}>{t("risks.withoutControls")}</Heading>
      </legend>
      <FormChoices form={form} field={inherentField("likelihood")} look="row" legend={t("risks.howLikely")} choices={choices("likelihood").reverse()} />
      {given.map((dimension) => (
        <FormChoices
          key={dimension}
          form={form}
          field={inherentField(dimension)}
          look="row"
          legend={t(`risks.also.${dimension}`, { other: otherName(risks) })}
          choices={choices("consequence")}
        />
      ))}
    </fieldset>
  );
}

/** What may wait, and is there when a risk is changed. */
function More({ form }: { form: Form }) {
  return (
    <fieldset class="choose">
      <legend>
        <Heading depth={2}>{t("risks.more")}</Heading>
      </legend>
      <FormText form={form} field="owner" label={t("risks.ownerField")} />
      <FormText form={form} field="why" label={t("risks.whyEstimate")} rows={2} />
      <FormText form={form} field="vulnerability" label={t("risks.vulnerability")} rows={2} />
    </fieldset>
  );
}

/** The level that the choices give, by the engine's rules, and the way out. */
function Result({ form, risks, keeping, onSave }: { form: Form; risks: Risks; keeping: Keeping; onSave: () => void }) {
  const { criteria } = risks;
  const said = JSON.stringify(keeping);
  const view = useMemo(() => judged(risks, keeping), [said, risks.register]);
  const at = view?.current;
  const names = { likelihood: stepName(criteria, "likelihood", at?.likelihood), consequence: stepName(criteria, "consequence", at?.consequence) };
  const line = levelName(criteria, criteria.accept_up_to);
  const isTyped = form.get("isTitled") !== "";
  return (
    <div class="panel">
      <div aria-live="polite">
        <Heading depth={2}>
          {at ? (
            <>
              {t("risks.gives")} <Level criteria={criteria} word={at.level} />
            </>
          ) : (
            t("risks.givesNothing")
          )}
        </Heading>
        <p>{at ? t(at.isAbove ? "risks.givesAbove" : "risks.givesBelow", { line }) : t("risks.givesLater")}</p>
      </div>
      {at && <Matrix criteria={criteria} caption={t("risks.twoSteps", names)} now={at} />}
      <FormText
        form={form}
        field="title"
        label={t("risks.title")}
        hint={isTyped ? "" : t("risks.titleHint")}
        shown={isTyped ? undefined : form.get("title") || proposedTitle(form, risks)}
        onTyped={() => form.set("isTitled", "on")}
      />
      <p class="row">
        <button type="button" class="primary" part="button primary" onClick={onSave}>
          {t("risks.save")}
        </button>
        <Go to="risks" look="button" before={form.clear}>
          {t("risks.cancel")}
        </Go>
      </p>
    </div>
  );
}

/** What the choices come to; a title and an event that are still to be typed do not keep a level back. */
function judged(risks: Risks, { risk, group }: Keeping): RiskView | undefined {
  if (!risk.current) return undefined;
  const yet = "…";
  return tried(risks, { risk: { ...risk, title: risk.title || yet, event: risk.event || yet }, group })?.risk;
}
