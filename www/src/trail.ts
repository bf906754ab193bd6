/** The views a person came through, kept in the browser's history: Back stays in the widget. */

import type { Route } from "./model.js";

/** A view as it was left. */
interface Stop {
  readonly route: Route;
  /** The item whose button led away, and which of its buttons: the row to come back to. */
  readonly item?: string | undefined;
  readonly nth?: number;
  /** How far the page was scrolled, in pixels. */
  readonly top?: number;
}

/** What the trail needs of the element. */
export interface Place {
  /** What is drawn into; it changes when a view is shown. */
  readonly mount: HTMLElement;
  route(): Route;
  /** Whether there is such a view. */
  has(route: Route): boolean;
  /** Shows a view now, without a step in the history. */
  show(route: Route): void;
  /** Whether the address names the view. */
  isNamed(): boolean;
}

export class Trail {
  #key = "";

  constructor(private readonly place: Place) {}

  /** Listens from now on; `key` tells this element's steps from those of another one on the page. */
  start(key: string): void {
    this.#key = `annexa-${key}`;
    addEventListener("popstate", this.#back);
    addEventListener("hashchange", this.#named);
    this.#named();
  }

  stop(): void {
    removeEventListener("popstate", this.#back);
    removeEventListener("hashchange", this.#named);
  }

  /** A person goes to another view: a step, unless the page stands where there is no history. */
  step(route: Route): void {
    const here = this.#here();
    if (here.route === route) return;
    const url = this.place.isNamed() ? `#${route}` : undefined;
    try {
      // What the page itself keeps in its history stays as it is.
      history.replaceState({ ...history.state, [this.#key]: here }, "");
      history.pushState({ ...history.state, [this.#key]: { route } }, "", url);
    } catch {
      // Too many steps at once, or a frame without an address: Back then leaves the page.
    }
  }

  readonly #back = (event: PopStateEvent): void => {
    const state = event.state as Record<string, Stop | undefined> | null;
    const stop = state?.[this.#key];
    if (!stop || stop.route === this.place.route() || !this.place.has(stop.route)) return;
    this.place.show(stop.route);
    this.#restore(stop);
  };

  /** A route in the address, where the page wants it there. */
  readonly #named = (): void => {
    const route = location.hash.slice(1);
    if (this.place.isNamed() && route !== this.place.route() && this.place.has(route)) this.place.show(route);
  };

  #here(): Stop {
    const { mount } = this.place;
    const route = this.place.route();
    const top = document.scrollingElement?.scrollTop ?? 0;
    const active = (mount.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    const item = active?.dataset["item"];
    if (!active || item === undefined) return { route, top };
    return { route, top, item, nth: this.#buttons(item).indexOf(active) };
  }

  #restore({ item, nth = 0, top = 0 }: Stop): void {
    const button = item === undefined ? undefined : (this.#buttons(item)[nth] ?? this.#buttons(item)[0]);
    // A row may lie in a part that is folded again.
    for (let part = button?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
    const target = button ?? this.place.mount.querySelector<HTMLElement>('[data-focus="heading"]');
    target?.focus({ preventScroll: true });
    document.scrollingElement?.scrollTo({ top, behavior: "instant" });
    button?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  #buttons(item: string): HTMLElement[] {
    return [...this.place.mount.querySelectorAll<HTMLElement>(`[data-item="${CSS.escape(item)}"]`)];
  }
}
