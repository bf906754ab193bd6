/** What the checks found, by rule: one fix for many items, every item within reach, errors open. */

import type { LintView } from "../../api.js";
import type { Controller } from "../../controller.js";
import type { Model, Route } from "../../model.js";
import { titleOf } from "../../sections.js";
import { t } from "../../words/words.js";
import { Mark, type MarkName, type Tone } from "../parts/mark.js";
import { day } from "../parts/day.js";
import { openRow } from "../parts/opened.js";
import { placeAt, rowOf, type Place, type Register } from "../parts/places.js";
import { ItemWay, PlaceWay, Way } from "../parts/way.js";
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
            <Item id={item.id} /> <Linked text={item.message} but={item.id} />
          </li>
        ))}
      </ul>
      <p class="muted">
        <code>{first.code}</code>
      </p>
    </details>
  );
}

/** What ids, labels and days look like in a sentence: `A.8.12`, `6.1.3`, `R-3`, `2026-11-24`. */
const NAMES = /((?:[A-Z]\.)?\d+(?:\.\d+)+|[A-Z]-\d+|\d{4}-\d{2}-\d{2})/;
const DAY = /^\d{4}-/;

/** A sentence in which everything else that it names is within reach too. */
function Linked({ text, but }: { text: string; but: string }) {
  const { model } = useUi().controller;
  const own = entryOf(model, but)?.label;
  // Every second part is a name.
  const parts = text.split(NAMES).map((part, place) => {
    if (place % 2 === 0 || part === but || part === own) return part;
    if (DAY.test(part)) return day(part);
    const id = model.items.has(part) ? part : idOf(model, part);
    return id === undefined ? part : <Item key={place} id={id} />;
  });
  return <>{parts}</>;
}

/** The id of what people call by this label; nothing where two are called so. */
function idOf(model: Model, label: string): string | undefined {
  const { risks = [], obligations = [], actions = [], nonconformities = [], groups = [] } = factsOf(model).file();
  const called = [...risks, ...obligations, ...actions, ...nonconformities, ...groups].filter((entry) => entry.label === label);
  return called.length === 1 ? called[0]?.id : undefined;
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
  const found = entryOf(model, id);
  // What has no view of its own is named by its sentence.
  if (!found?.place) return null;
  return (
    <PlaceWay place={found.place} item={`finding ${id}`}>
      <bdi>{found.label}</bdi>
    </PlaceWay>
  );
}

/** Parts of a file that stand once, with the view that shows each. */
const PARTS: Readonly<Record<string, Route>> = { criteria: "risks/criteria", soa_approval: "soa/approval", "about.scope": "scope" };

interface Named {
  readonly place: Place | undefined;
  /** What people call it. */
  readonly label: string;
}

/** The view in which something stands that is neither a control nor a question. */
function entryOf(model: Model, id: string): Named | undefined {
  const part = PARTS[id];
  if (part !== undefined) return { place: placeAt(model, part), label: titleOf(model, part) };
  const { risks = [], groups = [], obligations = [], actions = [], nonconformities = [], events = [] } = factsOf(model).file();
  const registers = Object.entries({ risks, groups, obligations, actions, nonconformities }) as [Register, readonly { readonly id?: string; readonly label?: string }[]][];
  for (const [register, entries] of registers) {
    const entry = entries.find((it) => it.id === id);
    if (entry) return { place: rowOf(model, register, id), label: entry.label || id };
  }
  const event = events.find((it) => it.id === id);
  if (event) return { place: placeAt(model, "audits", { focus: id, table: event.kind === "management_review" ? "reviews" : "audits" }), label: t(`certification.event.${event.kind}`) };
  const document = factsOf(model).papers().documents.find((row) => (row.id ?? row.title) === id);
  return document && { place: rowOf(model, "documents", id), label: document.source ?? document.title };
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
