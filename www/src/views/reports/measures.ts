/** What the map of the controls can show, one thing at a time: for each a few values, and how a cell of each is drawn. */

import type { AnswerRecord, ItemStateView } from "../../api.js";
import type { Controller } from "../../controller.js";
import { derived } from "../../derived.js";
import { isoDate } from "../../format.js";
import { wayOf } from "../../next_step.js";
import { sinceLast } from "../../since.js";
import { STATES } from "../../standing.js";

/** A value with the filling of its cells; `corner` is how far one is filled, where it has a corner. */
export interface Value {
  readonly key: string;
  readonly look: string;
  readonly corner?: string;
}

export interface Measure {
  readonly name: string;
  readonly values: readonly Value[];
  /** The key of the value of a control. */
  readonly of: (id: string) => string;
}

const SOLID = "implemented";
const HALF = { look: "partly", corner: "" };
const EDGE = "not_implemented";
const DASHED = "not_assessed";

/** Maturity is drawn as the height of the corner. */
const LEVELS: readonly Value[] = ["0", "1", "2", "3", "4", "5"].map((key) => ({ key, look: "level-of", corner: `m${key}` }));
const EXCLUDED: Value = { key: "excluded", look: "excluded" };

export function measures(controller: Controller): Measure[] {
  const { model } = controller;
  const today = isoDate(new Date());
  const scoped = (say: (answer: AnswerRecord | undefined, state: ItemStateView | undefined, id: string) => string) => (id: string) => {
    const state = model.state(id);
    return state?.applicability === "excluded" ? EXCLUDED.key : say(model.answer(id), state, id);
  };
  const since = sinceLast(controller);
  const risky = riskControls(controller);
  const all: Measure[] = [
    {
      name: "implementation",
      values: [...STATES.map((key): Value => ({ key, look: key, ...((key === "partly" || key === "planned") && { corner: "" }) })), EXCLUDED],
      of: scoped((_, state) => state?.implementation ?? DASHED),
    },
    { name: "maturity", values: [...LEVELS, { key: "none", look: DASHED }, EXCLUDED], of: scoped((answer) => (answer?.maturity ? String(answer.maturity.level) : "none")) },
    {
      name: "risk",
      values: [{ key: "above", look: "ringed" }, { key: "below", ...HALF }, { key: "none", look: DASHED }, EXCLUDED],
      of: scoped((_, __, id) => risky.get(id) ?? "none"),
    },
    { name: "owner", values: [{ key: "some", look: SOLID }, { key: "none", look: DASHED }, EXCLUDED], of: scoped((answer) => (answer?.owner ? "some" : "none")) },
    {
      name: "due",
      values: [{ key: "over", look: EDGE }, { key: "ahead", ...HALF }, { key: "none", look: DASHED }, EXCLUDED],
      of: scoped((answer, state) => (!answer?.due || state?.implementation === SOLID ? "none" : answer.due < today ? "over" : "ahead")),
    },
    {
      name: "finding",
      values: [{ key: "nonconformity", look: EDGE }, { key: "remark", ...HALF }, { key: "none", look: DASHED }, EXCLUDED],
      of: scoped((answer) => (!answer?.finding ? "none" : answer.finding.kind.endsWith("nonconformity") ? "nonconformity" : "remark")),
    },
  ];
  if (since) all.push({ name: "changed", values: [{ key: "yes", look: SOLID }, { key: "no", look: DASHED }], of: (id) => (since.items.has(id) ? "yes" : "no") });
  return all;
}

/** The controls that risks rely on or choose: whether one of these risks is above the line. */
function riskControls({ model }: Controller): ReadonlyMap<string, string> {
  const above = new Set(wayOf(model)?.aboveLabels ?? []);
  const found = new Map<string, string>();
  for (const { label = "", title = "", existing = [], treatment } of derived(model).document().risks ?? []) {
    const is = above.has(label || title) ? "above" : "below";
    for (const id of [...existing, ...(treatment?.controls ?? [])]) if (found.get(id) !== "above") found.set(id, is);
  }
  return found;
}
