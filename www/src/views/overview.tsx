/** The first view: what to do now and why, the way to the goal, and where one stands. */

import { useEffect, useState } from "preact/hooks";
import { Stacked } from "../charts/stacked.js";
import { whole } from "../format.js";
import { duration, firstStep } from "../next.js";
import { reportsPart } from "../parts.js";
import { STATES, standing } from "../standing.js";
import { t } from "../words/words.js";
import { Heading, ViewHeading } from "./heading.js";
import { Kept, WhereKept } from "./kept.js";
import { useUi } from "./ui.js";
import { Way } from "./way.js";

export function Overview() {
  const { controller } = useUi();
  const { model } = controller;
  const isBegun = model.answered > 0;
  const late = isBegun && reportsPart.loaded;
  useEffect(() => {
    if (!isBegun || reportsPart.loaded) return;
    // What follows from the answers is for later than the answers themselves; a failure is told where it is asked for.
    const idle = setTimeout(() => void reportsPart.load().then(() => !controller.disposed && controller.draw(), () => undefined), IDLE_MS);
    return () => clearTimeout(idle);
  }, [isBegun]);
  return (
    <>
      <ViewHeading>{t("page.overview")}</ViewHeading>
      <Next />
      {late && <late.Reminder />}
      <div class="split">
        <div>
          <Heading depth={2}>{t("page.way.title")}</Heading>
          <Way />
        </div>
        <div>
          <Heading depth={2}>{t("page.stand")}</Heading>
          {isBegun ? <Figures /> : <p class="note">{t("page.standEmpty")}</p>}
          {late && <late.Since />}
          <Heading depth={2}>{t("page.draft.title")}</Heading>
          <WhereKept />
          <Kept />
        </div>
      </div>
    </>
  );
}

/** How long a view is looked at before what it does not need at once is brought, in milliseconds. */
const IDLE_MS = 600;

function Next() {
  const { controller } = useUi();
  const { model } = controller;
  const [isWhy, setWhy] = useState(false);
  const step = (model.answered > 0 && reportsPart.loaded?.nextStep(model)) || firstStep(model);
  return (
    <section class="next" part="next" aria-labelledby="next-step">
      <p class="kicker">{step.halfMinutes ? t("page.next.kicker", { duration: duration(step.halfMinutes) }) : t("page.next.label")}</p>
      <Heading depth={2} class="title" id="next-step">
        {step.title}
      </Heading>
      <p>{step.reason}</p>
      <div class="actions">
        <button type="button" class="primary" part="button primary" onClick={() => controller.go(step.route, step.item)}>
          {step.action}
        </button>
        {step.passed.length > 0 && (
          <button type="button" class="quiet" aria-expanded={isWhy} onClick={() => setWhy(!isWhy)}>
            {t("page.next.why")}
          </button>
        )}
      </div>
      {isWhy && (
        <ul>
          {step.passed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Figures() {
  const { model } = useUi().controller;
  return (
    <dl class="figures" part="scores">
      {(["requirement", "guidance"] as const).map((force) => {
        const score = model.score(force === "requirement" ? "requirements" : "controls");
        const ids = model.catalogue.chapters.filter((chapter) => chapter.force === force).flatMap(({ items }) => items);
        const its = standing(model, ids);
        const [implemented, partly, planned, not, unknown] = STATES.map((_, at) => its.counts[at] ?? 0);
        const values = { coverage: whole(score?.coverageBp), implemented, partly, open: (planned ?? 0) + (not ?? 0), unknown, excluded: its.excluded } as Record<string, string | number>;
        return (
          <div key={force}>
            <dt>{t(`page.conform.${force}`)}</dt>
            <dd class="big">{whole(score?.scoreBp)}</dd>
            <dd>
              <Stacked standing={its} />
            </dd>
            <dd class="note">{t(score?.scoreBp === undefined ? "page.conform.none" : its.excluded > 0 ? "page.conform.excluded" : "page.conform.of", values)}</dd>
          </div>
        );
      })}
      {reportsPart.loaded && <reportsPart.loaded.RiskFigure />}
    </dl>
  );
}
