/** Things that are another, each with the way to it and what it was and is. */

import type { Controller } from "../../controller.js";
import type { Route } from "../../model.js";
import { hasView } from "../../sections.js";
import { entryOr, t, word } from "../../words/words.js";
import { Mark, type MarkName, type Tone } from "../parts/mark.js";
import { openRow } from "../parts/opened.js";
import { Way } from "../parts/way.js";
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
  const { controller } = useUi();
  const { id, label, title, subject, made_from: from } = change;
  const [mark, tone] = MARKS[change.class] ?? ["info", "dim"];
  const name = subject === "condition" ? entryOr(`gates.${id}.title`, id) : (title ?? "");
  const text = (
    <>
      {subject !== "condition" && subject !== "document" && <bdi class="id">{label || id}</bdi>} {name}
    </>
  );
  const place = placeOf(controller, change);
  return (
    <li>
      {place ? (
        <Way to={place.to} focus={place.focus} item={`change ${subject} ${id}`} before={place.before}>
          {text}
        </Way>
      ) : (
        <span>{text}</span>
      )}
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

interface Place {
  readonly to: Route;
  readonly focus: string;
  readonly before: () => void;
}

/** Where a thing is changed; nothing where it is gone or no view shows it. */
function placeOf(controller: Controller, { subject, id }: ChangeRecord): Place | undefined {
  const { model } = controller;
  const at = (to: Route, table?: string): Place | undefined =>
    hasView(model, to) ? { to, focus: id, before: () => table && openRow(controller, table, id) } : undefined;
  if (subject === "condition") return at("gates");
  if (subject === "document") return at("documents", "documents");
  if (subject === "exposure") return at("risks", "register");
  const chapter = model.items.get(id)?.chapter;
  return chapter === undefined ? at("soa", "soa") : at(chapter);
}
