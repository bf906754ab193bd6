/** Where things are changed: the view, and the table in it whose row is opened on the way. */

import type { Model, Route } from "../../model.js";
import { hasView } from "../../sections.js";

export interface Place {
  readonly to: Route;
  /** What takes the focus there; the heading where nothing is said. */
  readonly focus?: string;
  /** The table whose row it is. */
  readonly table?: string;
}

const TABLES = {
  risks: ["risks", "register"],
  groups: ["risks", "groups"],
  obligations: ["obligations", "obligations"],
  actions: ["plan", "plan"],
  nonconformities: ["audits", "nonconformities"],
  documents: ["documents", "documents"],
  own_controls: ["soa", "soa"],
} as const satisfies Readonly<Record<string, readonly [to: Route, table: string]>>;

export type Register = keyof typeof TABLES;

/** A view, or the row of a table in it; nothing where the view is not shown. */
export const placeAt = (model: Model, to: Route, row?: { readonly focus: string; readonly table?: string }): Place | undefined => (hasView(model, to) ? { to, ...row } : undefined);

/** The row of an entry of a register; nothing where its view is not shown. */
export function rowOf(model: Model, register: Register, id: string): Place | undefined {
  const [to, table] = TABLES[register];
  return placeAt(model, to, { focus: id, table });
}

/** The question of an item, or the row of a control of one's own. */
export function controlOf(model: Model, id: string): Place | undefined {
  const chapter = model.items.get(id)?.chapter;
  return chapter === undefined ? rowOf(model, "own_controls", id) : { to: chapter, focus: id };
}
