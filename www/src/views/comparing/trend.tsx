/** Shares over the states that were kept: one small picture each, nothing drawn where there was no figure. */

import { percent } from "../../format.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { Scroll } from "../scroll.js";
import type { MeasuresRecord, PointRecord } from "./data.js";

/** The measures that are drawn: what was looked at, what is in place, what is decided. */
const DRAWN = ["M01", "M02", "M03", "M04"];
const WIDTH = 266;
const HEIGHT = 92;
const EDGE = 8;

export function Trend({ facts: { measures, trend } }: { facts: MeasuresRecord }) {
  if (!trend || trend.points.length < 2) return <p>{t("comparing.trendNone")}</p>;
  const { points, series } = trend;
  const drawn = DRAWN.flatMap((id) => {
    const one = series.find(({ key }) => key === id);
    const title = measures.find((it) => it.id === id)?.title ?? id;
    return one ? [{ id, title, values: one.values.map(({ value }) => value) }] : [];
  });
  return (
    <>
      <p class="muted">{t("comparing.trendNote")}</p>
      <div class="courses">
        {drawn.map(({ id, title, values }) => (
          <div key={id}>
            <Heading depth={3}>
              {title}: {percent(values.at(-1) ?? undefined)}
            </Heading>
            <Course title={title} values={values} points={points} />
          </div>
        ))}
      </div>
      <Scroll label={t("comparing.trend")}>
        <table class="bars">
          <thead>
            <tr>
              <th scope="col">{t("comparing.name")}</th>
              {drawn.map(({ id, title }) => (
                <th key={id} scope="col" class="number">
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
                {drawn.map(({ id, values }) => (
                  <td key={id} class="number keep">
                    {percent(values[at] ?? undefined)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Course({ title, values, points }: { title: string; values: readonly (number | null)[]; points: readonly PointRecord[] }) {
  const x = (at: number): number => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(points.length - 1, 1);
  const y = (bp: number): number => HEIGHT - EDGE - (bp * (HEIGHT - 2 * EDGE)) / 10_000;
  const spoken = points.map(({ on }, at) => t("comparing.point", { day: day(on), value: percent(values[at] ?? undefined) })).join("; ");
  return (
    <svg class="course" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("comparing.trendOf", { title, values: spoken })}>
      <line class="line" x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} />
      <line class="line" x1="0" x2={WIDTH} y1={y(10_000)} y2={y(10_000)} />
      {values.map((value, at) => {
        const before = at === 0 ? null : (values[at - 1] ?? null);
        const isWhole = value !== null && before !== null && points[at]?.is_other_edition === false;
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
