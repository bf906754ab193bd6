/** The views of the set-up, one for each route of `sections.ts`. */

import type { Route } from "../../model.js";
import { dressSetup } from "../../styles/setup.js";
import { Context } from "./context.js";
import { Scope } from "./scope.js";
import { Start } from "./start.js";

export function View({ route }: { route: Route }) {
  dressSetup();
  switch (route) {
    case "start":
      return <Start />;
    case "context":
      return <Context />;
    case "scope":
      return <Scope />;
    default:
      return null;
  }
}
