/** How far a set of items is: counted by state, for bars and sentences. */

import type { Implementation } from "./api.js";
import type { Model } from "./model.js";

/** The states from the start of a bar to its end. */
export const STATES: readonly Implementation[] = ["implemented", "partly", "planned", "not_implemented", "not_assessed"];

export interface Standing {
  /** How many are in each of `STATES`. */
  readonly counts: readonly number[];
  /** How many there are, without those that were excluded. */
  readonly inScope: number;
  readonly excluded: number;
}

export function standing(model: Model, ids: readonly string[]): Standing {
  const states = ids.map((id) => model.state(id)).filter((state) => state !== undefined);
  const kept = states.filter(({ applicability }) => applicability !== "excluded");
  const counts = STATES.map((name) => kept.filter(({ implementation }) => implementation === name).length);
  return { counts, inScope: kept.length, excluded: states.length - kept.length };
}
