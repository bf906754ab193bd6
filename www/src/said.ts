/** What an answer says, as far as the first view asks. */

import type { AnswerRecord } from "./api.js";

type Scope = NonNullable<AnswerRecord["applicability"]>;

/** What an answer says about applicability, unless that is the default. */
export const scopeOf = (answer: AnswerRecord): Scope | undefined =>
  answer.applicability && answer.applicability.state !== "applicable" ? answer.applicability : undefined;

/** The members that say something: neither left out, nor empty, nor the default. */
export function partsOf(answer: AnswerRecord): (keyof AnswerRecord)[] {
  const says = (key: keyof AnswerRecord): boolean => {
    const value = answer[key];
    if (value === undefined || value === "") return false;
    if (Array.isArray(value)) return value.length > 0;
    return key !== "applicability" || scopeOf(answer) !== undefined;
  };
  return (Object.keys(answer) as (keyof AnswerRecord)[]).filter(says);
}
