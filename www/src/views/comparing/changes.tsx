/** Things that are another, each with the way to it and what it was and is. */

import type { Model } from "../../model.js";
import { entryOr, t, word } from "../../words/words.js";
import { Mark, type MarkName, type Tone } from "../parts/mark.js";
import { controlOf, placeAt, rowOf, type Place } from "../parts/places.js";
import { PlaceWay } from "../parts/way.js";
import { useUi } from "../ui.js";
import type { ChangeRecord, ClassName, Subject } from "./data.js";

const MARKS: Readonly<Partial<Record<ClassName, readonly [MarkName, Tone]>>> = {
  worse: ["worse", "poor"],
  no_longer_known: ["worse", "poor"],
  better: ["better", "good"],
  now_known: ["better", "good"],
};

/** The sets of words in which values of a subject are named. */
const SETS: Readonly<Partial<Record<Subject, string>>> = {
  implementation: "label.implementation",
  applicability: "label.applicability",
  finding: "label.finding_kind",
  document: "label.document_state",
};

export function Changes({ changes }: { changes: readonly ChangeRecord[] }) {
  return (
    <ul class="changes">
      {changes.map((change) => (
        <Line key={`${change.subject} ${change.id}`} change={change} />
      ))}
    </ul>
  );
}

function Line({ change }: { change: ChangeRecord }) {
  const { model } = useUi().controller;
  const { id, label, title, subject, made_from: from } = change;
  const [mark, tone] = MARKS[change.class] ?? ["info", "dim"];
  const name = subject === "condition" ? entryOr(`gates.${id}.title`, id) : (title ?? "");
  return (
    <li>
      <span>
        <PlaceWay place={placeOf(model, change)} item={`change ${subject} ${id}`}>
          {subject !== "condition" && subject !== "document" && <bdi class="id">{label || id}</bdi>} {name}
        </PlaceWay>
      </span>
      <span class="state">
        <Mark name={mark} tone={tone} />
        <span>
          {word("label.comparison_subject", subject)}: {t("comparing.change", { from: values(subject, change.from), to: values(subject, change.to) })}
        </span>
      </span>
      {from.length > 0 && <p class="note">{t("comparing.madeFrom", { ids: from.join(", ") })}</p>}
    </li>
  );
}

function values(subject: Subject, words: readonly string[]): string {
  if (words.length === 0) return t("comparing.nothing");
  return words.map((it) => valueOf(subject, it)).join(", ");
}

function valueOf(subject: Subject, value: string): string {
  if (value === "") return t("comparing.nothing");
  if (subject === "condition") return t(`gates.verdict.${value}`);
  if (value === "excluded") return word("label.applicability", value);
  const set = SETS[subject];
  return set === undefined ? value : word(set, value);
}

/** Where a thing is changed; nothing where no view shows it. */
function placeOf(model: Model, { subject, id }: ChangeRecord): Place | undefined {
  if (subject === "condition") return placeAt(model, "gates", { focus: id });
  if (subject === "document") return rowOf(model, "documents", id);
  return subject === "exposure" ? rowOf(model, "risks", id) : controlOf(model, id);
}
