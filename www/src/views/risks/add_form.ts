/** The form that adds a risk or changes one: its fields, and the record that they make. */

import type { ThreatView } from "../../../generated/report.js";
import type { EstimateRecord, RiskRecord } from "../../document.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import type { Form } from "../parts/form.js";
import { DIMENSIONS, type Dimension, type Keeping, type Risks } from "./data.js";

/** The form of a new risk, for fields that are filled from elsewhere. */
export const ADD = "risks/add";

/** The value of the choice that is described in words of one's own. */
export const OWN = "own";

/** What the assessment holds, as texts of fields. */
export function initial(record: RiskRecord | undefined): Record<string, string> {
  if (!record) return {};
  const { current } = record;
  return {
    threat: record.threat || OWN,
    event: record.event ?? "",
    title: record.title,
    owner: record.owner ?? "",
    vulnerability: record.vulnerability ?? "",
    group: record.groups?.[0] ?? "",
    likelihood: current?.likelihood ?? "",
    why: current?.why ?? "",
    ...Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, current?.[dimension] ?? ""])),
    ...Object.fromEntries(STEPS.map((step) => [inherentField(step), record.inherent?.[step] ?? ""])),
  };
}

const STEPS = ["likelihood", ...DIMENSIONS] as const;

/** The fields of the assessment without any control. */
export const inherentField = (step: string): string => `inherent.${step}`;

/** The dimensions that a threat affects, the most usual first; all of them where nobody knows. */
export function affected(threat: ThreatView | undefined): { asked: Dimension[]; folded: Dimension[] } {
  const own: readonly Dimension[] = ["a", "c", "i"];
  const asked = threat ? own.filter((dimension) => threat.affects.includes(dimension)) : ["a" as const];
  // One is open; whoever has more to say opens the rest.
  return { asked: asked.slice(0, 1), folded: own.filter((dimension) => dimension !== asked[0]) };
}

/** The title where nobody has typed one: what happens, to what. */
export function proposedTitle(form: Form, risks: Risks): string {
  const threat = form.get("threat");
  const what = threat !== "" && threat !== OWN ? t(`threats.${threat}.label`) : firstWords(form.get("event"));
  const hit = groupName(form, risks);
  if (what === "") return "";
  return hit === "" ? what : t("risks.titleOf", { threat: what, group: hit });
}

/** The name of what is hit, known or new. */
export function groupName(form: Form, { document }: Risks): string {
  const group = form.get("group");
  if (group === OWN) return form.get("newGroup").trim();
  return document.groups?.find(({ id }) => id === group)?.name ?? "";
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(" ")}…` : words.join(" ");
}

/** What the form says, on top of what the risk says already. */
export function keeping(form: Form, risks: Risks, record: RiskRecord | undefined, threat: ThreatView | undefined): Keeping {
  const { group: _, ...rest } = { ...record, group: undefined };
  const current = estimateOf(form, record?.current, (step) => step);
  const inherent = estimateOf(form, record?.inherent, inherentField);
  const group = form.get("group");
  const newGroup = group === OWN ? form.get("newGroup").trim() : "";
  const others = (record?.groups ?? []).slice(1);
  const risk: RiskRecord = {
    ...rest,
    title: form.get("title").trim() || proposedTitle(form, risks),
    ...text("event", form.get("event")),
    ...text("owner", form.get("owner")),
    ...text("vulnerability", form.get("vulnerability")),
    groups: [...(group !== "" && group !== OWN ? [group] : []), ...others],
  };
  delete risk.threat;
  delete risk.current;
  delete risk.inherent;
  if (form.get("threat") !== "" && form.get("threat") !== OWN) risk.threat = form.get("threat");
  if (!record && threat?.sourceKind) risk.source_kind = threat.sourceKind as NonNullable<RiskRecord["source_kind"]>;
  if (current) risk.current = current;
  if (inherent) risk.inherent = inherent;
  return { risk, group: newGroup === "" ? undefined : { name: newGroup } };
}

const text = (field: "event" | "owner" | "vulnerability", typed: string): Partial<RiskRecord> => ({ [field]: typed.trim() });

/** An assessment as the form has it; nothing where nothing is said. A change of a step is dated. */
function estimateOf(form: Form, before: EstimateRecord | undefined, fieldOf: (step: string) => string): EstimateRecord | undefined {
  const steps = Object.fromEntries(STEPS.map((step) => [step, form.get(fieldOf(step))] as const).filter(([, word]) => word !== "")) as EstimateRecord;
  if (Object.keys(steps).length === 0) return undefined;
  const isSame = STEPS.every((step) => steps[step] === before?.[step]);
  const on = isSame ? before?.on : isoDate(new Date());
  const why = fieldOf === inherentField ? (before?.why ?? "") : form.get("why").trim();
  return { ...steps, ...(on === undefined ? {} : { on }), ...(why === "" ? {} : { why }) };
}
