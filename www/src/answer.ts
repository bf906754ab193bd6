/** Changes to one part of an answer. A part that says nothing is left out, as the format wants it. */

import type { AnswerRecord, Applicability, Implementation } from "./api.js";
import { scopeOf } from "./said.js";

type Inclusion = NonNullable<AnswerRecord["inclusion"]>[number];
type Evidence = NonNullable<AnswerRecord["evidence"]>[number];
type Scope = NonNullable<AnswerRecord["applicability"]>;
type ExclusionReason = NonNullable<Scope["reason"]>;

/** Sets one member, or leaves it out where there is nothing to say. */
export function withPart<K extends Exclude<keyof AnswerRecord, "id">>(
  answer: AnswerRecord,
  key: K,
  value: AnswerRecord[K] | undefined,
): AnswerRecord {
  const { [key]: _, ...rest } = answer;
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) {
    return rest as unknown as AnswerRecord;
  }
  return { ...answer, [key]: value };
}

/** An explicit implementation value; none means "as the response suggests". */
export const withImplementation = (answer: AnswerRecord, value: string): AnswerRecord =>
  withPart(answer, "implementation", (value || undefined) as Implementation | undefined);

/** Another applicability; a justification that was written is kept, whatever the state. */
export function withApplicability(answer: AnswerRecord, state: Applicability): AnswerRecord {
  const justification = answer.applicability?.justification ?? "";
  const saysNothing = state === "applicable" && justification === "";
  return withPart(answer, "applicability", saysNothing ? undefined : { state, justification });
}

/** The typed reason of an exclusion; an empty choice takes it away. */
export function withExclusionReason(answer: AnswerRecord, reason: string): AnswerRecord {
  const scope = scopeOf(answer);
  if (scope?.state !== "excluded") return answer;
  const { reason: _, ...rest } = scope;
  const next = reason === "" ? rest : { ...rest, reason: reason as ExclusionReason };
  return withPart(answer, "applicability", next);
}

/** Words of an exclusion or an inheritance. */
export function withScopeText(
  answer: AnswerRecord,
  part: { justification?: string; provider?: string },
): AnswerRecord {
  const scope = scopeOf(answer);
  return scope ? withPart(answer, "applicability", { ...scope, ...part }) : answer;
}

/** The reasons of one kind: of a law there may be several. */
export const inclusionsOf = (answer: AnswerRecord, reason: Inclusion["reason"]): Inclusion[] =>
  (answer.inclusion ?? []).filter((entry) => entry.reason === reason);

/** Adds a kind of inclusion reason, or takes it away with all that it refers to. */
export function withInclusion(answer: AnswerRecord, reason: Inclusion["reason"], isIn: boolean): AnswerRecord {
  if (isIn) return withReference(answer, reason, 0, "");
  return withPart(answer, "inclusion", (answer.inclusion ?? []).filter((entry) => entry.reason !== reason));
}

/** What the nth reason of a kind refers to. */
export function withReference(answer: AnswerRecord, reason: Inclusion["reason"], nth: number, reference: string): AnswerRecord {
  const before = answer.inclusion ?? [];
  const entry = inclusionsOf(answer, reason)[nth];
  const next = entry ? before.with(before.indexOf(entry), { reason, reference }) : [...before, { reason, reference }];
  return withPart(answer, "inclusion", next);
}

/** Maturity now, wanted, or both; each `""` or a digit 0 to 5. A target needs a level to start from. */
export function withMaturity(answer: AnswerRecord, part: { level?: string; target?: string }): AnswerRecord {
  const before = answer.maturity;
  const level = part.level ?? (before ? String(before.level) : "");
  const target = part.target ?? (before?.target === undefined ? "" : String(before.target));
  if (level === "") return withPart(answer, "maturity", undefined);
  const maturity = { level: Number(level), ...(target === "" ? {} : { target: Number(target) }) };
  return withPart(answer, "maturity", maturity);
}

export const withEvidence = (answer: AnswerRecord, entry: Evidence): AnswerRecord =>
  withPart(answer, "evidence", [...(answer.evidence ?? []), entry]);

export const withoutEvidence = (answer: AnswerRecord, index: number): AnswerRecord =>
  withPart(answer, "evidence", (answer.evidence ?? []).toSpliced(index, 1));
