/** The strip: a small square for each item, filled as far as it is, in groups. A count in words stands beside it. */

import type { ItemStateView } from "../api.js";
import type { Model } from "../model.js";

export const hasCorner = (state: string | undefined): boolean => state === "partly" || state === "planned";

/** How a square is drawn: one that a provider runs has a ring around the filling of its state. */
export const filling = (state: ItemStateView | undefined): string =>
  state?.applicability === "excluded" ? "excluded" : `${state?.implementation ?? "not_assessed"}${state?.applicability === "inherited" ? " inherited" : ""}`;

/** Hidden from a reader: the count beside it is its text. */
export const Strip = ({ model, groups }: { model: Model; groups: readonly { readonly id: string; readonly items: readonly string[] }[] }) => (
  <span class="strip" aria-hidden="true">
    {groups.map(({ id, items }) => (
      <span key={id}>
        {items.map((item) => {
          const state = model.state(item);
          return (
            <span key={item} class={`cell ${filling(state)}`}>
              {state?.applicability !== "excluded" && hasCorner(state?.implementation) && <i />}
            </span>
          );
        })}
      </span>
    ))}
  </span>
);
