/**
 * Marks: squares say how far a control is, circles and signs say what holds of something. A mark never
 * stands alone: the word beside it carries the meaning.
 */

import type { ComponentChildren } from "preact";

export type MarkName = keyof typeof DRAWN;
export type Tone = "good" | "fair" | "poor" | "dim";

const circle = { cx: 8, cy: 8, r: 6.9, fill: "none", stroke: "currentColor", "stroke-width": 1.5 } as const;
const square = { x: 1.5, y: 1.5, width: 13, height: 13, rx: 2, stroke: "currentColor" } as const;
const DASHES = "2.6 2";

const DRAWN = {
  implemented: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor" />
      <path class="k-surface" d="M4 8.4 7 11.2 12.2 5" fill="none" stroke-width="1.9" />
    </>
  ),
  partly: (
    <>
      <rect {...square} class="f-tint" />
      <path d="M14.5 3V12.5a2 2 0 0 1-2 2H3z" fill="currentColor" />
    </>
  ),
  planned: (
    <>
      <rect {...square} fill="none" />
      <path d="M14.5 9V12.5a2 2 0 0 1-2 2H9z" fill="currentColor" />
    </>
  ),
  not_implemented: <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2" fill="none" class="k-text" stroke-width="2" />,
  not_assessed: <rect {...square} fill="none" class="k-edge" stroke-dasharray={DASHES} />,
  inherited: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" fill="none" stroke="currentColor" />
      <rect x="3" y="3" width="10" height="10" rx="1" fill="currentColor" />
      <path class="k-surface" d="M5.3 8H10M8 5.6 10.5 8 8 10.4" fill="none" stroke-width="1.5" />
    </>
  ),
  excluded: <path d="M2 8H14" class="k-edge" stroke-width="2.4" />,
  ok: (
    <>
      <circle {...circle} />
      <path d="M4.6 8.3 7 10.6 11.4 5.4" fill="none" stroke="currentColor" stroke-width="1.8" />
    </>
  ),
  block: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
      <path class="k-surface" d="M4.4 8h7.2" stroke-width="2.2" />
    </>
  ),
  warn: (
    <>
      <path d="M8 1.2 15.4 14.4H.6z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" />
      <path d="M8 5.6v4.2M8 11.2v1.6" stroke="currentColor" stroke-width="1.7" />
    </>
  ),
  info: (
    <>
      <circle {...circle} />
      <path d="M8 7v5M8 3.8v1.7" stroke="currentColor" stroke-width="1.8" />
    </>
  ),
  half: (
    <>
      <circle {...circle} />
      <path d="M8 1.1a6.9 6.9 0 0 1 0 13.8z" fill="currentColor" />
    </>
  ),
  ready: <circle {...circle} />,
  wait: <circle {...circle} stroke-dasharray={DASHES} />,
  better: <path d="M8 2 14 9H10V14H6V9H2z" fill="currentColor" />,
  worse: <path d="M8 14 14 7H10V2H6V7H2z" fill="none" stroke="currentColor" stroke-width="1.6" />,
};

interface Props {
  readonly name: MarkName;
  readonly tone?: Tone | undefined;
  /** Whether somebody else operates it: its square then stands in a frame. */
  readonly isInherited?: boolean;
}

export function Mark({ name, tone, isInherited = false }: Props) {
  return (
    <svg class={tone ? `mark ${tone}` : "mark"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {isInherited ? (
        <>
          <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="2" fill="none" stroke="currentColor" />
          <g transform="translate(3 3) scale(0.625)">{DRAWN[name]}</g>
        </>
      ) : (
        DRAWN[name]
      )}
    </svg>
  );
}

/** A mark with its word. */
export function State({ children, ...mark }: Props & { readonly children: ComponentChildren }) {
  return (
    <span class="state">
      <Mark {...mark} />
      <span>{children}</span>
    </span>
  );
}
