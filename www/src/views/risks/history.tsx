/** What was done about a risk on which day, as far as the file dates it. */

import type { EstimateRecord } from "../../document.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import { day } from "../parts/day.js";
import { DIMENSIONS, joinedWords, labelOf, levelName, stepName, type Risks, type Row } from "./data.js";

interface Event {
  readonly on: string;
  readonly what: string;
}

export function History({ risks, row }: { risks: Risks; row: Row }) {
  const events = eventsOf(risks, row);
  if (events.length === 0) return null;
  return (
    <details>
      <summary>{t("risks.history", { label: labelOf(row.record) })}</summary>
      <ol class="plain">
        {events.map(({ on, what }, place) => (
          <li key={place}>
            <time dateTime={on}>{day(on)}</time>: {what}
          </li>
        ))}
      </ol>
      <p class="note">{t("risks.historyHint")}</p>
    </details>
  );
}

/** The latest first. */
function eventsOf(risks: Risks, { view, record }: Row): Event[] {
  const { criteria, document } = risks;
  const { acceptance, treatment } = record;
  const estimated = (key: string, estimate: EstimateRecord | undefined): Event | undefined =>
    estimate?.on === undefined ? undefined : { on: estimate.on, what: t(`risks.happened.${key}`, { steps: stepsOf(risks, estimate) }) };
  // Plan and what is left are approved in one act, so they are one line.
  const approved = new Map<string, Event>();
  for (const { of, by, on } of record.approvals ?? []) {
    const both = record.approvals?.some((other) => other.of !== of && other.on === on && other.by === by);
    approved.set(`${on} ${by} ${both ? "" : of}`, { on, what: t(`risks.happened.${both ? "both" : of}`, { who: by }) });
  }
  const today = isoDate(new Date());
  const done = (document.actions ?? []).flatMap(({ serves, done: on, what, owner }) =>
    on !== undefined && on <= today && serves?.includes(view.id) ? [{ on, what: owner ? t("risks.happened.doneBy", { what, who: owner }) : t("risks.happened.done", { what }) }] : [],
  );
  const events: (Event | undefined)[] = [
    estimated("inherent", record.inherent),
    estimated("estimated", record.current),
    estimated("planned", treatment?.residual),
    ...approved.values(),
    acceptance && {
      on: acceptance.on,
      what: t("risks.happened.accepted", { who: acceptance.by, role: acceptance.role, level: levelName(criteria, acceptance.level), date: day(acceptance.until) }),
    },
    ...done,
    record.reviewed === undefined ? undefined : { on: record.reviewed, what: t("risks.happened.reviewed") },
  ];
  return events.filter((event) => event !== undefined).sort((one, other) => other.on.localeCompare(one.on));
}

const stepsOf = ({ criteria }: Risks, estimate: EstimateRecord): string => {
  const bad = [...new Set(DIMENSIONS.map((it) => estimate[it]).filter((it) => it !== undefined))];
  return joinedWords([stepName(criteria, "likelihood", estimate.likelihood), ...bad.map((it) => stepName(criteria, "consequence", it))].filter((it) => it !== ""));
};
