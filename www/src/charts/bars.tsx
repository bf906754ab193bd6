/** Horizontal bars: a thick one for conformity, a thin one for coverage, both with figures. */

import { percent } from "../format.js";
import { t } from "../words/words.js";

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly scoreBp: number | undefined;
  readonly coverageBp: number;
}

/** Words stand in the text's own flow, so that they wrap where there is little room; lines are SVG. */
export function Bars(props: { label: string; bars: readonly Bar[] }) {
  return (
    <div class="bars" part="chart" role="img" aria-label={t("reports.chartText", { label: props.label })}>
      {props.bars.map((bar) => (
        <Row key={bar.key} bar={bar} />
      ))}
    </div>
  );
}

function Row({ bar }: { bar: Bar }) {
  const share = (basisPoints: number): string => `${basisPoints / 100}%`;
  return (
    <div class="bar-row">
      <span class="bar-label">{bar.label}</span>
      <span class="bar-figure">
        {percent(bar.scoreBp)} <span class="bar-note">{t("page.coverageOf", { share: percent(bar.coverageBp) })}</span>
      </span>
      <svg class="bar-lines" width="100%" height="1.05em">
        <rect width="100%" height="0.7em" class="bar-track" />
        <rect width={share(bar.scoreBp ?? 0)} height="0.7em" class="bar-score" />
        <rect y="0.85em" width={share(bar.coverageBp)} height="0.2em" class="bar-coverage" />
      </svg>
    </div>
  );
}
