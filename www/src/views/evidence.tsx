/** Evidence as a list with a small form. A link is shown as text: the widget opens nothing. */

import { useState } from "preact/hooks";
import type { AnswerRecord } from "../api.js";
import { withEvidence, withoutEvidence } from "../answer.js";
import { t } from "../strings/en.js";
import { FieldGroup, TextField } from "./fields.js";
import type { PartProps } from "./more.js";

type Entry = NonNullable<AnswerRecord["evidence"]>[number];

const NOTHING = { label: "", link: "", date: "", months: "" };

export function EvidenceFields({ answer, onAnswer }: PartProps) {
  const [draft, setDraft] = useState(NOTHING);
  const add = (): void => {
    onAnswer(withEvidence(answer, entryOf(draft)));
    setDraft(NOTHING);
  };
  return (
    <FieldGroup label={t.evidenceLabel}>
      {answer.evidence && (
        <ul class="evidence">
          {answer.evidence.map((entry, index) => (
            <li key={index}>
              <span>{describe(entry)}</span>
              <button
                type="button"
                class="quiet"
                aria-label={t.evidenceRemove(entry.label ?? "")}
                onClick={() => onAnswer(withoutEvidence(answer, index))}
              >
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="fields">
        <TextField label={t.evidenceName} value={draft.label} onValue={(label) => setDraft({ ...draft, label })} />
        <TextField label={t.evidenceLink} value={draft.link} onValue={(link) => setDraft({ ...draft, link })} />
        <TextField label={t.evidenceDate} type="date" value={draft.date} onValue={(date) => setDraft({ ...draft, date })} />
        <TextField
          label={t.evidenceReview}
          type="number"
          value={draft.months}
          onValue={(months) => setDraft({ ...draft, months })}
        />
      </div>
      <p>
        <button type="button" part="button" onClick={add}>
          {t.evidenceAdd}
        </button>
      </p>
    </FieldGroup>
  );
}

function entryOf(draft: typeof NOTHING): Entry {
  const months = Number.parseInt(draft.months, 10);
  return {
    label: draft.label.trim(),
    link: draft.link.trim(),
    ...(draft.date === "" ? {} : { date: draft.date }),
    ...(Number.isNaN(months) ? {} : { review_months: months }),
  };
}

function describe({ label = "", link = "", date = "", review_months: months }: Entry): string {
  const parts = [label, link, date, months === undefined ? "" : t.reviewEvery(months)];
  return parts.filter((part) => part !== "").join(", ");
}
