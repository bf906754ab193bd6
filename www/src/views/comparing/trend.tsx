/** Figures over the states that were kept: one small picture each, nothing drawn where there was no figure. */

import { percent } from "../../format.js";
import { t, word } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { Scroll } from "../scroll.js";
import type { MeasuresRecord, PointRecord } from "./data.js";

/** A row of figures that is drawn. */
interface Drawn {
  readonly key: string;
  readonly title: string;
  readonly values: readonly (number | null)[];
  /** What the upper edge of the picture stands for. */
  readonly most: number;
  readonly said: (value: number | null | undefined) => string;
  /** Whether other criteria make another figure of it. */
  readonly byCriteria: boolean;
}

/** The shares that are drawn: what was looked at, what is in place, what is decided. */
const SHARES = ["M01", "M02", "M03", "M04"];
/** The counts that are drawn, each of their parts by itself: open risks by level, nonconformities. */
const COUNTS = ["M06", "M13"];
/** The measures that rest on the criteria of risk. */
const BY_CRITERIA = ["M06"];
/** A share that is whole, in basis points. */
const WHOLE_BP = 10_000;
const WIDTH = 266;
const HEIGHT = 92;
const EDGE = 8;

export function Trend({ facts: { measures, trend } }: { facts: MeasuresRecord }) {
  if (!trend || trend.points.length < 2) return <p>{t("comparing.trendNone")}</p>;
  const { points, series } = trend;
  const titleOf = (id: string): string => measures.find((it) => it.id === id)?.title ?? id;
  const ofMeasure = (id: string) => series.filter(({ key }) => key === id).map(({ part, values }) => ({ part, values: values.map(({ value }) => value) }));
  const shares = SHARES.flatMap((id) =>
    ofMeasure(id).map(({ values }): Drawn => ({ key: id, title: titleOf(id), values, most: WHOLE_BP, said: (value) => percent(value ?? undefined), byCriteria: false })),
  );
  const counts = COUNTS.flatMap((id) => {
    const figures = measures.find((it) => it.id === id)?.figures ?? [];
    const isCount = (part: string | undefined): boolean => figures.find(({ name }) => name === part)?.unit === "count";
    const parts = ofMeasure(id).filter(({ part, values }) => isCount(part) && values.some((value) => value !== null && value > 0));
    // What is drawn beside each other has one scale.
    const most = Math.max(...parts.flatMap(({ values }) => values.map((value) => value ?? 0)));
    return parts.map(({ part, values }): Drawn => {
      const title = part === undefined ? titleOf(id) : t("comparing.named", { name: titleOf(id), value: word("label.measure_part", part) });
      return { key: `${id} ${part}`, title, values, most, said: (value) => (value == null ? t("comparing.none") : String(value)), byCriteria: BY_CRITERIA.includes(id) };
    });
  });
  return (
    <>
      <p class="muted">{t("comparing.trendNote")}</p>
      <div class="courses">
        {[...shares, ...counts].map((it) => (
          <div key={it.key}>
            <Heading depth={3}>
              {it.title}: {it.said(it.values.at(-1))}
            </Heading>
            <Course drawn={it} points={points} />
          </div>
        ))}
      </div>
      <Figures label={t("comparing.trend")} drawn={shares} points={points} />
      <Figures label={t("comparing.trendCounts")} drawn={counts} points={points} />
    </>
  );
}

/** The same figures as a table. */
function Figures({ label, drawn, points }: { label: string; drawn: readonly Drawn[]; points: readonly PointRecord[] }) {
  if (drawn.length === 0) return null;
  return (
    <Scroll label={label}>
      <table class="bars">
        <thead>
          <tr>
            <th scope="col">{t("comparing.name")}</th>
            {drawn.map(({ key, title }) => (
              <th key={key} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, at) => (
            <tr key={`${point.on} ${at}`}>
              <th scope="row">
                {day(point.on)} {point.name}
              </th>
              {drawn.map(({ key, values, said }) => (
                <td key={key} class="number keep">
                  {said(values[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Course({ drawn: { title, values, most, said, byCriteria }, points }: { drawn: Drawn; points: readonly PointRecord[] }) {
  const x = (at: number): number => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(points.length - 1, 1);
  const y = (value: number): number => HEIGHT - EDGE - (value * (HEIGHT - 2 * EDGE)) / most;
  const spoken = points.map(({ on }, at) => t("comparing.point", { day: day(on), value: said(values[at]) })).join("; ");
  return (
    <svg class="course" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("comparing.trendOf", { title, values: spoken })}>
      <line class="line" x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} />
      <line class="line" x1="0" x2={WIDTH} y1={y(most)} y2={y(most)} />
      {values.map((value, at) => {
        const before = at === 0 ? null : (values[at - 1] ?? null);
        const isWhole = value !== null && before !== null && points[at]?.is_other_edition === false && !(byCriteria && points[at]?.is_other_criteria);
        return isWhole && <line key={`way ${at}`} class="way" x1={x(at - 1)} y1={y(before)} x2={x(at)} y2={y(value)} />;
      })}
      {values.map((value, at) =>
        value === null ? (
          <path key={`at ${at}`} class="gap" d={`M${x(at) - 4} ${y(0) - 4}l8 8m0 -8l-8 8`} />
        ) : (
          <circle key={`at ${at}`} class={at === values.length - 1 ? "now" : "then"} cx={x(at)} cy={y(value)} r="4.5" />
        ),
      )}
    </svg>
  );
}
