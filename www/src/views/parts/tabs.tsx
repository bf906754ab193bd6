/** The views of one thing, side by side: each is a view of its own, with a step of its own in the history. */

import type { Route } from "../../model.js";
import { useUi } from "../ui.js";

interface Props {
  readonly label: string;
  readonly tabs: readonly (readonly [route: Route, title: string])[];
}

export function Tabs({ label, tabs }: Props) {
  const { controller } = useUi();
  const { route } = controller.model;
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(([to, title]) => (
          <li key={to}>
            <button type="button" class="tab" aria-current={to === route ? "page" : undefined} onClick={() => controller.go(to)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
