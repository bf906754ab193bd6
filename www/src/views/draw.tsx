/** Draws the whole widget into its mount: the only place where the renderer meets the DOM. */

import { options, render, type VNode } from "preact";
import type { ProblemView } from "../api.js";
import type { Controller } from "../controller.js";
import { languageOf } from "../words/words.js";
import { App } from "./app.js";
import { Starting } from "./starting.js";

export interface Shown {
  readonly controller: Controller | undefined;
  readonly failure: ProblemView | undefined;
  readonly retry: () => void;
  /** The level of the first heading. */
  readonly level: number;
  /** Whether there is room for one column only. */
  readonly narrow: boolean;
  /** The edition of the words: with another one everything is drawn anew. */
  readonly words: number;
}

/** A text that is English on a page of another language says so, for whoever reads it aloud. */
const marked = options.vnode;
options.vnode = (vnode: VNode<{ lang?: string; children?: unknown }>) => {
  if (typeof vnode.type === "string" && vnode.props.lang === undefined) {
    const { children } = vnode.props;
    const lang = (Array.isArray(children) ? children : [children]).map(languageOf).find((tag) => tag !== undefined);
    if (lang !== undefined) vnode.props.lang = lang;
  }
  marked?.(vnode);
};

export function draw(mount: HTMLElement, { controller, ...shown }: Shown): void {
  const tree = controller ? (
    <App key={shown.words} controller={controller} level={shown.level} narrow={shown.narrow} />
  ) : (
    <Starting failure={shown.failure} retry={shown.retry} />
  );
  render(tree, mount);
}

export function erase(mount: HTMLElement): void {
  render(null, mount);
}
