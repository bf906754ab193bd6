/** What a file holds. Made by `cargo xtask codegen` from `core/src/assessment`. */

export type It = "own" | "cloud" | "provider";
export type Sector = "ordinary" | "customers_regulated" | "regulated" | "regulated_ot";
export type Start = "nothing" | "usual" | "good" | "other_system" | "certified";
export type Premises = "none" | "rented" | "own";
export type Remote = "none" | "some" | "all";
export type Development = "none" | "own" | "outsourced" | "both";
export type YesNo = "yes" | "no";
export type Certificate = "not_wanted" | "wanted" | "demanded";
export type Isms = "none" | "informal" | "certified";
export type Question = "people" | "it" | "sector" | "start" | "sites" | "suppliers" | "systems" | "premises" | "remote" | "development" | "cloud_services" | "personal_data" | "ot" | "certificate" | "isms" | "capacity_cd_week";
export type Verdict = "accepted" | "refused";
export type DocumentState = "missing" | "draft" | "approved";
export type EventKind = "internal_audit" | "management_review" | "exercise";
export type Grade = "minor" | "major";
export type FoundBy = "audit" | "review" | "incident" | "other";
export type GroupKind = "information" | "process" | "software" | "hardware" | "network" | "people" | "site" | "service" | "other";
export type TreatmentOption = "modify" | "retain" | "avoid" | "share";
export type Approves = "plan" | "residual";
export type Basis = "event" | "asset";
export type SourceKind = "deliberate" | "accidental" | "environmental";
export type ObligationKind = "law" | "contract" | "customer" | "policy";
export type StepKind = "nc" | "risk" | "item" | "doc" | "act";
export type Measure = "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14";
export type Mode = "establish" | "certify" | "manage_by_risk" | "demonstrate" | "guidance" | "improve" | "reference" | "no_certificate";
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

/** What is said of the organization and its scope. No answer is required; a question without one is a question that nobody has answered, never a "no". */
export interface ContextRecord {
  /** How many people work in the scope. */
  people?: number;
  /** Who runs the information technology. */
  it?: It;
  /** How much the sector or its customers are regulated. */
  sector?: Sector;
  /** What is in place at the start. */
  start?: Start;
  /** How many sites are in the scope. */
  sites?: number;
  /** How many suppliers matter to information security. */
  suppliers?: number;
  /** How many systems are in the scope. */
  systems?: number;
  /** Whether there are premises, and whose. */
  premises?: Premises;
  /** How much is worked away from the premises. */
  remote?: Remote;
  /** Whether software is developed, and by whom. */
  development?: Development;
  /** Whether cloud services are used. */
  cloud_services?: YesNo;
  /** Whether personal data are processed. */
  personal_data?: YesNo;
  /** Whether there is operational technology. */
  ot?: YesNo;
  /** Whether a certificate is wanted or demanded. */
  certificate?: Certificate;
  /** Whether there is a management system already. */
  isms?: Isms;
  /** How much the organization can do in a week, in hundredths of a person-day. */
  capacity_cd_week?: number;
}

/** What a person decided about a suggestion to exclude a control. */
export interface DecisionRecord {
  /** The control. */
  control: string;
  /** The question whose answer led to the suggestion. */
  question: Question;
  /** Whether it was accepted. */
  decision: Verdict;
  /** The day of the decision. */
  on?: string;
  /** Why, in the person's words. */
  why?: string;
}

/** The SHA-256 of each part, as it was when the statement was written. */
export interface ScopeDigestsRecord {
  /** Of the boundaries. */
  boundaries?: string;
  /** Of the sites. */
  sites?: string;
  /** Of the interfaces. */
  interfaces?: string;
  /** Of what others run. */
  run_by_others?: string;
  /** Of what is left out. */
  left_out?: string;
}

/** The parts from which the scope statement is put together while nobody has written one. */
export interface ScopePartsRecord {
  /** Which units, processes and services belong to it. */
  boundaries?: string;
  /** Where it is: sites, rooms, places of work. */
  sites?: string;
  /** Where it meets what lies outside. */
  interfaces?: string;
  /** What others run for the organization. */
  run_by_others?: string;
  /** What is left out, and why. */
  left_out?: string;
  /** Which parts the written statement was made from. */
  edited_from?: ScopeDigestsRecord;
}

/** The approval of the Statement of Applicability. Whether it holds is derived, never stored. */
export interface SoaApprovalRecord {
  /** Who approved it. */
  by: string;
  /** The day of the approval. */
  on: string;
  /** The version that was approved. */
  version?: string;
  /** The SHA-256 of what was approved. */
  digest: string;
  /** The SHA-256 of how far the controls were in place that day. */
  status?: string;
}

