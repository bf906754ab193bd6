/** Audits and exercises, management reviews, nonconformities: three short tables, what is open first. */

import type { EventRecord, NonconformityRecord } from "../../document.js";
import type { Model } from "../../model.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { Facts } from "../parts/facts.js";
import { State } from "../parts/mark.js";
import { Notice } from "../parts/notice.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { ItemWay, Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { factsOf } from "./data.js";
import { NONCONFORMITIES, Recording } from "./finding.js";
import { isLate, nextStep, servedBy, todayOf } from "./nonconformity_steps.js";
import { lines } from "./why.js";

export function Audits() {
  const { model } = useUi().controller;
  const { events = [], nonconformities = [] } = factsOf(model).file();
  return (
    <>
      <p class="lead">{lead(model, events)}</p>
      <Unrecorded />
      <section>
        <Heading depth={2}>{t("certification.auditsTitle")}</Heading>
        <Events name="audits" events={events.filter(({ kind }) => kind !== "management_review")} empty={t("certification.noAudits")} />
        <p class="row on-screen">
          <Add kind="internal_audit" />
          <Add kind="exercise" />
        </p>
      </section>
      <section>
        <Heading depth={2}>{t("certification.reviewsTitle")}</Heading>
        <Events name="reviews" events={events.filter(({ kind }) => kind === "management_review")} empty={t("certification.noReviews")} />
        <p class="row on-screen">
          <Add kind="management_review" />
        </p>
      </section>
      <section>
        <Heading depth={2}>{t("certification.nonconformitiesTitle")}</Heading>
        <Nonconformities entries={nonconformities} />
        <p class="row on-screen">
          <Way to="audits/nonconformity:new" class="button" item="add nonconformity">
            {t("certification.addNonconformity")}
          </Way>
        </p>
      </section>
    </>
  );
}

const Add = ({ kind }: { kind: EventRecord["kind"] }) => (
  <Way to={`audits/event:new ${kind}`} class="button" item={`add ${kind}`}>
    {t(`certification.addEvent.${kind}`)}
  </Way>
);

/** What comes next; where nothing is planned, that. */
function lead(model: Model, events: readonly EventRecord[]): string {
  const today = todayOf(model);
  const planned = events.filter(({ done, planned = "" }) => done === undefined && planned >= today);
  const [next] = planned.sort((one, other) => (one.planned ?? "").localeCompare(other.planned ?? ""));
  if (!next) return t("certification.nothingPlanned");
  return t("certification.nextEvent", { kind: t(`certification.event.${next.kind}`), day: day(next.planned) });
}

