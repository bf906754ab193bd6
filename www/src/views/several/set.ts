/** What is set of several answers, and the answers as they will be. */

import { withApplicability, withImplementation, withPart } from "../../answer.js";
import type { AnswerRecord } from "../../api.js";

/** What can be set of several answers at once. */
export type What = "owner" | "due" | "implementation" | "excluded" | "applicable";

export interface Wanted {
  readonly what: What;
  /** The owner, the day or the implementation; of an exclusion the typed reason. */
  readonly value: string;
  /** Why this one is excluded: each in words of its own. */
  readonly why: (id: string) => string;
}

export function changed(answer: AnswerRecord, { what, value, why }: Wanted): AnswerRecord {
  switch (what) {
    case "owner":
      return withPart(answer, "owner", value);
    case "due":
      return withPart(answer, "due", value);
    case "implementation":
      return withImplementation(answer, value);
    case "applicable":
      return withApplicability(answer, "applicable");
    case "excluded":
      return withPart(answer, "applicability", { state: "excluded", ...(value && { reason: value as "other" }), justification: why(answer.id) });
  }
}
