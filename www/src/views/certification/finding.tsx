/** What an auditor found at an item, and the way to make a nonconformity of it. */

import type { AnswerRecord } from "../../document.js";
import { t, word } from "../../words/words.js";
import { Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, factsOf } from "./data.js";

export const NONCONFORMITIES: readonly string[] = ["minor_nonconformity", "major_nonconformity"];

export function Finding({ id, finding }: { id: string; finding: NonNullable<AnswerRecord["finding"]> }) {
  return (
    <>
      {word("certification.finding", finding.kind)}
      {finding.text && `: ${finding.text}`} {NONCONFORMITIES.includes(finding.kind) && <Recording id={id} text={finding.text ?? ""} />}
    </>
  );
}

/** Records it; what is recorded already is led to. */
export function Recording({ id, text }: { id: string; text: string }) {
  const { controller } = useUi();
  const { model } = controller;
  const recorded = factsOf(model).papers().nonconformities.find(({ item }) => item === id);
  if (recorded) {
    return (
      <Way to={`audits/nonconformity:${recorded.id}`} item={`finding ${id}`}>
        {t("certification.recordedAs", { label: recorded.label ?? recorded.id })}
      </Way>
    );
  }
  const record = (): void => {
    const outcome = changes(model).finding(id, text === "" ? t("certification.findingAt", { id }) : "");
    const [made = ""] = outcome.ok ? outcome.value.ids : [];
    if (done(controller, outcome, t("certification.said.recorded", { id })) === "") controller.go(`audits/nonconformity:${made}`);
  };
  return (
    <button type="button" class="quiet" data-item={`finding ${id}`} onClick={record}>
      {t("certification.makeNonconformity")}
      <span class="hidden">{t("page.ofItem", { id })}</span>
    </button>
  );
}
