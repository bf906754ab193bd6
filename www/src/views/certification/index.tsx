/** The views on the way to a certificate. */

import type { Route } from "../../model.js";
import { Soa } from "./soa.js";

export function View({ route }: { route: Route }) {
  switch (route) {
    case "soa":
      return <Soa />;
    default:
      return null;
  }
}
