/** What every view may use, without handing it through each level. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Controller } from "../controller.js";

export interface Ui {
  readonly controller: Controller;
  /** The level of the widget's first heading. */
  readonly level: number;
  /** Whether there is room for one column only. */
  readonly narrow: boolean;
}

export const UiContext = createContext<Ui | undefined>(undefined);

export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error("a view was drawn outside the widget");
  return ui;
}
