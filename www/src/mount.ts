/** The one node of the widget inside its element, and what an element does only once. */

import { sheet } from "./styles/sheet.js";

/** Makes the node that every view is drawn into. */
export function mountIn(root: ShadowRoot): HTMLElement {
  root.adoptedStyleSheets = [sheet()];
  const mount = document.createElement("div");
  mount.className = "annexa";
  mount.part.add("root");
  root.append(mount);
  return mount;
}

/** Moves the focus to a view's heading, or to an item in it, and brings it into view. */
export function focusIn(mount: HTMLElement, id: string): void {
  const target = mount.querySelector<HTMLElement>(`[data-focus="${CSS.escape(id)}"]`);
  target?.focus({ preventScroll: true });
  const isField = target?.matches("input, select, textarea");
  // Of a field the whole question is brought into view first, as far as it fits.
  if (isField) target?.closest(".question")?.scrollIntoView({ block: "nearest" });
  target?.scrollIntoView({ block: id === "heading" || isField ? "nearest" : "start" });
}

/** A property that was set before the element was defined hides the accessor: sets it again. */
export function takeOverProperties<T extends HTMLElement>(element: T, names: readonly (keyof T)[]): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete (element as Partial<T>)[name];
    element[name] = value;
  }
}
