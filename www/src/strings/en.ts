/** Every word of the first views in English. The catalogue's own texts come from the engine. */

/** A number with its noun. */
export const count = (value: number, one: string, many: string): string =>
  `${value} ${value === 1 ? one : many}`;

export const t = {
  title: "Information security self-assessment",
  loading: "Loading the assessment…",
  failed: "The assessment could not start.",
  retry: "Try again",
  sections: "Sections",
  menu: (here: string) => `Sections, now at ${here}`,
  overview: "Overview",
  results: "Results",
  gaps: "Gaps",
  soa: "Statement of Applicability",
  crosswalk: (title: string) => `Crosswalk to ${title}`,
  requirementsPart: "Management system requirements",
  controlsPart: "Annex A controls",
  reportsPart: "Reports",

  save: "Save file",
  open: "Open file…",
  unsaved: "Changes not saved to a file yet",
  saved: "Saved: this page has stored the file.",
  handedOver: (file: string) => `${file} was handed to the browser as a download.`,
  handedAnyhow: (file: string) =>
    `${file} was handed to the browser. It may be that this frame allows no downloads: look whether the file is there. Until you have saved elsewhere, your changes count as not saved.`,
  saveFailed: "The file was not saved. Your answers are as before.",
  saveFault: { message: "this page could not store the file", fix: "try again, or tell whoever runs this page; your answers are still here" },
  downloadFault: {
    message: "the frame that shows this page allows no downloads",
    fix: "open this page in a tab of its own, or ask whoever runs the page around it to add `allow-downloads` to the frame's sandbox",
  },
  openFailed: "The file was not opened. Your answers are as before.",
  notDone: "That did not work. Your answers are as before.",
  refused: {
    "E-TOO-LARGE": "This is too long to be kept. Shorten it, or put it into a document and name that here.",
    "E-CONTROL-CHARACTER": "This holds a character that cannot be shown. Remove it.",
    "E-DATE": "Enter a day that exists, from 1 January 1900 to 31 December 9999.",
    "E-RANGE": "This is out of range.",
    all: "The assessment as a whole is too large for this. Move long texts into documents and name those.",
  } as Readonly<Record<string, string>>,
  refusedAnyhow: (message: string) => `This was not taken: ${message}.`,
  refusedHalfDate: "This date is not complete, or the day does not exist. Enter day, month and year, or empty the field.",
  refusedMonths: "Enter a whole number of months from 1 to 120.",
  refusedEvidence: "Name the record, or say where it is.",
  startFault: {
    message: "the engine did not start",
    fix: "allow `script-src 'wasm-unsafe-eval'` in the page's policy and serve `annexa_bg.wasm` beside the script",
  },
  partLoading: "Loading this section…",
  partLoaded: (title: string) => `${title}: loaded.`,
  partFailed: "This section could not be loaded. Your answers are as before.",
  partFault: {
    message: "a file of the widget did not arrive",
    fix: "check the connection to the server of this page, then try again; if that does not help, save the file, reload the page and open the file",
  },
  problemAt: (place: string) => `at ${place}`,
  fix: "What to do:",

  conformity: "Conformity",
  coverage: "Coverage",
  coverageOf: (share: string) => `coverage ${share}`,
  requirements: "Requirements",
  controls: "Controls",
  requirementsHint: "ISO/IEC 27001 clauses 4 to 10",
  controlsHint: "Annex A and ISO/IEC 27002",
  assessedOf: (assessed: number, inScope: number) => `${assessed} of ${inScope} assessed`,
  notYet: "Not assessed yet",
  scoreLine: (score: string, coverage: string) => `${score}, coverage ${coverage}`,
  answeredOf: (answered: number, total: number) => `${answered} of ${total} answered`,
  status: {
    not_started: "Not started",
    in_progress: "In progress",
    complete: "Complete",
  },
  announce: (chapter: string, progress: string, part: string, scores: string) =>
    `${chapter}: ${progress}. ${part}: ${scores}.`,

  draft: {
    where:
      "Your answers are also kept in this browser as a draft, so that a reload loses nothing. A browser may forget it, Safari after seven days without a visit: save a file for keeps.",
    off: "This page keeps no draft of your answers in the browser: save a file before you leave.",
    elsewhere:
      "Open elsewhere, not kept here: another tab or another place of this page has this draft. What you answer here is lost when you leave, unless you save a file.",
    failed: (reason: string) =>
      `Not kept in this browser: it does not let this page store a draft now (${reason}). You can go on, but what you answer is lost when you leave, unless you save a file.`,
    anew: "Start anew…",
  },

  intro:
    "Answer one question for each requirement of ISO/IEC 27001:2022 and each control of Annex A. Everything stays in this browser; the file that you save is the record.",
  introScores:
    "Conformity counts only what you have assessed, so read it together with coverage: the share of the questions that are assessed.",
  start: "Start with the first chapter",
  go: "Continue",
  chapters: "Chapters",
  about: "About this assessment",
  organization: "Organization",
  scope: "Scope of the management system",
  version: "Version",
  date: "Date",
  approver: "Approved by",

  force: {
    requirement: "Requirement",
    guidance: "Guidance",
  },
  forceNote: {
    requirement:
      "These clauses are requirements: each one applies to every management system that is to be certified.",
    guidance:
      "These controls are guidance until a risk, a law, a contract or your own decision makes one apply. Exclude one with a reason.",
  },
  newIn2022: "New in 2022",
  previous: "Previous",
  next: "Next",
  chapterNav: "Previous and next section",

  yourAnswer: "Your answer",
  response: {
    yes: "Yes",
    partly: "Partly",
    no: "No",
    unknown: "Do not know",
    not_applicable: "Not applicable",
  },
  clear: "Clear",
  clearAnswer: (id: string) => `Clear the answer to ${id}`,
  guidance: "Help with this question",
  purpose: "Why it matters",
  good: "What good looks like",
  steps: "How to get there",
  evidence: "Typical evidence",
  amendment: {
    requirement: "Amendment 1:2024 (requirement)",
    note: "Amendment 1:2024 (note, not a requirement)",
  },
  documents: "Documented information asked for",
  needed: { stage1: "needed from stage 1", stage2: "needed from stage 2", organization: "if you determine that you need it" },
  attributes: "Attributes",
  /** Tells apart, for who does not see the place, what has the same words at each question. */
  ofItem: (id: string) => `, ${id}`,
  more: "Details for this answer",
  moreSet: "filled in",

  implementationLabel: "Implementation",
  implementationAuto: "As the answer suggests",
  implementation: {
    not_assessed: "Not assessed",
    not_implemented: "Not implemented",
    planned: "Planned",
    partly: "Partly implemented",
    implemented: "Implemented",
  },
  overridden: "Set by hand; it overrides what the answer suggests.",
  applicabilityLabel: "Applicability",
  applicability: { applicable: "Applicable", excluded: "Excluded", inherited: "Inherited" },
  exclusionReason: "Reason for excluding",
  exclusion: {
    "": "Choose a reason",
    no_risk: "No risk calls for it",
    no_activity: "The activity does not exist here",
    no_asset: "The asset does not exist here",
    other: "Another reason",
  },
  justification: "Justification",
  provider: "Provider",
  providerOrJustification: "Provider or justification",
  notApplicable:
    "To leave this control out, exclude it with a reason and a justification. Until then it stays applicable in the Statement of Applicability and counts as not assessed.",
  exclude: "Exclude this control",
  excludedNote: "Excluded. The reason and the justification go into the Statement of Applicability, where an auditor reads them.",
  excludedAnyway: "This control is excluded, so this answer does not count.",
  include: "Include this control again",
  inclusionLabel: "Reasons for including",
  inclusion: {
    risk: "Risk assessment",
    legal: "Legal",
    contractual: "Contractual",
    business: "Business",
    good_practice: "Good practice",
  },
  reference: (reason: string) => `${reason}: which one`,
  owner: "Owner",
  due: "Due date",
  maturity: "Maturity now",
  maturityTarget: "Maturity wanted",
  maturityLevels: [
    ["", "Not stated"],
    ["0", "0 Incomplete"],
    ["1", "1 Performed"],
    ["2", "2 Managed"],
    ["3", "3 Established"],
    ["4", "4 Predictable"],
    ["5", "5 Optimising"],
  ],
  notes: "Notes",
  evidenceLabel: "Evidence",
  evidenceName: "Name of the record",
  evidenceLink: "Where it is (a link or a place)",
  evidenceDate: "Date of the record",
  evidenceReview: "Review every (months)",
  evidenceAdd: "Add evidence",
  evidenceRemove: (label: string) => `Remove evidence ${label}`,
  remove: "Remove",
  reviewEvery: (months: number) => `reviewed every ${count(months, "month", "months")}`,

  goTo: (id: string) => `Go to ${id}`,
} as const;

/** A word by a key that came from data; the key itself where there is none. */
export function word(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] as string) : key;
}