/** A document or record of the management system: one that the catalogue names, by its id, or one of the organization's own, by its title. */
export interface PaperRecord {
  /** The id of a document that the catalogue names, such as `D.4.3`. */
  id?: string;
  /** What the organization calls it; of a document without an id it is what it is known by. */
  title?: string;
  /** How far it is; missing where nothing is said. */
  state?: DocumentState;
  /** Who answers for it. */
  owner?: string;
  /** The version that is in force. */
  version?: string;
  /** When it was approved or last reviewed. */
  date?: string;
  /** How long until it is looked at again, 1 to 120 months. */
  review_months?: number;
  /** Where it is; shown as text, never followed. */
  link?: string;
  /** Free notes. */
  notes?: string;
}

/** An internal audit, a management review or an exercise. */
export interface EventRecord {
  /** What tells the entry from every other, for ever; made where it is missing. */
  id?: string;
  /** What kind of event it is. */
  kind: EventKind;
  /** The day for which it is planned. */
  planned?: string;
  /** The day on which it was done. */
  done?: string;
  /** What it covers, or what came of it. */
  what?: string;
  /** Who holds it. */
  who?: string;
  /** Where its record is; shown as text, never followed. */
  link?: string;
  /** Free notes. */
  notes?: string;
}

/** A requirement that was not fulfilled, and what was done about it. */
export interface NonconformityRecord {
  /** What tells the entry from every other, for ever; made where it is missing. */
  id?: string;
  /** What people call it, such as `N-3`. */
  label?: string;
  /** How grave it is. */
  grade: Grade;
  /** Where it was noticed. */
  from?: FoundBy;
  /** The requirement or control that is not fulfilled. */
  item?: string;
  /** What is wrong. */
  what: string;
  /** The day on which it was found. */
  found?: string;
  /** What was done at once. */
  correction?: string;
  /** Why it happened. */
  root_cause?: string;
  /** Who answers for it. */
  owner?: string;
  /** The day on which somebody looked whether the action had its effect. */
  checked?: string;
  /** Whether the action was found effective. */
  effective?: YesNo;
  /** Free notes. */
  notes?: string;
}

/** A step of a scale. */
export interface StepRecord {
  /** What names it in assessments. */
  word: string;
  /** Its name. */
  name: string;
  /** By what two people come to the same step. */
  anchor?: string;
}

/** A level of risk. */
export interface LevelRecord {
  /** What names it in the matrix. */
  word: string;
  /** Its name. */
  name: string;
}

/** Who may accept a risk at a level. */
export interface AcceptorsRecord {
  /** The level. */
  level: string;
  /** The roles. */
  roles?: string[];
}

/** After how many months a risk at a level is looked at again. */
export interface ReviewRecord {
  /** The level. */
  level: string;
  /** The months. */
  months: number;
}

/** By what risks are judged. It is one value: never half of two matrices. */
export interface CriteriaRecord {
  /** How likely something is, from the rarest to the most frequent: 3 to 5 steps. */
  likelihood: StepRecord[];
  /** How grave something is, from the least to the gravest: 3 to 5 steps. */
  consequence: StepRecord[];
  /** How high a risk is, from the lowest: 2 to 6 levels. */
  levels: LevelRecord[];
  /** A row for each step of likelihood, in it a level for each step of consequence. */
  matrix: string[][];
  /** The line: a risk at this level or below it is acceptable by the criteria themselves. */
  accept_up_to: string;
  /** For levels above the line who may accept a risk there; nobody where nothing is said. */
  may_accept?: AcceptorsRecord[];
  /** How long an acceptance may last at most; 12 months where nothing is said. */
  accept_months_max?: number;
  /** For levels after how many months a risk is looked at again; 12 where nothing is said, 6 at the highest. */
  review_months?: ReviewRecord[];
  /** The name of a fourth dimension beside confidentiality, integrity and availability. */
  other_dimension?: string;
  /** Whether the assessment without any control is asked for too. */
  ask_inherent?: boolean;
}

/** A group of assets that risks are about. */
export interface GroupRecord {
  /** What tells it from every other, for ever; the engine gives one where it is missing. */
  id?: string;
  /** What people call it, such as `G-7`. */
  label?: string;
  /** Its name. */
  name: string;
  /** What it is. */
  kind?: GroupKind;
  /** Who answers for it. */
  owner?: string;
  /** Free notes. */
  notes?: string;
}

