/** Which questions of a chapter are shown: by what was answered, and by who answers for it. */

import type { Model } from "./model.js";

export interface Filter {
  readonly show: "all" | "open" | "below";
  /** An owner's name; nothing for everybody. */
  readonly owner: string | undefined;
}

export const ALL: Filter = { show: "all", owner: undefined };

const BELOW: readonly string[] = ["not_implemented", "planned", "partly"];

/** The owners that the answers of a chapter name, each once, in the order of their letters. */
export const owners = (model: Model, ids: readonly string[]): string[] =>
  [...new Set(ids.map((id) => model.answer(id)?.owner ?? "").filter((owner) => owner !== ""))].sort();

/** The items that a filter leaves, in their order. */
export function filtered(model: Model, ids: readonly string[], { show, owner }: Filter): string[] {
  return ids.filter((id) => {
    const state = model.state(id);
    const isShown = show === "all" || (show === "open" ? !state?.answered : state?.applicability !== "excluded" && BELOW.includes(state?.implementation ?? ""));
    return isShown && (owner === undefined || (model.answer(id)?.owner ?? "") === owner);
  });
}
