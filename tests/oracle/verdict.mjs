// The oracle's verdict on an assessment and a day.

import { chosen } from "./rules/chooser.mjs";
import { suggestions } from "./rules/context.mjs";
import { Doc } from "./rules/document.mjs";
import { Open } from "./rules/takes.mjs";
import { findings } from "./rules/lint/findings.mjs";
import { gates } from "./rules/gates.mjs";
import { roadmap } from "./rules/roadmap.mjs";
import { simpler } from "./rules/lint/over.mjs";
import { checklist, nonconformities, soaApproval } from "./rules/papers.mjs";
import { evaluations, register } from "./rules/risks.mjs";
import { gaps, scores } from "./rules/scores.mjs";
import { soa } from "./rules/soa.mjs";

export function verdict({ file, today, choice }) {
  const doc = new Doc(file, today);
  const all = evaluations(doc);
  return {
    scores: scores(doc),
    gaps: gaps(doc),
    soa: soa(doc),
    risks: register(doc, all),
    gates: gates(doc, all),
    lint: findings(doc, all),
    roadmap: roadmap(doc, all),
    over: simpler(doc, all),
    ordered: true,
    unknown: doc.unknown,
    suggestions: suggestions(doc),
    documents: checklist(doc, new Open(doc), soaApproval(doc).state),
    nonconformities: nonconformities(doc),
    choice: choice === undefined ? null : chosen(choice, file.context ?? {}),
  };
}
