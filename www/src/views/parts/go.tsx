/** A way to another view, drawn as a link or as a button. */

import type { ComponentChildren } from "preact";
import type { Route } from "../../model.js";
import { useUi } from "../ui.js";

interface Props {
  readonly to: Route;
  readonly look?: "primary" | "button" | "quiet";
  readonly label?: string;
  /** The row to come back to. */
  readonly item?: string;
  /** What is done before the view is left. */
  readonly before?: () => void;
  readonly children: ComponentChildren;
}

export function Go({ to, look = "quiet", label, item, before, children }: Props) {
  const { controller } = useUi();
  const go = (): void => {
    before?.();
    controller.go(to);
  };
  return (
    <button
      type="button"
      class={look === "button" ? undefined : look}
      part={look === "primary" ? "button primary" : look === "button" ? "button" : undefined}
      aria-label={label}
      data-item={item}
      onClick={go}
    >
      {children}
    </button>
  );
}
