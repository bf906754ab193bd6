/** Reasons that a person states, beside those that follow from the registers. */

import { useState } from "preact/hooks";
import type { AnswerRecord } from "../../document.js";
import { options, t, word } from "../../words/words.js";
import { TextField } from "../fields.js";
import { FormSelect, useForm, type Form } from "../parts/form.js";
import { rowOf } from "../parts/places.js";
import { PlaceWay } from "../parts/way.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, factsOf, type SoaRow } from "./data.js";

export const REASONS = ["risk", "legal", "contractual", "business", "good_practice"] as const;

interface Props {
  readonly row: SoaRow;
  readonly answer: AnswerRecord | undefined;
}

export function OwnReasons({ row, answer }: Props) {
  const { controller } = useUi();
  const { model } = controller;
  const [adds, setAdds] = useState(false);
  const { id } = row;
  const reasons = answer?.inclusion ?? [];
  const remove = (index: number): void => {
    if (!answer) return;
    done(controller, changes(model).answer({ ...answer, inclusion: reasons.toSpliced(index, 1) }), t("certification.said.reasonRemoved", { id }));
    controller.focusOn(`reason ${id}`);
  };
  const setWords = (words: string): string =>
    done(controller, changes(model).answer({ ...(answer ?? { id }), inclusion_words: words.trim() }), t("certification.said.words", { id }));
  return (
    <>
      {reasons.length === 0 && <>{t("certification.none")} </>}
      {reasons.length > 0 && (
        <ul class="plain">
          {reasons.map((reason, index) => (
            <li key={index}>
              <Stated reason={reason} />{" "}
              <button type="button" class="quiet" aria-label={t("certification.removeReason", { id, reason: reasonText({ ...reason, reference: shownOf(model, reason.reference ?? "") }) })} onClick={() => remove(index)}>
                {t("page.remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="quiet" data-focus={`reason ${id}`} aria-expanded={adds} onClick={() => setAdds(!adds)}>
        {t("certification.addReason")}
        <span class="hidden">{t("page.ofItem", { id })}</span>
      </button>
      {adds && <AddReason id={id} onDone={() => setAdds(false)} />}
      {(reasons.length > 0 || answer?.inclusion_words) && (
        <TextField
          place={{ id, field: "soa.words" }}
          label={t("certification.inclusionWords")}
          rows={2}
          wide
          value={answer?.inclusion_words ?? ""}
          onValue={setWords}
        />
      )}
    </>
  );
}

/** A reason with the way to the risk or the obligation that it points at. */
function Stated({ reason }: { reason: NonNullable<AnswerRecord["inclusion"]>[number] }) {
  const { controller } = useUi();
  const { risks = [], obligations = [] } = factsOf(controller.model).file();
  const { reference = "" } = reason;
  const isIt = ({ id, label }: { readonly id?: string; readonly label?: string }): boolean => id === reference || label === reference;
  const risk = risks.find(isIt);
  const entry = risk ?? obligations.find(isIt);
  if (reference === "" || !entry) return <>{reasonText(reason)}</>;
  const { id = "", label = id, title } = entry;
  return (
    <>
      {word("page.inclusion", reason.reason)}:{" "}
      <PlaceWay place={rowOf(controller.model, risk ? "risks" : "obligations", id)} item={`stated ${id}`}>
        <bdi>{label}</bdi> {title}
      </PlaceWay>
    </>
  );
}

/** What a reason is, and what it points at. */
export function reasonText({ reason, reference = "" }: { reason: string; reference?: string }): string {
  const name = word("page.inclusion", reason);
  return reference === "" ? name : t("certification.reasonOf", { reason: name, reference });
}

function AddReason({ id, onDone }: { id: string; onDone: () => void }) {
  const { controller } = useUi();
  const { model } = controller;
  const form = useForm(`${id} reason`, { reason: "business" });
  const add = (): void => {
    const { reason, reference } = chosenReason(form);
    const said = t("certification.said.needed", { id, reason: reasonText({ reason, reference: shownOf(model, reference) }) });
    const refused = done(controller, changes(model).include([id], reason, reference, ""), said);
    if (refused !== "") return form.refuse("reason", refused);
    form.clear();
    onDone();
    controller.focusOn(`reason ${id}`);
  };
  return (
    <div class="fields">
      <ReasonFields form={form} />
      <p>
        <button type="button" part="button" onClick={add}>
          {t("certification.addIt")}
        </button>
      </p>
    </div>
  );
}

/** Which reason, and which entry of a register it points at, where there are such entries. */
export function ReasonFields({ form }: { form: Form }) {
  const { model } = useUi().controller;
  const entries = references(model, form.get("reason"));
  return (
    <>
      <FormSelect form={form} field="reason" label={t("certification.because")} options={options("page.inclusion", [...REASONS])} />
      {entries.length > 0 && (
        <FormSelect form={form} field={referenceField(form)} label={t("certification.pointsAt")} options={[["", t("certification.nothing")], ...entries]} />
      )}
    </>
  );
}

/** Each kind of reason points at entries of its own. */
const referenceField = (form: Form): string => `reference.${form.get("reason")}`;

/** The reason that a form holds, and what it points at. */
export const chosenReason = (form: Form): { reason: string; reference: string } => ({
  reason: form.get("reason"),
  reference: form.get(referenceField(form)),
});

/** The entries that a reason may point at: risks for a risk, obligations for the others. */
function references(model: Parameters<typeof factsOf>[0], reason: string): [string, string][] {
  const { risks = [], obligations = [] } = factsOf(model).file();
  const entries = reason === "risk" ? risks : reason === "good_practice" ? [] : obligations;
  return entries.map(({ id = "", label = "", title }) => [id, `${label} ${title}`.trim()]);
}

/** The label of what a reference points at. */
export function shownOf(model: Parameters<typeof factsOf>[0], reference: string): string {
  const { risks = [], obligations = [] } = factsOf(model).file();
  return [...risks, ...obligations].find(({ id }) => id === reference)?.label ?? reference;
}
