/** The views of the risks, one for each route of `sections.ts`. */

import type { Route } from "../../model.js";
import { AddRisk } from "./add.js";
import { CriteriaEditor } from "./criteria.js";
import { DecideRisk } from "./decide.js";
import { Obligations } from "./obligations.js";
import { Plan } from "./plan.js";
import { Register } from "./register.js";

export function View({ route }: { route: Route }) {
  const [view, id = ""] = route.split(":");
  switch (view) {
    case "risks/add":
      return <AddRisk />;
    case "risks/edit":
      return <AddRisk key={id} id={id} />;
    case "risks/decide":
      return <DecideRisk key={id} id={id} />;
    case "risks/criteria":
      return <CriteriaEditor />;
    case "plan":
      return <Plan />;
    case "obligations":
      return <Obligations />;
    default:
      return <Register />;
  }
}
