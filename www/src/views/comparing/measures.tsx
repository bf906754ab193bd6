/** The measures of clause 9.1: each figure with how it came about and what it cannot tell, and those that are watched. */

import { percent } from "../../format.js";
import { t, word } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { Facts } from "../parts/facts.js";
import { State } from "../parts/mark.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { ItemWay } from "../parts/way.js";
import { useUi } from "../ui.js";
import { chapterTitle, factsOf, figureText, figuresText, type MeasureRecord, type MeasuresRecord, type PointRecord, type SeriesRecord } from "./data.js";
import { Trend } from "./trend.js";
import { Watch } from "./watch.js";

export function Measures() {
  const { model } = useUi().controller;
  const facts = factsOf(model).measures();
  const opened = useOpened("measures");
  const seriesOf = ({ id }: MeasureRecord): readonly SeriesRecord[] => facts.trend?.series.filter(({ key }) => key === id) ?? [];
  return (
    <>
      <p class="lead">{t("comparing.measuresLead")}</p>
      <RowTable
        label={t("page.view.measures")}
        head={t("comparing.measure")}
        rows={facts.measures}
        idOf={({ id }) => id}
        title={({ id, title }) => (
          <>
            <bdi class="id">{id}</bdi> {title}
          </>
        )}
        columns={[
          { name: t("comparing.figure"), cell: ({ figures }) => figuresText(figures) },
          { name: t("comparing.before"), width: "w2", cell: (it) => <Since series={seriesOf(it)} /> },
          { name: t("comparing.watchedBy"), width: "w1", cell: watchedBy },
        ]}
        detail={(it) => <Detail it={it} series={seriesOf(it)} points={facts.trend?.points ?? []} />}
        {...opened}
      />
      <section>
        <Heading depth={2}>{t("comparing.trend")}</Heading>
        <Trend facts={facts} />
      </section>
      <Unknown facts={facts} />
    </>
  );
}

function watchedBy({ watched }: MeasureRecord): string {
  if (!watched) return t("comparing.nobody");
  const { owner = "", interval_months: count } = watched;
  return count === undefined ? owner || t("comparing.nobody") : t("comparing.every", { owner, count });
}

const MARKS = { better: ["better", "good"], worse: ["worse", "poor"], same: ["ready", "dim"], unknown: ["wait", "dim"] } as const;

/** What became of a measure since the state before: the worst of its figures. */
function Since({ series }: { series: readonly SeriesRecord[] }) {
  const ways = series.map(({ since_before_way: way }) => way);
  const way = (["worse", "better", "same"] as const).find((it) => ways.includes(it)) ?? "unknown";
  const [mark, tone] = MARKS[way];
  return (
    <State name={mark} tone={tone}>
      {word("label.way", way)}
    </State>
  );
}

function Detail({ it, series, points }: { it: MeasureRecord; series: readonly SeriesRecord[]; points: readonly PointRecord[] }) {
  const { id, part, whole, cannot_tell: cannot, watched } = it;
  const unit = it.figures[0]?.unit ?? "count";
  return (
    <>
      <Facts
        facts={[
          [t("comparing.rule"), t(`measures.${id}.rule`)],
          part !== undefined && whole !== undefined && [t("comparing.made"), t("comparing.shareMade", { part, whole })],
          [t("comparing.cannot"), cannot],
          watched?.why !== undefined && [t("comparing.why"), watched.why],
          points.length > 1 && [
            t("comparing.overTime"),
            <ul class="plain">
              {points.map((point, place) => (
                <li key={`${point.on} ${place}`}>
                  {day(point.on)} {point.name}: {series.map((one) => figureText({ ...(one.part === undefined ? {} : { name: one.part }), unit: one.part?.endsWith("days") ? "days" : unit, value: one.values[place]?.value ?? null })).join(" · ")}
                  {point.is_other_edition && ` (${t("comparing.edition")})`}
                  {point.is_other_criteria && ` (${t("comparing.criteria")})`}
                </li>
              ))}
            </ul>,
          ],
        ]}
      />
      <Watch key={id} it={it} />
    </>
  );
}

/** Where guidance would lift what is known: questions that nobody could answer, by chapter. */
function Unknown({ facts }: { facts: MeasuresRecord }) {
  const { model } = useUi().controller;
  const open = facts.unknown.filter(({ items }) => items.length > 0);
  return (
    <section>
      <Heading depth={2}>{t("comparing.unknownHead")}</Heading>
      {open.length === 0 && <p>{t("comparing.unknownNone")}</p>}
      {open.map(({ chapter, share_bp: share, coverage_bp: before, coverage_then_bp: then, items }) => (
        <details key={chapter} class="fold">
          <summary>
            {t("comparing.unknown", { chapter: chapterTitle(model, chapter), share: percent(share ?? undefined), before: percent(before ?? undefined), then: percent(then ?? undefined) })}
          </summary>
          <ul class="changes">
            {items.map(({ id, title, evidence }) => (
              <li key={id}>
                <ItemWay id={id}>
                  <bdi class="id">{id}</bdi> {title}
                </ItemWay>
                {evidence && <p class="note">{evidence}</p>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
