/** The state of a step on the way with its mark: what is done needs none. */

import type { ComponentChildren } from "preact";
import type { Model } from "../../model.js";
import { wayOf } from "../../next_step.js";
import { errorsIn } from "../../since.js";
import { State, type MarkName, type Tone } from "../parts/mark.js";

type Marked = readonly [mark: MarkName, tone?: Tone];

export function WayState({ model, name, children }: { model: Model; name: string; children: ComponentChildren }) {
  const mark = markOf(model, name);
  return mark ? (
    <State name={mark[0]} tone={mark[1]}>
      {children}
    </State>
  ) : (
    <>{children}</>
  );
}

function markOf(model: Model, name: string): Marked | undefined {
  const way = wayOf(model);
  if (!way) return undefined;
  const has = (rule: string): boolean => way.steps.some((step) => step.rule === rule);
  switch (name) {
    case "start":
      return way.mode ? undefined : ["ready"];
    case "context":
      return way.told === 0 ? ["ready"] : way.told < way.asked ? ["half"] : undefined;
    case "questions":
      return has("begin") || has("questions") ? [model.answered > 0 ? "half" : "ready"] : undefined;
    case "risks":
      return way.risks + way.drafts === 0 ? ["ready"] : has("decide") ? ["half"] : undefined;
    case "soa":
      return errorsIn(model) > 0 ? ["warn", "poor"] : way.compared < way.rows ? ["half"] : undefined;
    case "gates":
      return way.stage1 && way.stage1.blocks > 0 ? ["block", "poor"] : ["ok", "good"];
    default:
      return has("gap") ? ["half"] : undefined;
  }
}
