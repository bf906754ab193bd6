/** The opened row of a control: every fact, and what a person may add to them. */

import type { ReasonRecord, SoaRow } from "./data.js";
import type { Model } from "../../model.js";
import { hasView } from "../../sections.js";
import { t, word } from "../../words/words.js";
import { day } from "../parts/day.js";
import { Facts } from "../parts/facts.js";
import { ItemWay, Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { Applicability } from "./applicability.js";
import { factsOf } from "./data.js";
import { Finding } from "./finding.js";
import { OwnReasons } from "./own_reasons.js";
import { Compared, lines, Status } from "./why.js";

export function ControlFacts({ row }: { row: SoaRow }) {
  const { model } = useUi().controller;
  const { answers, lint } = factsOf(model);
  const answer = answers().get(row.id);
  const derived = row.inclusion.filter(({ driver }) => driver !== "stated");
  const findings = lint().flatMap(({ items }) => items.filter(({ id }) => id === row.id));
  const none = t("certification.none");
  return (
    <Facts
      facts={[
        derived.length > 0 && [
          t("certification.appliesBecause"),
          <>
            {lines(derived.map((reason) => <Derived reason={reason} />))}
            <p class="note">{t("certification.fromRegister")}</p>
          </>,
        ],
        row.applicability !== "excluded" && [t("certification.ownReasons"), <OwnReasons row={row} answer={answer} />],
        [t("page.applicabilityLabel"), <Applicability row={row} answer={answer} />],
        [t("certification.compared"), <Compared row={row} />],
        [
          t("certification.state"),
          <>
            <Status row={row} />
            {answer?.notes && <> {answer.notes}</>} <ChangeAnswer id={row.id} />
          </>,
        ],
        [t("certification.plan"), row.plan.length === 0 ? none : lines(row.plan.map((due) => planText(model, due)))],
        [t("page.owner"), row.owner ?? none],
        [t("page.evidenceLabel"), evidence(model, row)],
        answer?.finding && [t("certification.auditorsFinding"), <Finding id={row.id} finding={answer.finding} />],
        findings.length > 0 && [t("certification.findings"), lines(findings.map(({ message }) => message))],
        [t("certification.theme"), row.theme ?? ""],
        [t("certification.lastChange"), day(row.changed)],
      ]}
    />
  );
}

function ChangeAnswer({ id }: { id: string }) {
  const { model } = useUi().controller;
  if (model.items.has(id)) return <ItemWay id={id}>{t("certification.changeAnswer", { id })}</ItemWay>;
  return (
    <Way to={`soa/own:${id}`} item={`own ${id}`}>
      {t("certification.changeOwn")}
    </Way>
  );
}

/** A reason that follows from a register, with the way to its entry. */
function Derived({ reason }: { reason: ReasonRecord }) {
  const { model } = useUi().controller;
  const entry = entryOf(model, reason);
  const route = reason.driver === "obliged" ? "obligations" : "risks";
  const title = entry ? `${reason.reference ?? ""} ${entry}` : (reason.reference ?? "");
  const kind = reason.driver === "obliged" ? t(`certification.obligation.${reason.obligation ?? "law"}`) : word("page.inclusion", reason.reason);
  return (
    <>
      <b>{kind}</b>: {reason.driver === "obliged" ? "" : `${t(`certification.driver.${reason.driver}`)} `}
      {hasView(model, route) ? (
        <Way to={route} focus={reason.entry}>
          {title}
        </Way>
      ) : (
        title
      )}
      {reason.from && `, ${t("certification.fromDay", { day: day(reason.from) })}`}
      {reason.also_stated && `, ${t("certification.alsoStated")}`}
    </>
  );
}

function entryOf(model: Model, { entry, driver }: ReasonRecord): string | undefined {
  const { risks, obligations } = factsOf(model).file();
  return (driver === "obliged" ? obligations : risks)?.find(({ id }) => id === entry)?.title;
}

function planText(model: Model, { due, owner, action }: SoaRow["plan"][number]): string {
  const { actions = [] } = factsOf(model).file();
  const what = actions.find(({ label, id }) => action !== undefined && (label === action || id === action))?.what;
  const name = action === undefined ? t("certification.planAnswer") : what ? t("certification.planAction", { action, what }) : action;
  return t("certification.planDue", { name, owner: owner ?? t("certification.nobody"), day: day(due) });
}

/** How much there is, and how much of it was due for review. */
function evidence(model: Model, row: SoaRow): string {
  if (row.evidence.length === 0) return t("certification.none");
  const rule = factsOf(model).lint().filter(({ code }) => code === "L-EVIDENCE-STALE");
  const stale = rule.flatMap(({ items }) => items).filter(({ id }) => id === row.id).length;
  const names = row.evidence.join("; ");
  const fresh = row.evidence.length - stale;
  if (stale === 0) return t("certification.evidenceFresh", { count: fresh, names });
  return t("certification.evidenceStale", { fresh, stale, names });
}
