/** Everything that is known of a risk, with what can be done about it. */

import type { CellView } from "../../../generated/report.js";
import type { EstimateRecord } from "../../document.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import { day } from "../parts/day.js";
import { Facts, type Fact } from "../parts/facts.js";
import { Go } from "../parts/go.js";
import { State } from "../parts/mark.js";
import { ActionLine } from "./action_line.js";
import { ControlLine } from "./control.js";
import { DIMENSIONS, joinedWords, labelOf, otherName, settle, stepName, threatsOf, type Risks, type Row } from "./data.js";
import { History } from "./history.js";
import { Level } from "./level.js";
import { approve, isToApprove } from "./needs.js";
import { showGroups } from "./register_state.js";
import { stateNote } from "./state.js";

export function RiskDetail({ risks, row }: { risks: Risks; row: Row }) {
  const { view, record } = row;
  const { model } = risks;
  const label = labelOf(record);
  const threat = threatsOf(model).all.find(({ code }) => code === record.threat);
  const event = record.event || (threat ? t(`threats.${threat.code}.event`) : "");
  return (
    <>
      {event !== "" && <p>{event}</p>}
      {threat && !record.event && <p class="note">{t("risks.template")}</p>}
      <Facts facts={[...assessed(risks, row), ...plan(risks, row), ...standing(risks, row)]} />
      <History risks={risks} row={row} />
      <p class="row">
        <Go to={`risks/decide:${view.id}`} look="button" item={view.id}>
          {record.treatment?.option ? t("risks.changeDecision", { label }) : t("risks.decideNamed", { label })}
        </Go>
        <Go to={`risks/edit:${view.id}`} look="button" item={view.id}>
          {t("risks.edit", { label })}
        </Go>
        {isToApprove(row) && (
          <button type="button" part="button" onClick={() => approve(risks, record.owner?.trim() ?? "", [row])}>
            {t("risks.approveOne", { owner: record.owner ?? "", label })}
          </button>
        )}
        {view.isComplete && view.planned && (
          <button type="button" part="button" onClick={() => adopt(risks, row)}>
            {t("risks.adopt", { label })}
          </button>
        )}
        {view.isStale && (
          <button type="button" part="button" onClick={() => reviewed(risks, row)}>
            {t("risks.lookedAt", { label })}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => remove(risks, row)}>
          {t("risks.remove", { label })}
        </button>
      </p>
    </>
  );
}

function assessed(risks: Risks, { view, record }: Row): (Fact | undefined)[] {
  const { criteria, document } = risks;
  const groups = (record.groups ?? []).map((id) => document.groups?.find((group) => group.id === id)?.name ?? id);
  return [
    groups.length > 0
      ? [
          t("risks.hits"),
          <>
            {joinedWords(groups)}{" "}
            <button type="button" class="quiet" onClick={() => lookAtGroups(risks, record.groups?.[0] ?? "")}>
              {t("risks.changeGroups")}
            </button>
          </>,
        ]
      : undefined,
    view.current ? [t("risks.today"), <Assessed risks={risks} cell={view.current} estimate={record.current} />] : undefined,
    criteria.ask_inherent && record.inherent ? [t("risks.inherent"), words(risks, record.inherent)] : undefined,
    (record.existing ?? []).length > 0
      ? [
          t("risks.heldBy"),
          <ul class="plain">
            {record.existing?.map((id) => <ControlLine key={id} id={id} />)}
          </ul>,
        ]
      : undefined,
    view.missing.length > 0 ? [t("risks.missingHead"), joinedWords(view.missing.map((it) => t(`risks.missingWord.${it}`)))] : undefined,
  ];
}

function plan(risks: Risks, { view, record }: Row): (Fact | undefined)[] {
  const { treatment } = record;
  if (!treatment?.option) return [];
  const { document } = risks;
  const serving = (document.actions ?? []).filter(({ serves }) => serves?.includes(view.id));
  const basis = (treatment.share_basis ?? []).map((id) => document.obligations?.find((it) => it.id === id)?.title ?? id);
  const controls = treatment.controls ?? [];
  return [
    view.willBeGone
      ? [t("risks.planned"), t("risks.gone")]
      : view.planned && treatment.option !== "retain"
        ? [t("risks.planned"), <Assessed risks={risks} cell={view.planned} estimate={treatment.residual} />]
        : undefined,
    [
      t("risks.planHead", { option: t(`risks.option.${treatment.option}.name`) }),
      <>
        {treatment.why && <p>{treatment.why}</p>}
        {basis.length > 0 && <p>{joinedWords(basis)}</p>}
        {(controls.length > 0 || serving.length > 0) && (
          <ul class="plain">
            {controls.map((id) => (
              <ControlLine key={id} id={id} />
            ))}
            {serving.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </ul>
        )}
        {view.of > 0 && <p class="note">{t("risks.inPlace", { done: view.done, of: view.of })}</p>}
      </>,
    ],
  ];
}

function standing(risks: Risks, row: Row): (Fact | undefined)[] {
  const { view, record } = row;
  const note = stateNote(risks, row);
  const last = [...(record.approvals ?? [])].sort((one, other) => one.on.localeCompare(other.on)).at(-1);
  const isBoth = view.plan === "valid" && view.residual === "valid";
  return [
    last && (view.plan !== "absent" || view.residual !== "absent")
      ? [
          t("risks.approvedHead"),
          isBoth ? (
            <State name="ok" tone="good">
              {t("risks.approvedBy", { who: last.by, date: day(last.on) })}
            </State>
          ) : (
            <State name="warn" tone="fair">
              {t("risks.changedSince", { who: last.by, date: day(last.on) })}
            </State>
          ),
        ]
      : undefined,
    record.acceptance
      ? [
          t("risks.acceptedHead"),
          <State name={view.isAccepted ? "ok" : "warn"} tone={view.isAccepted ? "good" : "fair"}>
            {t(view.isAccepted ? "risks.acceptedFull" : "risks.acceptedNot", { who: record.acceptance.by, role: record.acceptance.role, date: day(record.acceptance.until) })}
          </State>,
        ]
      : undefined,
    [t("page.owner"), record.owner || t("risks.nobody")],
    record.reviewed ? [t("risks.reviewedHead"), day(record.reviewed)] : undefined,
    record.notes ? [t("risks.notes"), record.notes] : undefined,
    [t("risks.stateHead"), `${t(`risks.state.${view.state}`)}${note === "" ? "" : `: ${note}`}`],
    [t("risks.position"), t(`risks.ahead.${view.aheadBy}`)],
  ];
}

/** A level with the steps that it comes from, and why. */
function Assessed({ risks, cell, estimate }: { risks: Risks; cell: CellView; estimate: EstimateRecord | undefined }) {
  const { criteria } = risks;
  return (
    <>
      <Level criteria={criteria} word={cell.level} /> {stepName(criteria, "likelihood", cell.likelihood)}, {stepName(criteria, "consequence", cell.consequence)}
      {estimate && ` (${joinedWords(DIMENSIONS.filter((dimension) => estimate[dimension] === cell.consequence).map((dimension) => dimensionName(risks, dimension)))})`}
      {estimate?.why && <span class="note below">{estimate.why}</span>}
      {estimate?.on && <span class="note below">{t("risks.estimatedOn", { date: day(estimate.on) })}</span>}
    </>
  );
}

const dimensionName = (risks: Risks, dimension: string): string => (dimension === "x" ? otherName(risks) || "x" : t(`risks.dimension.${dimension}`));

const words = (risks: Risks, estimate: EstimateRecord): string =>
  [stepName(risks.criteria, "likelihood", estimate.likelihood), ...DIMENSIONS.filter((it) => estimate[it]).map((it) => stepName(risks.criteria, "consequence", estimate[it]))].join(", ");

function lookAtGroups({ controller }: Risks, id: string): void {
  showGroups(controller, id);
  controller.draw();
  controller.focusOn(id);
}

function adopt(risks: Risks, { view, record }: Row): void {
  const outcome = risks.derived.change((report, engine) => report.adoptRisk(engine, view.id));
  if (settle(risks, outcome, t("risks.adopted", { label: labelOf(record) }))) risks.controller.focusOn(view.id);
}

function reviewed(risks: Risks, { view, record }: Row): void {
  const outcome = risks.derived.patch("risks", view.id, { reviewed: isoDate(new Date()) });
  if (settle(risks, outcome, t("risks.reviewedNow", { label: labelOf(record) }))) risks.controller.focusOn(view.id);
}

/** With a risk go the references to it; undo brings all of it back. */
function remove(risks: Risks, { view, record }: Row): void {
  const outcome = risks.derived.remove("risks", view.id, true);
  if (settle(risks, outcome, t("risks.removed", { label: labelOf(record), title: record.title }))) risks.controller.focusOn("undo");
}
