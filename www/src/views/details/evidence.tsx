/** Evidence as a list with a small form. A link is shown as text: the widget opens nothing. */

import { useReducer } from "preact/hooks";
import type { AnswerRecord, ProblemView } from "../../api.js";
import { withEvidence, withoutEvidence } from "../../answer.js";
import type { Place } from "../../entries.js";
import { monthsIn, refusal } from "../../refusal.js";
import { t } from "../../words/words.js";
import { FieldGroup, TextField } from "../fields.js";
import type { PartProps } from "./fields.js";
import { useUi } from "../ui.js";

type Entry = NonNullable<AnswerRecord["evidence"]>[number];

/** The form's fields; their texts are kept by the controller until the evidence is added. */
const FIELDS = ["evidence.label", "evidence.link", "evidence.date", "evidence.review"] as const;
type Field = (typeof FIELDS)[number];

export function EvidenceFields({ answer, onChange }: PartProps) {
  const { controller } = useUi();
  const { entries } = controller;
  const { id } = answer;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const place = (field: Field): Place => ({ id, field });
  const text = (field: Field): string => entries.get(place(field))?.text ?? "";
  const refuse = (field: Field, message: string): void => {
    entries.keep(place(field), text(field), message);
    redraw(undefined);
    controller.focusOn(focusKey(id, field));
  };
  const add = (): void => {
    controller.takeOver();
    const refused = FIELDS.find((field) => entries.get(place(field))?.message);
    const entry = entryOf(text);
    if (refused) return controller.focusOn(focusKey(id, refused));
    if (entry.label === "" && entry.link === "") return refuse("evidence.label", t("page.refusedEvidence"));
    const outcome = controller.change(id, (current) => withEvidence(current, entry));
    if (outcome.ok) {
      for (const field of FIELDS) entries.drop(place(field));
      redraw(undefined);
    } else {
      controller.model.itemProblems.delete(id);
      refuse(fieldOf(outcome.problems), refusal(outcome.problems));
    }
  };
  const field = (name: Field, label: string, type: "text" | "date" | "number", check = (_: string) => "") => (
    <TextField
      place={place(name)}
      label={label}
      type={type}
      value=""
      focusKey={focusKey(id, name)}
      kept
      onValue={check}
    />
  );
  return (
    <FieldGroup label={t("page.evidenceLabel")}>
      {answer.evidence && (
        <ul class="evidence">
          {answer.evidence.map((entry, index) => (
            <li key={index}>
              <span>{describe(entry)}</span>
              <button
                type="button"
                class="quiet"
                aria-label={t("page.evidenceRemove", { label: entry.label ?? "" })}
                onClick={() => onChange((current) => withoutEvidence(current, index))}
              >
                {t("page.remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="fields">
        {field("evidence.label", t("page.evidenceName"), "text")}
        {field("evidence.link", t("page.evidenceLink"), "text")}
        {field("evidence.date", t("page.evidenceDate"), "date")}
        {field("evidence.review", t("page.evidenceReview"), "number", (months) => (monthsIn(months) === "refused" ? t("page.refusedMonths") : ""))}
      </div>
      <p>
        <button type="button" part="button" onClick={add}>
          {t("page.evidenceAdd")}
        </button>
      </p>
    </FieldGroup>
  );
}

const focusKey = (id: string, field: Field): string => `${id} ${field}`;

/** The field that a problem of the engine speaks of. */
function fieldOf([problem]: readonly ProblemView[]): Field {
  const member = problem?.place.split(".").pop();
  return member === "link" ? "evidence.link" : member === "date" ? "evidence.date" : "evidence.label";
}

function entryOf(text: (field: Field) => string): Entry {
  const date = text("evidence.date");
  const months = monthsIn(text("evidence.review"));
  return {
    label: text("evidence.label").trim(),
    link: text("evidence.link").trim(),
    ...(date === "" ? {} : { date }),
    ...(typeof months === "number" ? { review_months: months } : {}),
  };
}

function describe({ label = "", link = "", date = "", review_months: months }: Entry): string {
  const parts = [label, link, date, months === undefined ? "" : t("page.reviewEvery", { count: months })];
  return parts.filter((part) => part !== "").join(", ");
}
