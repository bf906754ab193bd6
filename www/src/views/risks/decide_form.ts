/** The form that decides a risk: its fields, and the record that they make. */

import type { EstimateRecord, RiskRecord, TreatmentRecord } from "../../document.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import type { Form } from "../parts/form.js";
import { controlMark, controlTitle } from "./control.js";
import { DIMENSIONS, joinedWords, type Keeping, type Risks } from "./data.js";

export const OPTIONS = ["modify", "retain", "avoid", "share"] as const;
export type Option = (typeof OPTIONS)[number];

/** What a control that is ticked counts as. */
export type Counts = "todo" | "holds" | "";

/** The field of a control. */
export const controlField = (id: string): string => `control.${id}`;
/** The field of an obligation by which a risk is shared. */
export const basisField = (id: string): string => `basis.${id}`;
/** The fields of what will be left. */
export const residualField = (step: string): string => `residual.${step}`;

const STEPS = ["likelihood", ...DIMENSIONS] as const;

/** What the assessment holds, as texts of fields. */
export function initialDecision(record: RiskRecord | undefined): Record<string, string> {
  if (!record) return {};
  const { treatment, existing = [] } = record;
  const fields: Record<string, string> = { option: treatment?.option ?? "", whyOption: treatment?.why ?? "", owner: record.owner ?? "" };
  for (const id of existing) fields[controlField(id)] = "holds";
  for (const id of treatment?.controls ?? []) fields[controlField(id)] = "todo";
  for (const id of treatment?.share_basis ?? []) fields[basisField(id)] = "on";
  for (const step of STEPS) fields[residualField(step)] = treatment?.residual?.[step] ?? "";
  fields["by"] = record.acceptance?.by ?? "";
  fields["role"] = record.acceptance?.role ?? "";
  return fields;
}

/** Every control that the form or the risk speaks of. */
export function controlsOf(form: Form, record: RiskRecord, suggested: readonly string[], added: readonly string[]): { todo: string[]; holds: string[] } {
  const all = [...new Set([...suggested, ...(record.existing ?? []), ...(record.treatment?.controls ?? []), ...added])];
  const of = (counts: Counts): string[] => all.filter((id) => form.get(controlField(id)) === counts);
  return { todo: of("todo"), holds: of("holds") };
}

/** Controls that were added beyond the suggestions, in the order in which they were. */
export const addedOf = (form: Form): string[] => form.get("added").split(" ").filter((id) => id !== "");

/** The record that the form makes of a risk, with the action that it adds. */
export function decided(form: Form, risks: Risks, record: RiskRecord): Keeping {
  const { model, document } = risks;
  const option = form.get("option") as Option | "";
  const suggested = [...model.items.keys(), ...(document.own_controls ?? []).map(({ id }) => id ?? "")];
  const { todo, holds } = controlsOf(form, record, suggested, addedOf(form));
  const residual = option === "retain" || option === "" ? undefined : residualOf(form, record);
  const basis = (document.obligations ?? []).map(({ id }) => id ?? "").filter((id) => form.get(basisField(id)) !== "");
  const treatment: TreatmentRecord = {
    ...(option === "" ? {} : { option }),
    ...(form.get("whyOption").trim() === "" ? {} : { why: form.get("whyOption").trim() }),
    ...(option === "modify" && todo.length > 0 ? { controls: todo } : {}),
    ...(option === "share" && basis.length > 0 ? { share_basis: basis } : {}),
    ...(residual ? { residual } : {}),
  };
  const { treatment: _, existing: __, ...rest } = record;
  return {
    risk: {
      ...rest,
      owner: form.get("owner").trim(),
      existing: option === "modify" ? holds : (record.existing ?? []),
      ...(Object.keys(treatment).length > 0 ? { treatment } : {}),
    },
    action: option === "retain" || option === "" ? undefined : action(form, risks, option, todo),
  };
}

/** The action that the form adds: what was typed, or the controls that are to be put in place by a day. */
function action(form: Form, { model, document }: Risks, option: Option, todo: readonly string[]): Keeping["action"] {
  const typed = form.get("what").trim();
  const due = form.get("due");
  const owner = form.get("who").trim() || form.get("owner").trim();
  const fromControls = option === "modify" && typed === "" && due !== "" && todo.length > 0;
  if (typed === "" && !fromControls) return undefined;
  const what = typed || t("risks.putInPlace", { controls: joinedWords(todo.map((id) => `${controlMark(document, id)} ${controlTitle(model, document, id)}`.trim())) });
  return { what, ...(owner === "" ? {} : { owner }), ...(due === "" ? {} : { due }), ...(option === "modify" && todo.length > 0 ? { controls: todo } : {}) };
}

function residualOf(form: Form, { treatment }: RiskRecord): EstimateRecord | undefined {
  const before = treatment?.residual;
  const steps = STEPS.map((step) => [step, form.get(residualField(step))] as const).filter(([, word]) => word !== "");
  if (steps.length === 0) return undefined;
  const isSame = STEPS.every((step) => (form.get(residualField(step)) || undefined) === before?.[step]);
  return { ...(Object.fromEntries(steps) as EstimateRecord), on: (isSame && before?.on) || isoDate(new Date()), ...(before?.why ? { why: before.why } : {}) };
}
