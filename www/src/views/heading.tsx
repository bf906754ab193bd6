/** Headings that fit the outline of the page around the widget. */

import { h, type ComponentChildren } from "preact";
import { useUi } from "./ui.js";

/** A heading `depth` levels below the widget's first one. */
export function Heading(props: { depth: number; class?: string; id?: string; children: ComponentChildren }) {
  const { level } = useUi();
  return h(tag(level + props.depth), { class: props.class, id: props.id }, props.children);
}

/** The heading of a view, which takes the focus when a person goes there. */
export function ViewHeading(props: { children: ComponentChildren }) {
  const { level } = useUi();
  const name = tag(level + 1);
  return h(name, { class: "view-heading", tabIndex: -1, "data-focus": "heading", part: "heading" }, props.children);
}

const tag = (level: number): string => `h${Math.min(level, 6)}`;
