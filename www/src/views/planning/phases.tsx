/** The phases below each other: each bar begins where the one before likely ends. No dates are invented. */

import { t } from "../../words/words.js";
import { CD_A_DAY, daysOf } from "../parts/effort.js";
import type { PhaseRecord, RoadmapRecord } from "./data.js";

/** So many marks the axis has at most, its beginning aside. */
const TICKS_MAX = 5;

export function Phases({ roadmap: { phases, total } }: { roadmap: RoadmapRecord }) {
  const starts = phases.map((_, at) => phases.slice(0, at).reduce((sum, phase) => sum + phase.total.likely_cd, 0));
  const end = Math.max(...phases.map((phase, at) => (starts[at] ?? 0) + phase.total.high_cd), CD_A_DAY);
  const ticks = axis(end);
  const scale = ticks.at(-1) ?? end;
  return (
    <table class="bars phases" part="chart">
      <caption>{t("planning.phasesNote")}</caption>
      <thead>
        <tr>
          <th scope="col" class="bar-title">
            <div class="barcell">
              <span>{t("planning.phase")}</span>
              <Axis ticks={ticks} scale={scale} />
            </div>
          </th>
          <th scope="col" class="number">{t("planning.steps")}</th>
          <th scope="col" class="number">{t("planning.days")}</th>
          <th scope="col" class="number w2">{t("planning.likely")}</th>
        </tr>
      </thead>
      <tbody>
        {phases.map((phase, at) => (
          <tr key={phase.phase}>
            <th scope="row" class="bar-title">
              <div class="barcell">
                <span>
                  {phase.number} {phase.title}
                  <br />
                  <span class="note muted">{phase.note}</span>
                </span>
                <Bar phase={phase} start={starts[at] ?? 0} ticks={ticks} scale={scale} />
              </div>
            </th>
            <td class="number keep">{phase.total.steps}</td>
            <td class="number keep">
              <b>{phase.total.high_cd > 0 ? t("roadmap.days", daysOf(phase.total)) : "–"}</b>
            </td>
            <td class="number keep w2">{phase.total.high_cd > 0 ? daysOf(phase.total)["likely"] : "–"}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t("planning.together")} <span class="note muted">({t("planning.ends")})</span>
          </th>
          <td class="number keep">{total.steps}</td>
          <td class="number keep">{t("roadmap.days", daysOf(total))}</td>
          <td class="number keep w2">{daysOf(total)["likely"]}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The marks of an axis that reaches an end: from 0 on, in steps of 1, 2 or 5 and their tens. */
export function axis(end_cd: number): number[] {
  for (let ten = CD_A_DAY; ; ten *= 10) {
    for (const step of [ten, 2 * ten, 5 * ten]) {
      const count = Math.ceil(end_cd / step);
      if (count <= TICKS_MAX) return Array.from({ length: count + 1 }, (_, at) => at * step);
    }
  }
}

/** A place along the scale; hundredths of a per cent are fine enough. */
const at = (value: number, scale: number): string => `${Math.round((value / scale) * 10_000) / 100}%`;

const Axis = ({ ticks, scale }: { ticks: readonly number[]; scale: number }) => (
  <svg class="axis" aria-hidden="true" focusable="false">
    {ticks.map((tick) => (
      <text key={tick} x={at(tick, scale)} y="1em">
        {tick / CD_A_DAY}
      </text>
    ))}
  </svg>
);

/** Hidden from a reader: the figures beside it are its text. */
function Bar({ phase, start, ticks, scale }: { phase: PhaseRecord; start: number; ticks: readonly number[]; scale: number }) {
  const { low_cd: low, likely_cd: likely, high_cd: high } = phase.total;
  const end = at(start + high, scale);
  return (
    <svg class="cascade" aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line key={tick} class="guide" x1={at(tick, scale)} x2={at(tick, scale)} y1="0" y2="100%" />
      ))}
      {high > 0 && (
        <>
          <rect class="low" x={at(start, scale)} y="30%" width={at(low, scale)} height="40%" />
          <rect x={at(start + low, scale)} y="30%" width={at(likely - low, scale)} height="40%" fill="url(#stripes)" />
          <line class="high" x1={at(start + likely, scale)} x2={end} y1="50%" y2="50%" />
          <line class="high" x1={end} x2={end} y1="30%" y2="70%" />
        </>
      )}
    </svg>
  );
}
