/** Draws the whole widget into its mount: the only place where the renderer meets the DOM. */

import { render } from "preact";
import type { ProblemView } from "../api.js";
import type { Controller } from "../controller.js";
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
}

export function draw(mount: HTMLElement, { controller, ...shown }: Shown): void {
  const tree = controller ? (
    <App controller={controller} level={shown.level} narrow={shown.narrow} />
  ) : (
    <Starting failure={shown.failure} retry={shown.retry} />
  );
  render(tree, mount);
}

export function erase(mount: HTMLElement): void {
  render(null, mount);
}
