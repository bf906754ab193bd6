/** What a person has set in a view and finds again when coming back: filters, and rows that are open. */

import type { Controller } from "../../controller.js";
import { useUi } from "../ui.js";

const kept = new WeakMap<Controller, Map<string, unknown>>();

/** A value that outlives its view; whoever sets it draws everything again. */
export function useKept<T>(name: string, first: T): [T, (value: T) => void] {
  const { controller } = useUi();
  let values = kept.get(controller);
  if (!values) kept.set(controller, (values = new Map()));
  const of = values;
  const set = (value: T): void => {
    of.set(name, value);
    controller.draw();
  };
  return [of.has(name) ? (of.get(name) as T) : first, set];
}

/** Sets such a value from elsewhere, for a view that is about to be shown. */
export function keep(controller: Controller, name: string, value: unknown): void {
  let values = kept.get(controller);
  if (!values) kept.set(controller, (values = new Map()));
  values.set(name, value);
}

/** What is kept under a name, if something is. */
export const keptValue = (controller: Controller, name: string): unknown => kept.get(controller)?.get(name);
