/** What the checks found, by rule: one fix for many items, every item within reach, errors open. */

import type { LintView } from "../../api.js";
import type { Controller } from "../../controller.js";
import type { Model, Route } from "../../model.js";
import { hasView } from "../../sections.js";
import { t } from "../../words/words.js";
import { Mark, type MarkName, type Tone } from "../parts/mark.js";
import { openRow } from "../parts/opened.js";
import { ItemWay, Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { factsOf } from "./data.js";
import { SoaTabs } from "./soa_head.js";

/** How many items are shown without asking. */
const OPEN_MAX = 8;

const GRAVITY = ["error", "warning", "info"];
const MARKS: Readonly<Record<string, readonly [MarkName, Tone | undefined]>> = {
  error: ["block", "poor"],
  warning: ["warn", "fair"],
  info: ["info", undefined],
};

export function FindingsView() {
  const { model } = useUi().controller;
  const findings = factsOf(model).lint();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return (
    <>
      <SoaTabs />
      <p class="lead">{intro(errors, findings.length - errors)}</p>
      {byRule(findings).map((rule) => (
        <Rule key={rule[0]?.code} findings={rule} />
      ))}
    </>
  );
}

function Rule({ findings }: { findings: readonly LintView[] }) {
  const first = findings[0];
  if (!first) return null;
  const items = findings.flatMap((finding) => finding.items);
  const [mark, tone] = MARKS[first.severity] ?? ["info", undefined];
  return (
    <details class="target" open={first.severity === "error" && items.length <= OPEN_MAX}>
      <summary>
        <Mark name={mark} tone={tone} /> <b>{t(`certification.severity.${first.severity}`)}</b>{" "}
        {t("certification.ruleLine", { count: items.length, fix: first.fix })}
      </summary>
      <ul class="findings">
        {items.map((item, index) => (
          <li key={index}>
            <Item id={item.id} /> {item.message}
          </li>
        ))}
      </ul>
      <p class="muted">
        <code>{first.code}</code>
      </p>
    </details>
  );
}

/** The way to what a finding is about: a control's row, a question, an entry of a register. */
function Item({ id }: { id: string }) {
  const { controller } = useUi();
  const { model } = controller;
  if (factsOf(model).soa().rows.some((row) => row.id === id)) {
    return (
      <Way to="soa" focus={id} item={`finding ${id}`} before={() => showRow(controller, id)}>
        <bdi>{model.items.has(id) ? id : t("certification.ownMark")}</bdi>
      </Way>
    );
  }
  if (model.items.has(id)) return <ItemWay id={id} />;
  const [view, label = id] = entryOf(model, id);
  // What has no view of its own is named by its sentence.
  if (view === undefined || !hasView(model, view)) return null;
  return (
    <Way to={view} focus={id}>
      <bdi>{label}</bdi>
    </Way>
  );
}

/** The view in which an entry of a register stands, and what people call it. */
function entryOf(model: Model, id: string): [Route?, string?] {
  const { risks = [], obligations = [], actions = [], nonconformities = [], events = [] } = factsOf(model).file();
  const registers = [["risks", risks], ["obligations", obligations], ["plan", actions], ["audits", nonconformities], ["audits", events]] as const;
  for (const [view, entries] of registers) {
    const entry = entries.find((it) => it.id === id);
    if (entry) return [view, "label" in entry ? entry.label : undefined] as [Route, string?];
  }
  return [];
}

const showRow = (controller: Controller, id: string): void => openRow(controller, "soa", id);

/** Groups by rule, gravest first; within a gravity in the order of the first finding. */
function byRule(findings: readonly LintView[]): LintView[][] {
  const rules = new Map<string, LintView[]>();
  for (const finding of findings) {
    const rule = rules.get(finding.code);
    if (rule) rule.push(finding);
    else rules.set(finding.code, [finding]);
  }
  const gravity = ([first]: LintView[]): number => GRAVITY.indexOf(first?.severity ?? "info");
  return [...rules.values()].sort((one, other) => gravity(one) - gravity(other));
}

function intro(count: number, others: number): string {
  if (count + others === 0) return t("certification.findingsNone");
  return t("certification.findingsOthers", { errors: t("certification.errors", { count }), count: others });
}
