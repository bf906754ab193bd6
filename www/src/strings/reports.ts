/** The words of results, gaps and the Statement of Applicability, which are loaded with them. */

import { count } from "./en.js";

export const tr = {
  clauses: "By clause",
  themes: "By theme",
  byAttribute: (label: string) => `By attribute: ${label}`,
  chartText: (label: string) => `Bar chart: ${label}. The table below holds the same figures.`,
  table: "Show as a table",
  scrolls: "This table is wider than its place: scroll it sideways to see all columns.",
  group: "Group",
  assessed: "Assessed",
  inScope: "In scope",
  explain: "How is this counted?",
  explainOf: (label: string) => `How ${label} is counted`,
  explainRow: "How?",
  rule: "Rule",
  arithmetic: "Arithmetic (100 bp are 1 %)",
  item: "Item",
  state: "State",
  counted: "Counted",
  points: "Points",
  why: "Why",
  yes: "yes",
  no: "no",

  gapsIntro: (assessed: number, open: number) =>
    `${assessed === 0 ? "No gaps" : count(assessed, "gap", "gaps")} among what is assessed${
      open === 0 ? "." : `; ${count(open, "requirement or control is", "requirements and controls are")} not assessed yet.`
    }`,
  gapsOpen: (open: number) => `Not assessed yet (${open})`,
  gapsRequirements: "Gaps against requirements",
  gapsControls: "Gaps against controls (guidance)",
  missing: "What is missing",
  downloadGaps: "Download gaps (CSV)",
  downloadSoa: "Download SoA (CSV)",

  soaTotals: "Totals",
  control: "Control",
  reasons: "Reasons",
  changed: "Last change",
  findings: "Checks",
  findingsIntro: (errors: number, others: number) =>
    errors + others === 0
      ? "No findings."
      : `${count(errors, "error", "errors")} and ${count(others, "other finding", "other findings")}.`,
  ruleLine: (items: number, fix: string) => `${count(items, "item", "items")}: ${fix}`,
  severity: { error: "Error", warning: "Warning", info: "Note" },
  soaTable: "All 93 controls",
} as const;