/** How likely a risk is held to be, and how grave. It is one value: half of it says nothing. */
export interface EstimateRecord {
  /** A step of the criteria's likelihood. */
  likelihood?: string;
  /** A step of the criteria's consequence, for confidentiality. */
  c?: string;
  /** A step of the criteria's consequence, for integrity. */
  i?: string;
  /** A step of the criteria's consequence, for availability. */
  a?: string;
  /** A step of the criteria's consequence, for the dimension that the criteria add. */
  x?: string;
  /** The day for which it holds. */
  on?: string;
  /** Why, in words. */
  why?: string;
}

/** What is done about a risk. */
export interface TreatmentRecord {
  /** Which way is taken. */
  option?: TreatmentOption;
  /** Why, in words. */
  why?: string;
  /** The controls that are to bring the risk down. */
  controls?: string[];
  /** The assessment when the plan is done. */
  residual?: EstimateRecord;
  /** The obligations by which a risk is shared, such as an insurance contract. */
  share_basis?: string[];
}

/** An owner's approval. Whether it is valid still follows from its digest and is never stored. */
export interface ApprovalRecord {
  /** What tells it from every other, for ever; the engine gives one where it is missing. */
  id?: string;
  /** What is approved. */
  of: Approves;
  /** Who approves. */
  by: string;
  /** When. */
  on: string;
  /** The SHA-256 of what was approved. */
  digest: string;
  /** The latest day on which something was due that the plan waits for. */
  latest_due?: string;
}

/** Who accepts a risk, on which authority, and until when. */
export interface AcceptanceRecord {
  /** Who accepts. */
  by: string;
  /** The role in which somebody accepts. */
  role: string;
  /** When. */
  on: string;
  /** The last day. */
  until?: string;
  /** The highest level that is accepted. */
  level: string;
  /** Why, in words. */
  why?: string;
  /** The SHA-256 of the scenario that is accepted. */
  digest: string;
}

/** Something that may happen to what the organization protects. */
export interface RiskRecord {
  /** What tells it from every other, for ever; the engine gives one where it is missing. */
  id?: string;
  /** What people call it, such as `R-7`. */
  label?: string;
  /** What it is, in a line. */
  title: string;
  /** How it was found; `event` where nothing is said. */
  basis?: Basis;
  /** Who or what it comes from. */
  source?: string;
  /** Which kind of source that is. */
  source_kind?: SourceKind;
  /** The code of a starter threat, or a word of one's own. */
  threat?: string;
  /** What happens, and what follows from it. */
  event?: string;
  /** What makes it possible here. */
  vulnerability?: string;
  /** The groups of assets that it is about. */
  groups?: string[];
  /** Who answers for it. */
  owner?: string;
  /** The controls that today's assessment relies on. */
  existing?: string[];
  /** The assessment without any control. */
  inherent?: EstimateRecord;
  /** The assessment today, with the controls that run. */
  current?: EstimateRecord;
  /** What is done about it. */
  treatment?: TreatmentRecord;
  /** What its owner approved, and when. */
  approvals?: ApprovalRecord[];
  /** Who accepts it until when. */
  acceptance?: AcceptanceRecord;
  /** When somebody last looked at it. */
  reviewed?: string;
  /** Free notes. */
  notes?: string;
  /** Words by which risks are found. */
  tags?: string[];
}

/** Something that is to be done. One action serves many risks, and what it serves, it names. */
export interface ActionRecord {
  /** What tells it from every other, for ever; the engine gives one where it is missing. */
  id?: string;
  /** What people call it, such as `T-7`. */
  label?: string;
  /** What is done. */
  what: string;
  /** Who does it. */
  owner?: string;
  /** Until when. */
  due?: string;
  /** When it was done. */
  done?: string;
  /** The risks, nonconformities and obligations that it serves. */
  serves?: string[];
  /** The controls that it brings about. */
  controls?: string[];
  /** The requirements that it helps to fulfil. */
  items?: string[];
  /** The actions that come first. */
  after?: string[];
  /** The likely effort in hundredths of a person's day, 0 to 200,000. */
  effort_cd?: number;
  /** Free notes. */
  notes?: string;
}

/** A law, contract, demand or policy, with the controls and requirements that follow from it. */
export interface ObligationRecord {
  /** What tells it from every other, for ever; the engine gives one where it is missing. */
  id?: string;
  /** What people call it, such as `O-7`. */
  label?: string;
  /** What binds. */
  kind: ObligationKind;
  /** Its name. */
  title: string;
  /** Where it stands: a citation. */
  source?: string;
  /** What it demands, in one's own words. */
  demands?: string;
  /** The controls that it asks for. */
  controls?: string[];
  /** The requirements that it asks for. */
  items?: string[];
  /** Whether it names the measure itself; otherwise the controls are one's own reading. */
  explicit?: boolean;
  /** The maturity that it asks for at least. */
  maturity_floor?: number;
  /** Who answers for it. */
  owner?: string;
  /** The first day on which it binds. */
  since?: string;
  /** The last day on which it binds. */
  until?: string;
  /** When somebody last looked at it. */
  reviewed?: string;
}

