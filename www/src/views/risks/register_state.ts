/** What a person looks at in the register: what it is filtered by, and which of its rows are open. It stays while others are looked at. */

import { useReducer } from "preact/hooks";
import type { Controller } from "../../controller.js";
import { onlyRow, openRow as openRowOf } from "../parts/opened.js";
import type { Place } from "./matrix.js";

/** The names of the tables of risks and of groups. */
export const REGISTER = "register";
export const GROUPS = "groups";

/** The three looks at the risks. */
export const GRIDS = ["current", "exposure", "planned"] as const;
export type GridName = (typeof GRIDS)[number];

export interface Looked {
  readonly find: string;
  readonly state: string;
  readonly owner: string;
  readonly order: string;
  /** Whether the groups of assets were asked for; from the third on they are there anyway. */
  readonly hasGroups: boolean;
  /** The matrix that is shown where there is room for one. */
  readonly grid: GridName;
  readonly ring?: (Place & { readonly grid: GridName }) | undefined;
}

const FIRST: Looked = { find: "", state: "", owner: "", order: "urgent", hasGroups: false, grid: "exposure" };

const looks = new WeakMap<Controller, Looked>();

export function useLooked(controller: Controller): [looked: Looked, change: (part: Partial<Looked>) => void] {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const change = (part: Partial<Looked>): void => {
    look(controller, part);
    redraw(undefined);
  };
  return [looks.get(controller) ?? FIRST, change];
}

/** As a view changes it that leads to the register. */
export function look(controller: Controller, part: Partial<Looked>): void {
  looks.set(controller, { ...(looks.get(controller) ?? FIRST), ...part });
}

/** Shows the groups of assets, one of them open. */
export function showGroups(controller: Controller, id: string): void {
  look(controller, { hasGroups: true });
  openRowOf(controller, GROUPS, id);
}

/** Opens the row that was just saved, and no filter hides it. */
export function openRow(controller: Controller, id: string): void {
  look(controller, { find: "", state: "", owner: "", ring: undefined });
  onlyRow(controller, REGISTER, id);
}
