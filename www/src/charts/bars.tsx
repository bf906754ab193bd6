/** Horizontal bars as SVG: a thick one for conformity, a thin one for coverage, both with figures. */

import { percent } from "../format.js";
import { t } from "../strings/en.js";
import { tr } from "../strings/reports.js";

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly scoreBp: number | undefined;
  readonly coverageBp: number;
}

/** Widths are shares of the whole, so the chart fits any column without a script. */
export function Bars(props: { label: string; bars: readonly Bar[]; narrow: boolean }) {
  // Heights are in `em`, so that a larger text size enlarges the rows with it. Where there is
  // little room the figures stand under the label instead of beside it.
  const lines = props.narrow ? 2 : 1;
  const rowHeight = 1.35 * lines + 1.75;
  return (
    <svg
      class="bars"
      part="chart"
      role="img"
      aria-label={tr.chartText(props.label)}
      width="100%"
      height={`${props.bars.length * rowHeight}em`}
    >
      {props.bars.map((bar, index) => (
        <Row key={bar.key} bar={bar} top={index * rowHeight} lines={lines} />
      ))}
    </svg>
  );
}

function Row({ bar, top, lines }: { bar: Bar; top: number; lines: number }) {
  const share = (basisPoints: number): string => `${basisPoints / 100}%`;
  const em = (offset: number): string => `${(top + offset).toFixed(2)}em`;
  const beside = lines === 1;
  const below = 1.35 * lines;
  return (
    <g>
      <text x="0" y={em(1)} class="bar-label">
        {bar.label}
      </text>
      <text x={beside ? "100%" : "0"} y={em(below - 0.35)} class={beside ? "bar-figure end" : "bar-figure"}>
        {percent(bar.scoreBp)}
        <tspan class="bar-note" dx="0.6em">
          {t.coverageOf(percent(bar.coverageBp))}
        </tspan>
      </text>
      <rect x="0" y={em(below)} width="100%" height="0.7em" class="bar-track" />
      <rect x="0" y={em(below)} width={share(bar.scoreBp ?? 0)} height="0.7em" class="bar-score" />
      <rect x="0" y={em(below + 0.85)} width={share(bar.coverageBp)} height="0.2em" class="bar-coverage" />
    </g>
  );
}
