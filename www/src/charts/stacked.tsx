/** One bar for coverage and conformity: its length is all that is in scope, and each state has a filling of its own. */

import { STATES, type Standing } from "../standing.js";

/** Between two parts, and the least that a part has, in hundredths of a per cent. */
const GAP = 35;
const LEAST = 40;

const FILLS: Readonly<Record<string, string>> = { partly: "url(#stripes)", planned: "url(#dots)" };

/** A part that is there is seen, however small it is. Geometry in hundredths of a per cent. */
export function parts({ counts, inScope }: Standing): { state: string; start: number; size: number }[] {
  let before = 0;
  return counts.flatMap((count, at) => {
    const start = inScope === 0 ? 0 : Math.floor((before * 10_000) / inScope);
    const end = inScope === 0 ? 0 : Math.floor(((before + count) * 10_000) / inScope);
    before += count;
    return count === 0 ? [] : [{ state: STATES[at] ?? "", start, size: Math.max(end - start - (before < inScope ? GAP : 0), LEAST) }];
  });
}

const share = (value: number): string => `${value / 100}%`;

/** Hidden from a reader: the figures beside it are its text. */
export const Stacked = ({ standing }: { standing: Standing }) => (
  <svg class="picture" height="16" aria-hidden="true" focusable="false">
    {parts(standing).map(({ state, start, size }) => (
      <rect key={state} class={`seg ${state}`} x={share(start)} y="1" width={share(size)} height="14" fill={FILLS[state]} />
    ))}
  </svg>
);

/** The fillings, once for a shadow root. */
export const Patterns = () => (
  <svg class="patterns" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="half" width="6" height="6" />
        <rect class="ink" width="2.6" height="6" />
      </pattern>
      <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="ground" width="6" height="6" />
        <circle class="ink" cx="3" cy="3" r="1.15" />
      </pattern>
    </defs>
  </svg>
);
