/** The views of the risks, one for each route of `sections.ts`. */

import type { Route } from "../../model.js";

export function View({ route }: { route: Route }) {
  switch (route) {
    default:
      return null;
  }
}
