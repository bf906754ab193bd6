/** The other dimensions of an answer; each is optional. */

import type { AnswerRecord, ItemStateView, ItemView } from "../../api.js";
import { answeringIn } from "../../answering.js";
import { withImplementation, withMaturity, withPart } from "../../answer.js";
import { options, t } from "../../words/words.js";
import type { Place } from "../../entries.js";
import { SelectField, TextField } from "../fields.js";
import { useUi } from "../ui.js";
import { ApplicabilityFields } from "./applicability.js";
import { EvidenceFields } from "./evidence.js";
import { InclusionFields } from "./inclusion.js";

interface Props {
  readonly item: ItemView;
  readonly answer: AnswerRecord | undefined;
  readonly state: ItemStateView | undefined;
}

const IMPLEMENTATIONS = ["not_assessed", "not_implemented", "planned", "partly", "implemented"];
const LEVELS = ["", "0", "1", "2", "3", "4", "5"];

/** What every part of the details gets: the answer, and how to change it; why not, or nothing. */
export interface PartProps {
  readonly answer: AnswerRecord;
  readonly onChange: (change: (answer: AnswerRecord) => AnswerRecord) => string;
}

export function Fields({ item, answer: stored, state }: Props) {
  const { controller } = useUi();
  const { id } = item;
  const answer = stored ?? { id };
  const onChange: PartProps["onChange"] = (change) => controller.edit(id, change);
  const place = (field: string): Place => ({ id, field });
  const clear = (): void => {
    controller.respond(id, undefined);
    controller.focusOn(id);
  };
  const level = answer.maturity ? String(answer.maturity.level) : "";
  const target = answer.maturity?.target === undefined ? "" : String(answer.maturity.target);
  const setLevel = (next: string): string => {
    if (next === "") controller.entries.drop(place("maturity_target"));
    return onChange((current) => withMaturity(current, { level: next }));
  };
  const pack = answeringIn(controller.model);
  const asksScope = !pack || pack.applicability;
  return (
    <div class="fields">
      <SelectField
        place={place("implementation")}
        label={t("page.implementationLabel")}
        value={answer.implementation ?? ""}
        options={[["", t("page.implementationAuto")], ...options("page.implementation", IMPLEMENTATIONS)]}
        hint={state?.overridden ? t("page.overridden") : undefined}
        onValue={(value) => onChange((current) => withImplementation(current, value))}
      />
      {item.kind === "control" && asksScope && answer.response !== "not_applicable" && (
        <ApplicabilityFields answer={answer} onChange={onChange} />
      )}
      {!pack && (
        <TextField
          place={place("owner")}
          label={t("page.owner")}
          value={answer.owner ?? ""}
          onValue={(owner) => onChange((current) => withPart(current, "owner", owner))}
        />
      )}
      <TextField
        place={place("due")}
        label={t("page.due")}
        type="date"
        value={answer.due ?? ""}
        onValue={(due) => onChange((current) => withPart(current, "due", due))}
      />
      <SelectField place={place("maturity")} label={t("page.maturity")} value={level} options={options("page.maturityLevels", LEVELS)} onValue={setLevel} />
      {level !== "" && !pack && (
        <SelectField
          place={place("maturity_target")}
          label={t("page.maturityTarget")}
          value={target}
          options={options("page.maturityLevels", LEVELS)}
          onValue={(next) => onChange((current) => withMaturity(current, { target: next }))}
        />
      )}
      <TextField
        place={place("notes")}
        label={t("page.notes")}
        rows={3}
        wide
        value={answer.notes ?? ""}
        onValue={(notes) => onChange((current) => withPart(current, "notes", notes))}
      />
      {item.kind === "control" && !pack && <InclusionFields answer={answer} onChange={onChange} />}
      <EvidenceFields answer={answer} onChange={onChange} />
      {answer.response && (
        <p>
          <button type="button" class="quiet" aria-label={t("page.clearAnswer", { id })} onClick={clear}>
            {t("page.clear")}
          </button>
        </p>
      )}
    </div>
  );
}
