/** The one node of the widget inside its element, and what an element does only once. */

import { sheet } from "./styles/sheet.js";

/** Makes the node that every view is drawn into. */
export function mountIn(root: ShadowRoot): HTMLElement {
  root.adoptedStyleSheets = [sheet()];
  const mount = document.createElement("div");
  mount.className = "annexa";
  mount.part.add("root");
  const em = document.createElement("div");
  em.className = "em";
  root.append(mount, em);
  return mount;
}

/** From this width on, in `em`, the sections stand beside the view. */
const WIDE_EM = 62;

/** Calls back when there comes to be room for two columns or for one; larger text counts as less room. */
export function watchRoom(element: HTMLElement, narrow: (isNarrow: boolean) => void): ResizeObserver {
  const em = element.shadowRoot?.querySelector(".em");
  const sizes = new ResizeObserver(() => {
    const size = em?.getBoundingClientRect().height || 16;
    narrow(element.clientWidth < WIDE_EM * size);
  });
  for (const each of [element, em]) if (each) sizes.observe(each);
  return sizes;
}

/** Moves the focus to a view's heading, or to an item in it, and brings it into view. */
export function focusIn(mount: HTMLElement, id: string): void {
  const named = (name: string) => mount.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
  // What a draft remembers need not be there any more.
  const target = named(id) ?? named("heading");
  target?.focus({ preventScroll: true });
  const isField = target?.matches("input, select, textarea");
  // Of a field the whole question is brought into view first, as far as it fits.
  if (isField) target?.closest(".question")?.scrollIntoView({ block: "nearest" });
  target?.scrollIntoView({ block: id === "heading" || isField ? "nearest" : "start" });
}

/** The item of the question that holds the focus. */
export const focusedItem = (mount: HTMLElement): string | undefined =>
  (mount.getRootNode() as ShadowRoot).activeElement?.closest(".question")?.querySelector<HTMLElement>("[data-focus]")?.dataset["focus"];

/** A property that was set before the element was defined hides the accessor: sets it again. */
export function takeOverProperties<T extends HTMLElement>(element: T, names: readonly (keyof T)[]): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete (element as Partial<T>)[name];
    element[name] = value;
  }
}
