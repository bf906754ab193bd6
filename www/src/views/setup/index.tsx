/** The views of the set-up, one for each route of `sections.ts`. */

import type { Route } from "../../model.js";

export function View({ route }: { route: Route }) {
  switch (route) {
    default:
      return null;
  }
}
