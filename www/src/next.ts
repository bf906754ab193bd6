/**
 * The next step as the first view knows it: before the whole engine is there, an assessment that says
 * little leads to its next question, and an empty one to what comes before the questions.
 */

import type { Model, Route } from "./model.js";
import { asked, hasView } from "./sections.js";
import { t } from "./words/words.js";

export interface NextStep {
  /** How long it takes, in half minutes; nothing where nobody can say. */
  readonly halfMinutes?: number;
  readonly title: string;
  readonly reason: string;
  readonly action: string;
  readonly route: Route;
  /** The item that takes the focus there. */
  readonly item?: string;
  /** The rules that it beat, in order, as sentences. */
  readonly passed: readonly string[];
}

/** So many answers give a first picture. */
const FIRST_PICTURE = 30;

/** The first unanswered question in the catalogue's order. */
export function unanswered(model: Model): { chapter: Route; id: string; title: string } | undefined {
  for (const chapter of asked(model)) {
    for (const id of chapter.items) if (!model.state(id)?.answered) return { chapter: chapter.id, id, title: model.items.get(id)?.title ?? id };
  }
  return undefined;
}

export function firstStep(model: Model): NextStep {
  const step = (name: string, route: Route, halfMinutes: number, values = {}, item?: string): NextStep => ({
    title: t(`page.${name}Step.title`, values),
    reason: t(`page.${name}Step.reason`, values),
    action: t(`page.${name}Step.action`, values),
    route,
    halfMinutes,
    ...(item && { item }),
    passed: [],
  });
  if (model.answered === 0 && !model.dirty) {
    for (const route of ["start", "context"]) if (hasView(model, route)) return step(route, route, route === "start" ? 4 : 16);
  }
  const next = unanswered(model);
  if (!next) return step("results", "results", 0);
  const left = Math.max(FIRST_PICTURE - model.answered, 1);
  return model.answered === 0
    ? step("begin", next.chapter, left, { count: left })
    : step("question", next.chapter, left, { id: next.id, title: next.title, count: left }, next.id);
}

/** "about 10 minutes", from an hour on in hours. */
export function duration(halfMinutes: number): string {
  const minutes = Math.max(Math.ceil(halfMinutes / 2), 1);
  return minutes < 60 ? t("page.next.minutes", { count: minutes }) : t("page.next.hours", { count: Math.round(minutes / 60) });
}
