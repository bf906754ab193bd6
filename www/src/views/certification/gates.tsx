/** Stage 1 and stage 2: the verdict in words, what blocks with the place to go, what is met folded. */

import type { Model, Route } from "../../model.js";
import { hasView } from "../../sections.js";
import { joined, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { daysOf } from "../parts/effort.js";
import { Mark, type MarkName, type Tone } from "../parts/mark.js";
import { Notice } from "../parts/notice.js";
import { Tasks, type Task } from "../parts/tasks.js";
import { useUi } from "../ui.js";
import { awaited, factsOf, withoutReason, type ConditionRecord, type GateRecord, type Verdict } from "./data.js";

const STATE_MARKS: Readonly<Record<GateRecord["state"], readonly [MarkName, Tone | undefined]>> = {
  blocked: ["block", "poor"],
  waits: ["wait", "dim"],
  unknown: ["wait", "dim"],
  nothing_known_blocks: ["ok", "good"],
};

const VERDICT_MARKS: Readonly<Record<Verdict, readonly [MarkName, Tone]>> = {
  blocks: ["block", "poor"],
  unknown: ["wait", "dim"],
  met: ["ok", "good"],
};

export function Gates() {
  const { model } = useUi().controller;
  const { stage_1: one, stage_2: two } = factsOf(model).gates();
  if (!one || !two) return <p class="lead">{t("certification.noGates")}</p>;
  return (
    <>
      <p class="lead">{t("certification.gatesLead")}</p>
      <div class="halves-place">
        <div class="halves">
          <Stage number={1} gate={one} />
          <Stage number={2} gate={two} />
        </div>
      </div>
      <Notice title={t("certification.gatesNoteTitle")}>
        <p>{t("certification.gatesNote")}</p>
      </Notice>
    </>
  );
}

function Stage({ number, gate }: { number: 1 | 2; gate: GateRecord }) {
  const { model } = useUi().controller;
  const { state, conditions, effort } = gate;
  const of = (verdict: Verdict): ConditionRecord[] => conditions.filter((it) => it.verdict === verdict);
  const [mark, tone] = STATE_MARKS[state];
  const isWaiting = state === "waits";
  const open = [...of("blocks"), ...of("unknown")];
  const met = of("met");
  return (
    <section>
      <Heading depth={2}>
        <Mark name={mark} tone={tone} /> {t("certification.stageVerdict", { stage: number, verdict: t(`certification.gate.${state}`) })}
      </Heading>
      <p>
        {summary(of("blocks").length, of("unknown").length, conditions.length, isWaiting)} {effort && t("certification.takesTogether", daysOf(effort))}
      </p>
      {open.length > 0 && <Tasks tasks={open.map((it) => task(model, it, isWaiting))} />}
      {met.length > 0 && (
        <details class="fold">
          <summary>{t("certification.metCount", { count: met.length })}</summary>
          <Tasks tasks={met.map((it) => task(model, it, false))} />
        </details>
      )}
    </section>
  );
}

function summary(blocks: number, unknown: number, total: number, isWaiting: boolean): string {
  if (isWaiting) return t("certification.waitsFor", { count: blocks + unknown, total });
  const known = blocks === 0 ? t("certification.noneBlocks", { total }) : t("certification.someBlock", { count: blocks, total });
  return unknown === 0 ? known : t("certification.andUnknown", { known, count: unknown });
}

/** A condition: all of its grounds are its reason, and what can be done has a place to go. */
function task(model: Model, condition: ConditionRecord, isWaiting: boolean): Task {
  const { id, title, verdict, grounds, effort, waits_for: waits = [] } = condition;
  const takes = [effort && t("gates.takes.effort", daysOf(effort)), waits.length > 0 && t("gates.takes.waits", { names: awaited(model, waits) })].filter(Boolean);
  const isOpen = verdict !== "met";
  const [mark, tone] = isWaiting && isOpen ? (["wait", "dim"] as const) : VERDICT_MARKS[verdict];
  const [to, focus] = isOpen ? placeOf(model, condition) : [];
  return {
    id,
    title,
    mark,
    tone,
    state: t(isWaiting && isOpen ? "certification.verdict.waits" : `certification.verdict.${verdict}`),
    note: (
      <>
        {grounds.map((ground) => (
          <p key={ground.reason}>{condition.place === "documents" && isOpen ? documents(model, ground.about) : ground.text}</p>
        ))}
        {takes.length > 0 && <p>{takes.join(" ")}</p>}
      </>
    ),
    ...(to === undefined ? {} : { to }),
    ...(focus === undefined ? {} : { focus }),
  };
}

/** How many documents are named in a reason. */
const NAMED_MAX = 5;

/** Documents by their titles, since nobody knows them by their ids. */
function documents(model: Model, about: readonly { readonly id: string }[]): string {
  const rows = factsOf(model).papers().documents;
  const titles = about.slice(0, NAMED_MAX).map(({ id }) => rows.find((row) => row.id === id)?.title ?? id);
  const key = about.length > NAMED_MAX ? "certification.openDocumentsMore" : "certification.openDocuments";
  return t(key, { count: about.length, names: joined(titles) });
}

/** Where a person goes to change a condition: the place itself, or the first thing that it rests on. */
function placeOf(model: Model, { place, grounds }: ConditionRecord): [Route, string?] | [] {
  const about = grounds.filter(({ verdict }) => verdict !== "met").flatMap((ground) => ground.about);
  const ways: Readonly<Record<string, readonly [Route, (string | undefined)?]>> = {
    scope: ["scope"],
    documents: ["documents", about[0]?.id],
    criteria: ["risks"],
    risks: ["risks", about[0]?.id],
    soa: grounds.some(({ reason, verdict }) => reason === "reason" && verdict !== "met") && withoutReason(model).length > 0 ? ["soa/undecided"] : ["soa"],
    events: ["audits"],
    nonconformities: ["audits", about[0]?.id],
  };
  const item = about.map(({ id }) => model.items.get(id)).find((it) => it !== undefined);
  if (place === "questions") return item ? [item.chapter, item.id] : [];
  const [to, focus] = ways[place] ?? [];
  if (to === undefined || !hasView(model, to)) return [];
  return focus === undefined ? [to] : [to, focus];
}
