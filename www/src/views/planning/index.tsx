/** The roadmap: what all of it takes, the phases, the pace, the steps in order, and what could be simplified. */

import { dressPlanning } from "../../styles/planning.js";
import { joined, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Notice } from "../parts/notice.js";
import { useUi } from "../ui.js";
import { circleKey, nameOf, usePlan, type TotalRecord } from "./data.js";
import { Over } from "./over.js";
import { Pace } from "./pace.js";
import { Phases } from "./phases.js";
import { Steps } from "./steps.js";

dressPlanning();

export function View() {
  const { controller } = useUi();
  const plan = usePlan();
  const { total, stage_1: first, stage_2: second, circles, steps } = plan.roadmap;
  if (steps.length === 0) {
    return (
      <>
        <p class="lead">{t("planning.none")}</p>
        <Over plan={plan} />
      </>
    );
  }
  return (
    <>
      <p class="lead">
        <b>{total.text}</b> {said(first)} {said(second)}
      </p>
      {circles.map(({ members }) => (
        <Notice key={circleKey(members)} kind="warn" title={t("planning.circle")}>
          <p>{t("planning.circleText", { names: joined(members.map(nameOf)) })}</p>
        </Notice>
      ))}
      <section>
        <Heading depth={2}>{t("planning.phases")}</Heading>
        <Phases roadmap={plan.roadmap} />
      </section>
      <Pace plan={plan} />
      <section>
        <Heading depth={2}>{t("planning.order")}</Heading>
        <p class="muted">{t("planning.orderNote")}</p>
        <Steps plan={plan} />
      </section>
      <p class="row on-screen">
        <button type="button" part="button" onClick={() => plan.csv((file) => controller.downloadCsv("roadmap", file))}>
          {t("planning.download")}
        </button>
        <button type="button" part="button" onClick={() => print()}>
          {t("planning.print")}
        </button>
      </p>
      <Over plan={plan} />
    </>
  );
}

/** What opens a stage, where something does. */
const said = (total: TotalRecord | undefined): string => (total && total.steps > 0 ? total.text : "");
