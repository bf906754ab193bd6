/** Everything about one step: why it stands there, what it takes, what it waits for and what waits for it. */

import type { ComponentChildren } from "preact";
import { t } from "../../words/words.js";
import { daysOf } from "../parts/effort.js";
import { Facts } from "../parts/facts.js";
import { PlaceWay } from "../parts/way.js";
import { keyOf, nameOf, placeOf, readable, type LinkRecord, type NodeRecord, type Planning, type StepRecord } from "./data.js";
import { OwnFigure } from "./own_figure.js";

export function StepDetail({ plan, step, position }: { plan: Planning; step: StepRecord; position: number }) {
  const { roadmap } = plan;
  const { role, outside, parts, priority, inherited, risks } = step;
  const hasDays = step.figure === "row" || step.figure === "reckoned" || step.figure === "said";
  return (
    <>
      <p>
        <b>{t("planning.position", { position, count: roadmap.steps.length })}</b>
      </p>
      <ul class="plain">
        {step.why.map(({ text }) => (
          <li key={text}>{readable(text)}</li>
        ))}
      </ul>
      <Facts
        facts={[
          [
            t("planning.effort"),
            <>
              {hasDays ? t("planning.effortRange", daysOf(step)) : t("planning.effortNone")}
              <br />
              <span class="note">{readable(step.figure_text)}</span>
            </>,
          ],
          role !== undefined && [t("planning.role"), t(`roadmap.role.${role}`)],
          outside !== undefined && outside !== "nothing" && [t("planning.outside"), t(`roadmap.outside.${outside}`)],
          [t("planning.phaseHead"), readable(step.phase_text)],
          step.waits_for.length > 0 && [t("planning.waitsFor"), <Links plan={plan} links={step.waits_for} />],
          step.unlocks.length > 0 && [t("planning.unlocks"), <Links plan={plan} links={step.unlocks} />],
          risks.length > 0 && [t("planning.risks"), <Named plan={plan} nodes={risks.map((risk) => ({ ...risk, kind: "risk" as const }))} />],
          [
            t("planning.priority"),
            <>
              {t("planning.priorityText", { sum: priority, inherited })}
              <ul class="points note">
                {parts.map(({ part, points, weight, text }) => (
                  <li key={part}>{t("planning.part", { text, points, weight })}</li>
                ))}
              </ul>
            </>,
          ],
          [t("planning.next"), readable(step.ahead_text)],
        ]}
      />
      <OwnFigure plan={plan} step={step} />
      <p>
        <NodeWay plan={plan} node={step} look="button" item="way">
          {t("planning.goTo", { label: nameOf(step) })}
        </NodeWay>
      </p>
    </>
  );
}

/** Steps before or after, each with the reason. */
function Links({ plan, links }: { plan: Planning; links: readonly LinkRecord[] }) {
  return (
    <ul class="plain">
      {links.map((link) => (
        <li key={keyOf(link)}>
          <NodeWay plan={plan} node={link} /> <span class="note">{readable(link.because)}</span>
        </li>
      ))}
    </ul>
  );
}

function Named({ plan, nodes }: { plan: Planning; nodes: readonly NodeRecord[] }) {
  return (
    <ul class="plain">
      {nodes.map((node) => (
        <li key={keyOf(node)}>
          <NodeWay plan={plan} node={node} />
        </li>
      ))}
    </ul>
  );
}

interface NodeProps {
  readonly plan: Planning;
  readonly node: NodeRecord;
  readonly look?: string;
  readonly item?: string;
  readonly children?: ComponentChildren;
}

/** The way to a step, with its row open; its name alone where no view shows it. */
export function NodeWay({ plan: { model, roadmap }, node, look = "way", item = "to", children }: NodeProps) {
  const title = roadmap.steps.find((step) => keyOf(step) === keyOf(node))?.title ?? "";
  return (
    <PlaceWay place={placeOf(model, node)} class={look} item={`${item} ${keyOf(node)}`}>
      {children ?? <StepName node={node} title={title} />}
    </PlaceWay>
  );
}

/** What a step is called and what it is about, once where both are the same. */
export function StepName({ node, title }: { node: NodeRecord; title: string }) {
  const name = nameOf(node);
  if (node.kind === "doc" || title === name) return <>{name}</>;
  return (
    <>
      <bdi class="id">{name}</bdi> {title}
    </>
  );
}
