/** The steps in their order: when, how many days, why here, and who. */

import { t } from "../../words/words.js";
import { day } from "../parts/day.js";
import { daysOf } from "../parts/effort.js";
import { Filters, type Filter } from "../parts/filters.js";
import { useKept } from "../parts/kept.js";
import { State } from "../parts/mark.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { keyOf, readable, type Planning, type StepRecord } from "./data.js";
import { StepDetail, StepName } from "./step_detail.js";

type Chosen = Readonly<Record<string, string>>;

/** What can be shown alone. */
const SHOWS: Readonly<Record<string, (step: StepRecord) => boolean>> = {
  ready: ({ is_ready }) => is_ready,
  stage_1: (step) => names(step, "S1"),
  stage_2: (step) => names(step, "S2"),
  unknown: ({ figure }) => figure === "unknown",
};
/** Stands for nobody among the owners, since a name may be anything but a line break. */
const NOBODY = "\n";
/** So many reasons stand in the row; the opened one has all. */
const REASONS_SHOWN = 2;

export function Steps({ plan }: { plan: Planning }) {
  const { roadmap } = plan;
  const { steps, today } = roadmap;
  const opened = useOpened("roadmap");
  const [chosen, setChosen] = useKept<Chosen>("roadmap filters", {});
  const shown = steps.filter((step) => fits(step, chosen));
  return (
    <>
      <Filters
        id="roadmap"
        label={t("planning.filterSteps")}
        filters={filters(plan, chosen)}
        shown={shown.length}
        total={steps.length}
        onSet={(name, value) => setChosen({ ...chosen, [name]: value })}
        onAll={() => setChosen({})}
      />
      <RowTable
        label={t("planning.order")}
        head={t("planning.step")}
        rows={shown}
        idOf={keyOf}
        title={(step) => <StepName node={step} title={step.title} />}
        sub={(step) => <When step={step} today={today} />}
        columns={[
          { name: t("planning.when"), width: "w1", cell: (step) => <When step={step} today={today} /> },
          { name: t("planning.days"), cell: (step) => <span class="nowrap">{days(step)}</span> },
          { name: t("planning.why"), width: "w2", cell: ({ why }) => readable(why.slice(0, REASONS_SHOWN).map(({ text }) => text).join(" ")) },
          { name: t("page.owner"), width: "w3", cell: ({ owner }) => owner ?? t("planning.nobody") },
        ]}
        detail={(step) => <StepDetail plan={plan} step={step} position={steps.indexOf(step) + 1} />}
        empty={t("planning.noRows")}
        {...opened}
      />
    </>
  );
}

const names = ({ conditions }: StepRecord, stage: string): boolean => conditions.some((id) => id.startsWith(stage));

/** The days of a step; a dash where they are counted elsewhere, or known to nobody. */
const days = (step: StepRecord): string =>
  step.figure === "counted_in" || step.figure === "elsewhere" || step.figure === "unknown" ? "–" : t("roadmap.days", daysOf(step));

function When({ step, today }: { step: StepRecord; today: string }) {
  const { due, is_ready } = step;
  if (due !== undefined && due < today) return <State name="half" tone="poor">{t("planning.was", { day: day(due) })}</State>;
  if (!is_ready) return <State name="wait" tone="dim">{t("planning.waits")}</State>;
  if (names(step, "S1")) return <State name="block" tone="poor">{t("planning.now")}</State>;
  if (due !== undefined) return <State name="half">{day(due)}</State>;
  return <State name="ready">{t("planning.ready")}</State>;
}

const ownerOf = ({ owner }: StepRecord): string => owner ?? NOBODY;

const fits = (step: StepRecord, { phase = "", owner = "", show = "" }: Chosen): boolean =>
  (phase === "" || step.phase === phase) && (owner === "" || ownerOf(step) === owner) && (SHOWS[show]?.(step) ?? true);

function filters({ roadmap: { steps, phases } }: Planning, chosen: Chosen): Filter[] {
  const option = (name: string, value: string, text: string): [string, string] => [
    value,
    t("planning.option", { name: text, count: steps.filter((step) => fits(step, { [name]: value })).length }),
  ];
  const owners = [...new Set(steps.map(ownerOf))].sort((one, other) => one.localeCompare(other));
  const filter = (name: string, label: string, all: string, options: readonly [string, string][]): Filter => ({ name, label, value: chosen[name] ?? "", options: [["", all], ...options] });
  const shows = Object.keys(SHOWS).filter((show) => chosen["show"] === show || steps.some((step) => SHOWS[show]?.(step)));
  return [
    filter("phase", t("planning.phase"), t("planning.allPhases"), phases.map(({ phase, title }) => option("phase", phase, title))),
    filter("owner", t("page.owner"), t("planning.everybody"), owners.map((owner) => option("owner", owner, owner === NOBODY ? t("planning.nobody") : owner))),
    filter("show", t("planning.show"), t("planning.all"), shows.map((show) => option("show", show, t(`planning.shows.${show}`)))),
  ];
}
