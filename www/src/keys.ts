/** Keys that count while the focus is inside the widget, and never in a text field, which has an undo of its own. */

import type { Controller } from "./controller.js";
import { derived } from "./derived.js";
import { redo, undo } from "./history.js";
import { wholePart } from "./whole.js";

/** Listens on the widget's own node until it is stopped. */
export function watchKeys(mount: HTMLElement, controller: Controller): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  mount.addEventListener("keydown", (event) => pressed(event, controller), { signal });
  // However often a text is taken over while somebody types, it is one thing to take back.
  mount.addEventListener("focusin", (event) => typing(event, controller, true), { signal });
  mount.addEventListener("focusout", (event) => typing(event, controller, false), { signal });
  return () => ends.abort();
}

const isText = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=file], [type=button])");

function pressed(event: KeyboardEvent, controller: Controller): void {
  if (event.defaultPrevented || event.altKey || isText(event.target) || controller.question) return;
  const key = event.key.toLowerCase();
  const isChord = event.ctrlKey || event.metaKey;
  const act = (work: () => void): void => {
    event.preventDefault();
    work();
  };
  if (isChord && key === "z") act(() => void (event.shiftKey ? redo : undo)(controller));
  else if (isChord && key === "y") act(() => void redo(controller));
  else if (!isChord && key === "/") act(() => controller.go("find", "find"));
}

function typing(event: FocusEvent, { model, disposed }: Controller, isIn: boolean): void {
  const { target } = event;
  if (!isText(target) || disposed || !model.isWhole || !wholePart.loaded) return;
  derived(model).typing(isIn ? target.id : undefined);
}
