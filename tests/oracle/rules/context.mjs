// Which exclusions the answers about the organization suggest, and which of them are offered.

import { method } from "../facts.mjs";

const holds = (context, { question, is, is_not }) =>
  is === undefined ? context[question] !== is_not : context[question] === is;

export function suggestions(doc) {
  const context = doc.file.context ?? {};
  const decisions = doc.file.suggestions ?? [];
  return method.suggestion
    .filter((rule) => rule.when.every((condition) => holds(context, condition)))
    .flatMap((rule) => rule.controls.map((control) => ({ control, question: rule.question })))
    .map(({ control, question }) => {
      const decision = decisions.find((it) => it.control === control && it.question === question)?.decision;
      const offered = decision === undefined && doc.applicability(control) !== "excluded";
      return [control, question, decision ?? null, offered];
    });
}
