/** Every different field of the widget once, and what is entered into each kind of field. */

const about = (field) => (saved) => saved.about?.[field] ?? "";
const answer = (id, read) => (saved) => read(saved.answers?.find((each) => each.id === id) ?? {}) ?? "";
const reference = (reason) => (it) => it.inclusion?.find((each) => each.reason === reason)?.reference;

const REASONS = ["risk", "legal", "contractual", "business", "good_practice"];

/** The fields that an answer's details have, whatever the item is. */
const details = (id) => [
  { id: `${id}-implementation`, kind: "select", keys: "Pl", value: "planned", other: "partly", read: answer(id, (it) => it.implementation) },
  { id: `${id}-owner`, kind: "line", read: answer(id, (it) => it.owner) },
  { id: `${id}-due`, kind: "date", read: answer(id, (it) => it.due) },
  { id: `${id}-maturity`, kind: "select", keys: "3", value: "3", other: "2", read: answer(id, (it) => text(it.maturity?.level)) },
  { id: `${id}-maturity_target`, kind: "select", keys: "5", value: "5", other: "4", read: answer(id, (it) => text(it.maturity?.target)) },
  { id: `${id}-notes`, kind: "note", read: answer(id, (it) => it.notes) },
  { id: `${id}-evidence.label`, kind: "kept", read: () => "" },
  { id: `${id}-evidence.link`, kind: "kept", read: () => "" },
  { id: `${id}-evidence.date`, kind: "kept date", read: () => "" },
  { id: `${id}-evidence.review`, kind: "months", read: () => "" },
];

const text = (value) => (value === undefined ? undefined : String(value));

const scope = (id) => (member) => answer(id, (it) => it.applicability?.[member]);

/** What has to be done before the fields are there, and the fields. */
export const STAGES = [
  {
    name: "the cover",
    chapter: "Scope",
    fields: [
      { id: "about-organization", kind: "line", read: about("organization") },
      { id: "about-scope", kind: "note", read: about("scope") },
      { id: "about-version", kind: "line", read: about("version") },
      { id: "about-date", kind: "date", read: about("date") },
      { id: "about-approver", kind: "line", read: about("approver") },
    ],
  },
  { name: "a requirement", chapter: "4 Context", open: "4.1", fields: details("4.1") },
  {
    name: "a control",
    chapter: "A.5 ",
    open: "A.5.1",
    fields: [
      ...details("A.5.1"),
      ...REASONS.flatMap((reason) => [
        { id: `A.5.1-inclusion.${reason}`, kind: "check", read: answer("A.5.1", (it) => (reference(reason)(it) === undefined && !it.inclusion?.some((each) => each.reason === reason) ? "" : "on")) },
        { id: `A.5.1-reference.${reason}`, kind: "line", read: answer("A.5.1", reference(reason)) },
      ]),
    ],
  },
  {
    name: "an inherited control",
    chapter: "A.5 ",
    open: "A.5.2",
    fields: [
      { id: "A.5.2-applicability", kind: "select", keys: "In", value: "inherited", other: "inherited", read: scope("A.5.2")("state") },
      { id: "A.5.2-provider", kind: "line", read: scope("A.5.2")("provider") },
      { id: "A.5.2-justification", kind: "note", read: scope("A.5.2")("justification") },
    ],
  },
  {
    name: "an excluded control",
    chapter: "A.5 ",
    open: "A.5.3",
    fields: [
      { id: "A.5.3-applicability", kind: "select", keys: "Ex", value: "excluded", other: "excluded", read: scope("A.5.3")("state") },
      { id: "A.5.3-reason", kind: "select", keys: "An", value: "other", other: "no_asset", read: scope("A.5.3")("reason") },
      { id: "A.5.3-justification", kind: "note", read: scope("A.5.3")("justification") },
    ],
  },
  {
    name: "what does not apply",
    chapter: "A.5 ",
    exclude: "A.5.4",
    fields: [
      { id: "A.5.4-reason", kind: "select", keys: "No", value: "no_risk", other: "other", read: scope("A.5.4")("reason") },
      { id: "A.5.4-justification", kind: "note", read: scope("A.5.4")("justification") },
    ],
  },
];

const LINE_MAX_BYTES = 2_048;
const NOTE_MAX_BYTES = 65_536;

/** Texts: one that is taken, one too long, one with a character that is not shown, then mended. */
const texts = (limitBytes) => [
  { how: "type", text: "Ada & Söhne, <b>1</b>", taken: true },
  { how: "paste", text: `${"x".repeat(limitBytes - 1)}ä`, taken: false },
  { how: "paste", text: "a\u0001b", taken: false },
  { how: "paste", text: "pasted “as is”", taken: true },
  { how: "fill", text: "filled in", taken: true },
];

/** Digits in the order in which an English date field takes them. */
const DATES = [
  { how: "digits", text: "0315", shown: "", taken: false },
  { how: "digits", text: "03152026", shown: "2026-03-15", taken: true },
  { how: "digits", text: "03150002", shown: "0002-03-15", taken: false },
  { how: "digits", text: "02302026", shown: "", taken: false },
  // Firefox does not tell a date field what is pasted into it.
  { how: "paste", text: "2026-05-04", taken: true, browser: "chromium" },
  { how: "fill", text: "2027-12-31", taken: true },
];

/** What is entered one after the other: how, what the field shows then, and whether it is taken. */
export const ENTRIES = {
  line: () => texts(LINE_MAX_BYTES),
  note: () => texts(NOTE_MAX_BYTES),
  date: () => DATES,
  "kept date": () => DATES,
  kept: () => texts(LINE_MAX_BYTES).filter(({ taken }) => taken),
  months: () => [
    { how: "type", text: "12", taken: true },
    { how: "type", text: "1.5", taken: false },
    { how: "type", text: "1e3", taken: false },
    { how: "type", text: "999", taken: false },
    { how: "paste", text: "0", taken: false },
    { how: "fill", text: "24", taken: true },
  ],
  select: ({ keys, value, other }) => [
    { how: "keys", text: keys, shown: value, taken: true },
    { how: "fill", text: other, taken: true },
  ],
  check: () => [
    { how: "space", text: "on", taken: true },
    { how: "space", text: "", taken: true },
    { how: "click", text: "on", taken: true },
  ],
};