/** A control of one's own. Its answer stands among the answers, under its id. */
export interface OwnControlRecord {
  /** What tells it from every other, for ever; the engine gives one where it is missing. */
  id?: string;
  /** What people call it, such as `C-7`. */
  label?: string;
  /** Its title. */
  title: string;
  /** What it is. */
  description?: string;
  /** Controls of the catalogue that it is near to. */
  related?: string[];
  /** The framework that its text comes from, and its id there. */
  origin_of_text?: string;
}

/** The likely effort that a person reckons with for a step of the roadmap, in the place of the model's figure. */
export interface ReckonedRecord {
  /** What kind of step it is. */
  kind: StepKind;
  /** The id of the item, document or entry. */
  id: string;
  /** The likely effort, in hundredths of a person-day. */
  likely_cd: number;
  /** Who says so. */
  by?: string;
  /** The day on which it was said. */
  on?: string;
  /** Why. */
  why?: string;
}

/** A measure that the organization has chosen as its own, for clause 9.1. */
export interface WatchedRecord {
  /** The measure. */
  measure: Measure;
  /** Who measures and looks at what comes of it. */
  owner?: string;
  /** How often, in months. */
  interval_months?: number;
  /** What it is watched for, in words. */
  why?: string;
}

/** A state of the assessment that was kept. It says nothing in people's words but its name and note and the labels of risks, it never changes, and what is as it is before anything is said is left out. */
export interface SnapshotRecord {
  /** What tells it from every other, for ever; made where it is missing. */
  id?: string;
  /** What people call it. */
  name: string;
  /** The day of the state. */
  on: string;
  /** Why it was kept, in words. */
  note?: string;
  /** The catalogue of that day, whose id says its edition. */
  catalogue: string;
  /** The SHA-256 of the assessment's content without what was kept. */
  content: string;
  /** How the standards were used. */
  mode?: Mode;
  /** The levels of risk in one row, from the lowest to the highest. */
  levels?: string[][];
  /** The highest level that was acceptable by the criteria themselves. */
  accept_up_to?: string;
  /** For each requirement and control its id, how far it is in place, its applicability, maturity and finding; `-` for what is as before anything is said. */
  items?: string[];
  /** For each risk its id, the places of its levels today, as planned and as they count, the option, the state, and its label. */
  risks?: string[];
  /** For each document with an id this id, and how far it is. */
  documents?: string[];
  /** How many nonconformities of a grade are open: the grade, and the number. */
  nonconformities?: string[];
  /** For each condition of a gate its id, and what is known of it. */
  gates?: string[];
  /** For each measure its id, and its figures in order; `-` where there is none. */
  measures?: string[];
  /** For each chapter the key of its score, conformity and coverage in basis points; `-` where there is none. */
  scores?: string[];
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
  /** When an exclusion is looked at again. */
  review?: string;
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
  /** What the person says of the inclusion, behind what follows from risks and obligations. */
  inclusion_words?: string;
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
  /** How the two standards are used. */
  mode?: Mode;
  /** The organization and its scope, in answers to questions. */
  context?: ContextRecord;
  /** What was decided about suggestions. */
  suggestions?: DecisionRecord[];
  /** The parts of the scope statement. */
  scope_parts?: ScopePartsRecord;
  /** The approval of the Statement of Applicability. */
  soa_approval?: SoaApprovalRecord;
  /** Documents and records. */
  documents?: PaperRecord[];
  /** Audits, reviews and exercises. */
  events?: EventRecord[];
  /** What was not fulfilled. */
  nonconformities?: NonconformityRecord[];
  /** By what risks are judged; absent until somebody sets it. */
  criteria?: CriteriaRecord;
  /** Groups of assets. */
  groups?: GroupRecord[];
  /** Risk scenarios. */
  risks?: RiskRecord[];
  /** What is to be done, by whom and until when: the risk treatment plan. */
  actions?: ActionRecord[];
  /** Laws, contracts and demands that the organization is bound to. */
  obligations?: ObligationRecord[];
  /** Controls of one's own, outside the catalogue. */
  own_controls?: OwnControlRecord[];
  /** Figures of effort that a person gives in the place of the model's. */
  efforts?: ReckonedRecord[];
  /** The measures that the organization watches. */
  measures?: WatchedRecord[];
  /** States of the assessment that were kept; none ever changes. */
  snapshots?: SnapshotRecord[];
  /** One answer for each item about which something was said. */
  answers: AnswerRecord[];
}
