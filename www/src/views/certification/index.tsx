/** The views on the way to a certificate. */

import type { ComponentChildren } from "preact";
import type { Route } from "../../model.js";
import { dressCertification } from "../../styles/certification.js";
import { Approval } from "./approval.js";
import { Audits } from "./audits.js";
import { ComparisonView } from "./comparison.js";
import { AddDocument } from "./document_fields.js";
import { Documents } from "./documents.js";
import { EventForm } from "./event.js";
import { FindingsView } from "./findings.js";
import { Gates } from "./gates.js";
import { Nonconformity } from "./nonconformity.js";
import { OwnControl } from "./own.js";
import { Soa } from "./soa.js";
import { Undecided } from "./undecided.js";

dressCertification();

/** Views of one thing, by what stands before its id. */
const OF: readonly (readonly [before: string, view: (of: string) => ComponentChildren])[] = [
  ["soa/own:", (of) => <OwnControl of={of} />],
  ["audits/event:", (of) => <EventForm of={of} />],
  ["audits/nonconformity:", (of) => <Nonconformity of={of} />],
];

export function View({ route }: { route: Route }) {
  switch (route) {
    case "soa":
      return <Soa />;
    case "soa/comparison":
      return <ComparisonView />;
    case "soa/approval":
      return <Approval />;
    case "soa/findings":
      return <FindingsView />;
    case "soa/undecided":
      return <Undecided />;
    case "gates":
      return <Gates />;
    case "documents":
      return <Documents />;
    case "documents/add":
      return <AddDocument />;
    case "audits":
      return <Audits />;
    default: {
      const [before, view] = OF.find(([before]) => route.startsWith(before)) ?? ["", () => null];
      return <>{view(route.slice(before.length))}</>;
    }
  }
}
