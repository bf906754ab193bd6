/** The other dimensions of an answer; each is optional and drawn only once it is opened. */

import { useState } from "preact/hooks";
import type { AnswerRecord, ItemStateView, ItemView } from "../api.js";
import { partsOf, withImplementation, withMaturity, withPart } from "../answer.js";
import { t } from "../strings/en.js";
import { ApplicabilityFields } from "./applicability.js";
import { EvidenceFields } from "./evidence.js";
import { SelectField, TextField } from "./fields.js";
import { InclusionFields } from "./inclusion.js";
import { useUi } from "./ui.js";

interface Props {
  readonly item: ItemView;
  readonly answer: AnswerRecord | undefined;
  readonly state: ItemStateView | undefined;
}

/** What an answer has without its details. */
const ALWAYS: readonly string[] = ["id", "response", "changed"];

/** What every part of the details gets: the answer, and how to replace it. */
export interface PartProps {
  readonly answer: AnswerRecord;
  readonly onAnswer: (answer: AnswerRecord) => void;
}

export function More({ item, answer, state }: Props) {
  const [opened, setOpened] = useState(false);
  const filled = partsOf(answer ?? { id: item.id }).some((part) => !ALWAYS.includes(part));
  return (
    <details part="details" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        {t.more}
        {filled && <span class="tag">{t.moreSet}</span>}
      </summary>
      {opened && <Content item={item} answer={answer} state={state} />}
    </details>
  );
}

function Content({ item, answer: stored, state }: Props) {
  const { controller } = useUi();
  const answer = stored ?? { id: item.id };
  const onAnswer = (next: AnswerRecord): void => void controller.set(next);
  const level = answer.maturity ? String(answer.maturity.level) : "";
  const target = answer.maturity?.target === undefined ? "" : String(answer.maturity.target);
  return (
    <div class="fields">
      <SelectField
        label={t.implementationLabel}
        value={answer.implementation ?? ""}
        options={[["", t.implementationAuto], ...Object.entries(t.implementation)]}
        hint={state?.overridden ? t.overridden : undefined}
        onValue={(value) => onAnswer(withImplementation(answer, value))}
      />
      {item.kind === "control" && answer.response !== "not_applicable" && (
        <ApplicabilityFields answer={answer} onAnswer={onAnswer} />
      )}
      <TextField label={t.owner} value={answer.owner ?? ""} onValue={(owner) => onAnswer(withPart(answer, "owner", owner))} />
      <TextField label={t.due} type="date" value={answer.due ?? ""} onValue={(due) => onAnswer(withPart(answer, "due", due))} />
      <SelectField
        label={t.maturity}
        value={level}
        options={t.maturityLevels}
        onValue={(next) => onAnswer(withMaturity(answer, next, target))}
      />
      {level !== "" && (
        <SelectField
          label={t.maturityTarget}
          value={target}
          options={t.maturityLevels}
          onValue={(next) => onAnswer(withMaturity(answer, level, next))}
        />
      )}
      <TextField
        label={t.notes}
        rows={3}
        wide
        value={answer.notes ?? ""}
        onValue={(notes) => onAnswer(withPart(answer, "notes", notes))}
      />
      {item.kind === "control" && <InclusionFields answer={answer} onAnswer={onAnswer} />}
      <EvidenceFields answer={answer} onAnswer={onAnswer} />
    </div>
  );
}
