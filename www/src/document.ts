/** What a file holds. Made by `cargo xtask codegen` from `core/src/assessment`. */

export type Applicability = "applicable" | "excluded" | "inherited";
export type ExclusionReason = "no_risk" | "no_activity" | "no_asset" | "other";
export type InclusionReason = "risk" | "legal" | "contractual" | "business" | "good_practice";
export type FindingKind = "opportunity" | "observation" | "minor_nonconformity" | "major_nonconformity";
export type Response = "yes" | "partly" | "no" | "not_applicable" | "unknown";
export type Implementation = "not_assessed" | "not_implemented" | "planned" | "partly" | "implemented";

/** What the assessment is about; the cover of the Statement of Applicability. */
export interface AboutRecord {
  /** The id of the assessed party, by which assessments are told apart when many are held side by side. */
  id?: string;
  /** The organization's name. */
  organization?: string;
  /** The scope of the management system. */
  scope?: string;
  /** The version of the Statement of Applicability. */
  version?: string;
  /** The day for which it stands. */
  date?: string;
  /** Who approves it. */
  approver?: string;
}

/** Whether an item belongs to the management system, with what is said about that. It is one decision: a reason without its state means nothing. Words that were written for another state are kept, so that switching back and forth loses nothing. */
export interface ScopeRecord {
  /** The decision. */
  state: Applicability;
  /** Why a control is excluded; read only where `state` says so. */
  reason?: ExclusionReason;
  /** The justification in words, of an excluded or inherited control. */
  justification?: string;
  /** Who operates an inherited control; read only where `state` says so. */
  provider?: string;
}

/** A reason to include a control. An answer holds a set of them, sorted by the words that a file has for them, since the order of the values here may change. */
export interface InclusionRecord {
  /** The typed reason. */
  reason: InclusionReason;
  /** The risk, law or contract that the reason points at, or empty. */
  reference?: string;
}

/** A maturity level from 0 (incomplete) to 5 (optimizing). */
export interface MaturityRecord {
  /** Where the practice stands, 0 to 5. */
  level: number;
  /** Where it should stand, 0 to 5. */
  target?: number;
}

/** An auditor's finding. */
export interface FindingRecord {
  /** How grave it is. */
  kind: FindingKind;
  /** What was found. */
  text?: string;
  /** Why it happened. */
  root_cause?: string;
  /** What is done about it. */
  correction?: string;
}

/** Something that shows that an answer is true. */
export interface EvidenceRecord {
  /** What tells the entry from every other, for ever; the engine gives one where it is missing. */
  id?: string;
  /** What it is. */
  label?: string;
  /** Where it is; shown as text, never followed. */
  link?: string;
  /** When it was made or last reviewed. */
  date?: string;
  /** How long it stays fresh, 1 to 120 months; 12 where nothing is said. */
  review_months?: number;
}

/** What is said about one item. Every dimension is independent of the others, and every combination of values is a legal answer; what is doubtful is the lint's business. */
export interface AnswerRecord {
  /** The item. */
  id: string;
  /** The answer to the question. */
  response?: Response;
  /** An explicit value; it overrides what the response suggests. */
  implementation?: Implementation;
  /** Whether the item belongs to the management system, and what belongs to that. */
  applicability?: ScopeRecord;
  /** Why a control is included. */
  inclusion?: InclusionRecord[];
  /** How mature the practice is. */
  maturity?: MaturityRecord;
  /** What an auditor found. */
  finding?: FindingRecord;
  /** Free notes. */
  notes?: string;
  /** What shows that the answer is true. */
  evidence?: EvidenceRecord[];
  /** Who answers for the item. */
  owner?: string;
  /** When what is missing is due. */
  due?: string;
  /** When the answer last changed. */
  changed?: string;
}

/** An assessment: answers to the items of one catalogue. */
export interface AssessmentRecord {
  /** What kind of file this is. */
  format: "annexa-assessment";
  /** The version of the format. */
  version: 1;
  /** The catalogue that the answers belong to. */
  catalogue: string;
  /** Says which files are versions of one assessment; no secret, no proof. */
  lineage?: string;
  /** What the assessment is about. */
  about?: AboutRecord;
  /** One answer for each item about which something was said. */
  answers: AnswerRecord[];
}