/** Findings that say nonconformity, and are recorded nowhere. */
function Unrecorded() {
  const { model } = useUi().controller;
  const { nonconformities } = factsOf(model).papers();
  const found = [...factsOf(model).answers().values()].filter(
    ({ id, finding }) => finding && NONCONFORMITIES.includes(finding.kind) && !nonconformities.some(({ item }) => item === id),
  );
  if (found.length === 0) return null;
  return (
    <Notice kind="warn" title={t("certification.unrecorded", { count: found.length })}>
      <ul>
        {found.map(({ id, finding }) => (
          <li key={id}>
            <ItemWay id={id} /> {finding?.text ?? t(`certification.finding.${finding?.kind ?? ""}`)} <Recording id={id} text={finding?.text ?? ""} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Events({ name, events, empty }: { name: string; events: readonly EventRecord[]; empty: string }) {
  const { model } = useUi().controller;
  const today = todayOf(model);
  const isDone = ({ done = "" }: EventRecord): boolean => done !== "" && done <= today;
  // What is still to do comes first, the earliest ahead; then what was done, the latest ahead.
  const sorted = [...events].sort((one, other) => {
    if (isDone(one) !== isDone(other)) return isDone(one) ? 1 : -1;
    return isDone(one) ? (other.done ?? "").localeCompare(one.done ?? "") : (one.planned ?? "9").localeCompare(other.planned ?? "9");
  });
  const opened = useOpened(name);
  return (
    <RowTable
      label={t(`certification.${name}Title`)}
      head={t("certification.what")}
      rows={sorted}
      idOf={({ id = "" }) => id}
      title={({ kind, planned, done }) => `${t(`certification.event.${kind}`)}, ${day(done ?? planned)}`}
      columns={[
        { name: t("certification.state"), cell: (event) => <EventState event={event} today={today} /> },
        { name: t("certification.heldBy"), width: "w2", cell: ({ who }) => who ?? "–" },
      ]}
      detail={(event) => (
        <>
          <Facts
            facts={[
              [t("certification.plannedFor"), day(event.planned)],
              [t("certification.doneOn"), day(event.done)],
              [t("certification.heldBy"), event.who ?? t("certification.none")],
              [t("certification.covers"), event.what ?? t("certification.none")],
              [t("certification.where"), event.link ?? t("certification.none")],
              [t("page.notes"), event.notes ?? ""],
            ]}
          />
          <p class="on-screen">
            <Way to={`audits/event:${event.id ?? ""}`} item={`event ${event.id ?? ""}`}>
              {t("certification.changeEvent", { kind: t(`certification.event.${event.kind}`), day: day(event.done ?? event.planned) })}
            </Way>
          </p>
        </>
      )}
      empty={empty}
      {...opened}
    />
  );
}

function EventState({ event: { done = "", planned = "" }, today }: { event: EventRecord; today: string }) {
  if (done !== "" && done <= today) return <State name="ok" tone="good">{t("certification.eventState.done")}</State>;
  if (planned === "") return <State name="ready">{t("certification.eventState.open")}</State>;
  if (planned < today) return <State name="warn" tone="fair">{t("certification.eventState.late")}</State>;
  return <State name="half">{t("certification.eventState.planned")}</State>;
}

function Nonconformities({ entries }: { entries: readonly NonconformityRecord[] }) {
  const { model } = useUi().controller;
  const { nonconformities } = factsOf(model).papers();
  const its = (entry: NonconformityRecord) => nonconformities.find(({ id }) => id === entry.id);
  const sorted = [...entries].sort((one, other) => Number(its(one)?.closed ?? false) - Number(its(other)?.closed ?? false));
  const opened = useOpened("nonconformities");
  return (
    <RowTable
      label={t("certification.nonconformitiesTitle")}
      head={t("certification.what")}
      rows={sorted}
      idOf={({ id = "" }) => id}
      title={({ label, what }) => (
        <>
          <bdi class="id">{label}</bdi> {what}
        </>
      )}
      sub={({ grade }) => t(`certification.grade.${grade}`)}
      columns={[
        { name: t("certification.gradeLabel"), width: "w1", cell: ({ grade }) => t(`certification.grade.${grade}`) },
        { name: t("certification.state"), cell: (entry) => <EntryState entry={entry} isClosed={its(entry)?.closed ?? false} /> },
        { name: t("certification.daysOpen"), width: "w2", cell: (entry) => String(its(entry)?.days_open ?? "–") },
        { name: t("page.owner"), width: "w3", cell: ({ owner }) => owner ?? "–" },
      ]}
      detail={(entry) => <NonconformityFacts entry={entry} daysOpen={its(entry)?.days_open} />}
      empty={t("certification.noNonconformities")}
      {...opened}
    />
  );
}

function EntryState({ entry, isClosed }: { entry: NonconformityRecord; isClosed: boolean }) {
  const { model } = useUi().controller;
  if (isClosed) return <State name="ok" tone="good">{t("certification.closed")}</State>;
  if (isLate(model, entry)) return <State name="warn" tone="fair">{t("certification.actionLate")}</State>;
  const step = nextStep(model, entry);
  return <State name="half">{t("certification.openNext", { step: t(`certification.step.${step}`) })}</State>;
}

function NonconformityFacts({ entry, daysOpen }: { entry: NonconformityRecord; daysOpen: number | undefined }) {
  const { model } = useUi().controller;
  const none = t("certification.none");
  const actions = servedBy(model, entry.id ?? "");
  return (
    <>
      <Facts
        facts={[
          [t("certification.what"), entry.what],
          [t("certification.against"), entry.item ? <ItemWay id={entry.item} /> : none],
          [t("certification.foundBy"), entry.from ? t(`certification.found_by.${entry.from}`) : none],
          [t("certification.foundOn"), day(entry.found)],
          [t("certification.step.correction"), entry.correction ?? none],
          [t("certification.step.cause"), entry.root_cause ?? none],
          [
            t("certification.step.action"),
            actions.length === 0
              ? none
              : lines(actions.map(({ label = "", what, owner = t("certification.nobody"), due }) => t("certification.planDue", { name: `${label} ${what}`, owner, day: day(due) }))),
          ],
          [t("certification.step.effect"), entry.effective ? t(`certification.effective.${entry.effective}`, { day: day(entry.checked) }) : none],
          [t("page.owner"), entry.owner ?? none],
          [t("certification.daysOpen"), daysOpen === undefined ? none : String(daysOpen)],
          [t("page.notes"), entry.notes ?? ""],
        ]}
      />
      <p class="on-screen">
        <Way to={`audits/nonconformity:${entry.id ?? ""}`} item={`nonconformity ${entry.id ?? ""}`}>
          {t("certification.goOnWith", { label: entry.label ?? entry.what })}
        </Way>
      </p>
    </>
  );
}
