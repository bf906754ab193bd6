/** Ways within a text or a list: to something in another view, or to an item's question. */

import type { ComponentChildren } from "preact";
import type { Controller } from "../../controller.js";
import type { Route } from "../../model.js";
import { VIEW_PARTS } from "../../parts.js";
import { viewOf } from "../../sections.js";
import { useUi } from "../ui.js";
import { openRow } from "./opened.js";
import type { Place } from "./places.js";

interface Props {
  readonly to: Route;
  /** What takes the focus there; the heading where nothing is said. */
  readonly focus?: string | undefined;
  /** What the way is known by, so that Back leads to it. */
  readonly item?: string;
  readonly class?: string;
  readonly describedBy?: string;
  /** What is done before the view is left. */
  readonly before?: () => void;
  readonly children: ComponentChildren;
}

/** Shows a view and moves the focus there, once it is there. */
export function goTo(controller: Controller, to: Route, focus: string | undefined): void {
  controller.go(to, focus);
  const row = viewOf(to);
  const part = row && VIEW_PARTS[row.part];
  if (focus === undefined || !part || part.loaded) return;
  // What comes late has nothing yet that could take the focus; that it does not come, the view says.
  part.load().then(
    () => controller.model.route === to && controller.focusOn(focus),
    () => undefined,
  );
}

export function Way({ to, focus, item, class: look = "way", describedBy, before, children }: Props) {
  const { controller } = useUi();
  const go = (): void => {
    before?.();
    goTo(controller, to, focus);
  };
  return (
    <button type="button" class={look} data-item={item ?? focus} aria-describedby={describedBy} onClick={go}>
      {children}
    </button>
  );
}

/** The way to where something is changed, with its row open; the text alone where no view shows it. */
export function PlaceWay({ place, item, class: look = "way", children }: Pick<Props, "class" | "children"> & { readonly place: Place | undefined; readonly item: string }) {
  const { controller } = useUi();
  if (!place) return <>{children}</>;
  const { to, focus, table } = place;
  return (
    <Way to={to} focus={focus} class={look} item={item} before={() => table !== undefined && focus !== undefined && openRow(controller, table, focus)}>
      {children}
    </Way>
  );
}

/** The way to an item's question; where there is none for it, the text alone. */
export function ItemWay({ id, children }: { id: string; children?: ComponentChildren }) {
  const item = useUi().controller.model.items.get(id);
  const text = children ?? <bdi>{id}</bdi>;
  if (!item) return <>{text}</>;
  return (
    <Way to={item.chapter} focus={id}>
      {text}
    </Way>
  );
}
