// The oracle's verdict on an assessment and a day.

import { Doc } from "./rules/document.mjs";
import { findings } from "./rules/lint/findings.mjs";
import { gates } from "./rules/gates.mjs";
import { roadmap } from "./rules/roadmap.mjs";
import { simpler } from "./rules/lint/over.mjs";
import { evaluations, register } from "./rules/risks.mjs";
import { gaps, scores } from "./rules/scores.mjs";
import { soa } from "./rules/soa.mjs";

export function verdict({ file, today }) {
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
    unknown: doc.unknown,
  };
}
