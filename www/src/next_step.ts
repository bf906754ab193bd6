/** The next step and the way as the engine sees them, in words. */

import { derived } from "./derived.js";
import { isoDate } from "./format.js";
import { unanswered, type NextStep } from "./next.js";
import type { Model, Route } from "./model.js";
import type { StepView, WayView } from "./api.js";
import { hasView } from "./sections.js";
import { t } from "./words/words.js";

/** Where each rule is followed; a question and a row lead to the item itself. */
const PLACES: Readonly<Record<string, Route>> = {
  choose: "start",
  context: "context",
  add_risks: "risks/add",
  contradiction: "soa",
  reasons: "soa/undecided",
  soa: "soa",
  gate: "gates",
  gap: "gaps",
  nothing: "results",
};

const kept = new WeakMap<Model, () => WayView | undefined>();

/** The way of the assessment as it is now. */
export function wayOf(model: Model): WayView | undefined {
  let way = kept.get(model);
  if (!way) kept.set(model, (way = derived(model).once((report, engine) => report.way(engine, isoDate(new Date())))));
  return way();
}

/** The first step that has a view to lead to. */
export function nextStep(model: Model): NextStep | undefined {
  const steps = (wayOf(model)?.steps ?? []).flatMap((step) => {
    const route = routeOf(model, step);
    return route ? [{ step, route }] : [];
  });
  const first = steps[0];
  if (!first) return undefined;
  const { step, route } = first;
  const values = valuesOf(model, step);
  const item = model.items.has(step.about) && model.chapter(route) ? step.about : undefined;
  return {
    title: t(`next.${step.rule}.title`, values),
    reason: t(`next.${step.rule}.reason`, values),
    action: t(`next.${step.rule}.action`, values),
    route,
    halfMinutes: step.halfMinutes,
    ...(item && { item }),
    passed: steps.slice(1).map((other) => t(`next.${other.step.rule}.after`, valuesOf(model, other.step))),
  };
}

function routeOf(model: Model, { rule, about }: StepView): Route | undefined {
  const item = model.items.get(about);
  if (rule === "decide") return firstBuilt(model, [`risks/decide:${about}`, "risks"]);
  if (rule === "add_risks") return firstBuilt(model, ["risks/add", "risks"]);
  if (rule === "reasons") return firstBuilt(model, ["soa/undecided", "soa"]);
  if (rule === "begin" || rule === "questions" || rule === "review") return item?.chapter ?? unanswered(model)?.chapter;
  return firstBuilt(model, [PLACES[rule] ?? ""]);
}

const firstBuilt = (model: Model, routes: readonly Route[]): Route | undefined => routes.find((route) => hasView(model, route));

const valuesOf = (model: Model, { about, label, count, day }: StepView): Record<string, string | number> => {
  const title = label || model.items.get(about)?.title || about;
  return { count, id: about, title, name: label || (title === about ? about : `${about} ${title}`), day };
};

export interface WayState {
  readonly state: string;
  readonly note?: string;
}

/** How far each step of the way is, by its name. */
export function wayStates(model: Model): Readonly<Record<string, WayState>> {
  const way = wayOf(model);
  if (!way) return {};
  const count = (rule: string): number => way.steps.find((step) => step.rule === rule)?.count ?? 0;
  const done = t("next.state.done");
  const toDecide = count("decide");
  const errors = count("contradiction") + count("soa");
  const { stage1 } = way;
  return {
    ...(way.mode && { start: { state: done, note: t(`next.mode.${way.mode}`) } }),
    ...(way.told > 0 && {
      context: { state: way.told < way.asked ? t("page.answeredOf", { answered: way.told, total: way.asked }) : done },
    }),
    ...(way.risks + way.drafts > 0 && {
      risks: { state: toDecide > 0 ? t("next.state.toDecide", { count: toDecide }) : done, note: t("next.state.risks", { count: way.risks, drafts: way.drafts, above: way.above }) },
    }),
    soa: {
      state: errors > 0 ? t("next.state.errors", { count: errors }) : way.compared < way.rows ? t("next.state.toDecide", { count: way.rows - way.compared }) : done,
      note: t("next.state.compared", { compared: way.compared, rows: way.rows }),
    },
    ...(stage1 && {
      gates: { state: stage1.blocks > 0 ? t("next.state.block", { count: stage1.blocks }) : t("next.state.noBlock"), note: t("next.state.met", { met: stage1.met, of: stage1.of }) },
    }),
    gaps: { state: count("gap") > 0 ? t("next.state.gaps", { count: count("gap") }) : done },
  };
}
