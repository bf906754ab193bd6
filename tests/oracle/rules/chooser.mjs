// Which standard the answers recommend, and what it will cost.

import { calendar } from "./effort.mjs";
import { expected } from "./takes.mjs";

export const ASKED = [
  "certificate_wanted",
  "certificate_demanded",
  "isms_exists",
  "risk_based",
  "show_customers",
  "controls_guidance",
  "improve_controls",
  "reference",
];
const SECOND = ["controls_guidance", "improve_controls", "reference"];

/** The first rule that fits: the mode, and the answers that led to it. */
function decided(is) {
  const yes = (...asked) => asked.filter(is);
  if (is("certificate_wanted") || is("certificate_demanded")) {
    return ["certify", yes("certificate_wanted", "certificate_demanded")];
  }
  if (is("show_customers")) return ["demonstrate", ["show_customers"]];
  if (is("risk_based") && is("isms_exists")) return ["manage_by_risk", ["isms_exists", "risk_based"]];
  if (is("risk_based")) return ["establish", ["isms_exists", "risk_based"]];
  if (is("improve_controls") && is("isms_exists")) return ["improve", ["isms_exists", "improve_controls"]];
  if (is("controls_guidance") || is("improve_controls")) {
    return ["guidance", yes("controls_guidance", "improve_controls")];
  }
  if (is("reference")) return ["reference", ["reference"]];
  if (is("isms_exists")) return ["manage_by_risk", ["isms_exists"]];
  return ["no_certificate", []];
}

const WITH_CLAUSES = ["certify", "demonstrate", "manage_by_risk", "establish"];

/** `answers` is a letter for each question: y, n, or - where nobody answered. */
export function chosen(answers, context) {
  if (/^-*$/.test(answers)) return null;
  const answer = (asked) => answers[ASKED.indexOf(asked)];
  const is = (asked) => answer(asked) === "y";
  const [mode, named] = decided(is);
  const clauses = WITH_CLAUSES.includes(mode);
  const second = clauses ? SECOND.filter(is) : [];
  let standard = "27002";
  if (clauses) standard = second.length ? "both" : "27001";
  const { initial, running } = expected(context, standard);
  const [, built, , audited] = calendar(context, initial);
  return {
    mode,
    standard,
    because: named.map((asked) => [asked, answer(asked)]),
    both: second.length > 0,
    initial,
    running,
    weeks: clauses ? audited : built,
  };
}
