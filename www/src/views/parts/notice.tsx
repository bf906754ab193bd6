/** A notice: what stops or changes a decision, with what helps. Never for praise. */

import type { ComponentChildren } from "preact";
import { Mark, type MarkName, type Tone } from "./mark.js";

export type NoticeKind = "info" | "warn" | "bad" | "ok";

const MARKS: Readonly<Record<NoticeKind, readonly [MarkName, Tone | undefined]>> = {
  info: ["info", undefined],
  warn: ["warn", "fair"],
  bad: ["block", "poor"],
  ok: ["ok", "good"],
};

interface Props {
  readonly kind?: NoticeKind;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** Whether it came of what a person has just done, so that it is read out and takes the focus. */
  readonly isAnswer?: boolean;
  readonly focusKey?: string;
}

export function Notice({ kind = "info", title, children, isAnswer, focusKey }: Props) {
  const [name, tone] = MARKS[kind];
  return (
    <div class={`notice-box ${kind}`} role={isAnswer ? "alert" : undefined}>
      <Mark name={name} tone={tone} />
      <p class="notice-title" tabIndex={focusKey ? -1 : undefined} data-focus={focusKey}>
        {title}
      </p>
      {children}
    </div>
  );
}
