/** Something that two versions have given another value, as a choice between what would come of it. */

import type { ConflictView } from "../../../generated/report.js";
import { t } from "../../words/words.js";
import { FormChoices, type Choice, type Form } from "../parts/form.js";
import type { Take } from "./merging.js";

interface Props {
  readonly conflict: ConflictView;
  readonly place: number;
  /** What people call the other version. */
  readonly other: string;
  /** Whether there is no common ancestor. */
  readonly two: boolean;
  /** What is said where nothing is decided and should be. */
  readonly missing: string;
  readonly onTake: (take: Take) => void;
}

/** The form of which every conflict is a field. */
export const MERGING = "merging";

export function Conflict({ conflict, place, other, two, missing, onTake }: Props) {
  const { path, thing, field, taken } = conflict;
  const form: Form = {
    id: MERGING,
    get: () => taken,
    set: (_field, take) => onTake(take as Take),
    message: () => missing,
    refuse: () => undefined,
    clear: () => undefined,
    touched: false,
  };
  const where = field === "" ? thing : thing === "" ? field : t("comparing.place", { thing, field });
  return <FormChoices form={form} field={path} legend={<b>{t("comparing.numbered", { place, where })}</b>} note={sentence(conflict, other)} choices={choices(conflict, other, two)} />;
}

const isEntry = ({ kind }: ConflictView): boolean => kind === "delete-edit" || kind === "reference";

function sentence(conflict: ConflictView, other: string): string {
  const { kind, ours, users } = conflict;
  if (!isEntry(conflict)) return t(`comparing.conflict.${kind}`, { other });
  const what = kind === "reference" ? "used" : "deleted";
  return t(`comparing.conflict.${what}${ours === undefined ? "Here" : "There"}`, { other, users: users.join(", ") });
}

function choices(conflict: ConflictView, other: string, two: boolean): Choice[] {
  const { ours, theirs, base, suggestion, users } = conflict;
  const shown = (text: string | undefined): string => text ?? t("comparing.nothingThere");
  if (isEntry(conflict)) {
    return [
      { value: "keep", name: t("comparing.keepEntry"), sentence: shown(ours ?? theirs) },
      { value: "delete", name: t("comparing.deleteEntry"), sentence: users.length > 0 ? t("comparing.loses", { count: users.length, users: users.join(", ") }) : undefined },
    ];
  }
  return [
    { value: "ours", name: t("comparing.keepYours"), sentence: shown(ours) },
    { value: "theirs", name: t("comparing.takeTheirs", { other }), sentence: shown(theirs) },
    ...(suggestion === undefined ? [] : [{ value: "value", name: t("comparing.takeBoth"), sentence: suggestion }]),
    ...(two ? [] : [{ value: "base", name: t("comparing.takeBase"), sentence: shown(base) }]),
  ];
}
