/** What is done about a risk: four options in words, each with its own fields, and what that comes to. */

import { useMemo } from "preact/hooks";
import type { RiskRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormBox, FormChoices, FormText, focusOf, useForm, type Form } from "../parts/form.js";
import { Go } from "../parts/go.js";
import { Notice } from "../parts/notice.js";
import { Acceptance, acceptanceOf, acceptanceProblem } from "./acceptance.js";
import { decided, initialDecision, OPTIONS, type Option } from "./decide_form.js";
import { keepAccepted, keepRisk, labelOf, levelName, registerOf, settle, stepName, tried, useRisks, type Risks } from "./data.js";
import { Findings } from "./findings.js";
import { Level } from "./level.js";
import { Matrix } from "./matrix.js";
import { Measures } from "./measures.js";
import { openRow } from "./register_state.js";
import { Residual } from "./residual.js";
import { Sharing } from "./sharing.js";
import type { TriedView } from "./rows.js";

export function DecideRisk({ id }: { id: string }) {
  const risks = useRisks();
  const { controller, criteria, document, register } = risks;
  const record = document.risks?.find((risk) => risk.id === id);
  const view = register.risks.find((risk) => risk.id === id);
  const form = useForm(`risks/decide:${id}`, initialDecision(record));
  const keeping = record && decided(form, risks, record);
  const text = JSON.stringify(keeping);
  const would = useMemo(() => (keeping ? tried(risks, keeping) : undefined), [text, register]);
  if (!record || !view || !keeping) return <p>{t("risks.noRisk")}</p>;
  const option = form.get("option") as Option | "";
  const label = labelOf(record);

  const refuse = (field: string, message: string): void => {
    form.refuse(field, message);
    controller.focusOn(focusOf(form, field));
  };
  const save = (): void => {
    if (option === "") return refuse("option", t("risks.chooseOption"));
    const wrong = whatLacks(option, record, would) ?? (option === "retain" ? acceptanceProblem(form, view, criteria) : undefined);
    if (wrong) return refuse(...wrong);
    const accepting = option === "retain" && view.exposure?.isAbove ? acceptanceOf(form) : undefined;
    const outcome = accepting ? keepAccepted(risks, keeping, accepting) : keepRisk(risks, keeping);
    const said = (): string => {
      const now = registerOf(risks.model).risks.find((risk) => risk.id === id);
      return t(now && now.state !== "untreated" ? `risks.decidedAs.${now.state}` : "risks.decidedNot", { label, count: now?.of ?? 0 });
    };
    if (!settle(risks, outcome, said)) return;
    form.clear();
    openRow(controller, id);
    controller.go("risks", id);
  };

  return (
    <FormBox class="risk-form" onSave={save}>
      <p class="lead">
        <bdi class="id">{label}</bdi> <b>{record.title}</b>
      </p>
      {view.current ? (
        <p class="row">
          <Level criteria={criteria} word={view.current.level} />
          <span class="note">
            {t(view.current.isAbove ? "risks.nowAbove" : "risks.nowBelow", {
              likelihood: stepName(criteria, "likelihood", view.current.likelihood),
              consequence: stepName(criteria, "consequence", view.current.consequence),
              line: levelName(criteria, criteria.accept_up_to),
            })}
          </span>
        </p>
      ) : (
        <Notice kind="warn" title={t("risks.stillDraft", { missing: view.missing.map((it) => t(`risks.missingWord.${it}`)).join(", ") })}>
          <p>
            <Go to={`risks/edit:${id}`}>{t("risks.completeIt")}</Go>
          </p>
        </Notice>
      )}
      <div class="cols">
        <div>
          <FormChoices
            form={form}
            field="option"
            look="list"
            legend={<Heading depth={2}>{t("risks.whatToDo")}</Heading>}
            choices={OPTIONS.map((value) => ({ value, name: t(`risks.option.${value}.name`), sentence: t(`risks.option.${value}.sentence`) }))}
          />
          {option === "modify" && <Measures form={form} risks={risks} record={record} />}
          {option === "share" && <Sharing form={form} risks={risks} />}
          {(option === "avoid" || option === "share") && <Step form={form} option={option} />}
          {option === "retain" && <Acceptance form={form} risks={risks} view={view} record={record} />}
          {option !== "" && <Findings findings={would?.findings ?? []} about="measures" />}
          {(option === "modify" || option === "share") && <Residual form={form} risks={risks} record={record} />}
          {option !== "" && (
            <>
              <Findings findings={would?.findings ?? []} about="residual" />
              <div class="fields">
                <FormText form={form} field="owner" label={t("risks.ownerField")} />
                <FormText form={form} field="whyOption" label={t("risks.whyOption")} />
              </div>
            </>
          )}
          <p class="row">
            <button type="button" class="primary" part="button primary" onClick={save}>
              {t("risks.saveDecision")}
            </button>
            <Go to="risks" look="button" before={form.clear}>
              {t("risks.later")}
            </Go>
          </p>
        </div>
        <div class="beside">{view.current && <NowAndThen risks={risks} would={would} option={option} />}</div>
      </div>
    </FormBox>
  );
}

/** Who does it until when, where no control says so. */
function Step({ form, option }: { form: Form; option: Option }) {
  return (
    <fieldset class="choose">
      <legend>
        <Heading depth={2}>{t(`risks.step.${option}`)}</Heading>
      </legend>
      <FormText form={form} field="what" label={t("risks.stepWhat")} rows={2} hint={t(`risks.stepHint.${option}`)} />
      <div class="fields">
        <FormText form={form} field="who" label={t("risks.stepWho")} />
        <FormText form={form} field="due" type="date" label={t("risks.stepDue")} />
      </div>
    </fieldset>
  );
}

/** The field that keeps a decision from being one, and why. */
function whatLacks(option: Option, record: RiskRecord, would: TriedView | undefined): [field: string, message: string] | undefined {
  if (would?.risk.isDecided || !record.current) return undefined;
  if (option === "modify") return ["what", t("risks.lacks.modify")];
  if (option === "avoid") return ["what", t("risks.lacks.avoid")];
  if (option === "share") return ["what", t("risks.lacks.share")];
  return undefined;
}

/** One table: where the risk stands now, and where it will when all is done. */
function NowAndThen({ risks, would, option }: { risks: Risks; would: TriedView | undefined; option: Option | "" }) {
  const { criteria } = risks;
  const now = would?.risk.current;
  const then = option === "" ? undefined : would?.risk.planned;
  const steps = (cell: { likelihood: string; consequence: string }) => ({
    likelihood: stepName(criteria, "likelihood", cell.likelihood),
    consequence: stepName(criteria, "consequence", cell.consequence),
  });
  if (!now) return null;
  return (
    <div class="panel">
      <Heading depth={2}>{t("risks.nowAndThen")}</Heading>
      <Matrix criteria={criteria} caption={t("risks.frames")} now={now} then={option === "retain" ? undefined : then} />
      <div aria-live="polite">
        <p>
          <Level criteria={criteria} word={now.level} /> {t("risks.nowWords", steps(now))}
        </p>
        {option !== "" && would?.risk.willBeGone && <p>{t("risks.thenGone")}</p>}
        {then && option !== "retain" && (
          <p>
            <Level criteria={criteria} word={then.level} /> {t(then.isAbove ? "risks.thenAbove" : "risks.thenBelow", steps(then))}{" "}
            {would && would.risk.of > 0 && t("risks.thenWhen", { count: would.risk.of })}
          </p>
        )}
        {option === "retain" && <p>{t("risks.thenKept")}</p>}
      </div>
    </div>
  );
}
