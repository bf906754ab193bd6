/** Which rows of a table are open: kept while other views are looked at, and set on the way to one. */

import type { Controller } from "../../controller.js";
import { keep, keptValue, useKept } from "./kept.js";

const NONE: ReadonlySet<string> = new Set();
const nameOf = (table: string): string => `opened ${table}`;

/** What a table needs to know of its opened rows. */
export function useOpened(table: string): { isOpen: (id: string) => boolean; onToggle: (id: string) => void } {
  const [opened, setOpened] = useKept(nameOf(table), NONE);
  const onToggle = (id: string): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return { isOpen: (id) => opened.has(id), onToggle };
}

/** Opens a row of a table that is about to be shown. */
export function openRow(controller: Controller, table: string, id: string): void {
  const opened = (keptValue(controller, nameOf(table)) as ReadonlySet<string> | undefined) ?? NONE;
  keep(controller, nameOf(table), new Set([...opened, id]));
}

/** Opens a row and closes the others: it is what a person has just made. */
export function onlyRow(controller: Controller, table: string, id: string): void {
  keep(controller, nameOf(table), new Set([id]));
}
