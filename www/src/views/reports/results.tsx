/** Results: one sentence, then the chapters, the map of the controls, and one attribute at a time. */

import { useState } from "preact/hooks";
import { Legend } from "../../charts/legend.js";
import { whole } from "../../format.js";
import type { Model } from "../../model.js";
import { t } from "../../words/words.js";
import { Select } from "../filters.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";
import { BarTable, type BarRow } from "./bars.js";
import { ControlMap } from "./map.js";

export function Results() {
  const { model } = useUi().controller;
  const chapters = model.catalogue.chapters.map(({ id, title, score, items }): BarRow => ({ key: score, id, title, items }));
  return (
    <>
      <Sentence />
      <Heading depth={2}>{t("reports.byChapter")}</Heading>
      <Legend />
      <BarTable caption={t("reports.rule1")} head={t("reports.chapter")} things={t("reports.items")} rows={chapters} />
      <Heading depth={2}>{t("reports.map")}</Heading>
      <ControlMap />
      <ByAttribute />
    </>
  );
}

/** Both figures, and what is not known yet. */
function Sentence() {
  const { model } = useUi().controller;
  const [one, other] = [model.score("requirements"), model.score("controls")];
  const inScope = (one?.inScope ?? 0) + (other?.inScope ?? 0);
  const unknown = inScope - (one?.assessed ?? 0) - (other?.assessed ?? 0);
  if (model.answered < 10) return <p class="lead">{t("reports.empty")}</p>;
  return (
    <p class="lead">
      {t("reports.sentence", { requirements: whole(one?.scoreBp), controls: whole(other?.scoreBp) })}
      {unknown > 0 && ` ${t("reports.unknown", { count: unknown, inScope })}`}
    </p>
  );
}

/** A lowest value is named where so many of its controls are assessed. */
const ENOUGH = 3;

function ByAttribute() {
  const { model } = useUi().controller;
  const { attributes } = model.catalogue;
  const [chosen, setChosen] = useState(() => (attributes.find(({ id }) => id.includes("concept")) ?? attributes[0])?.id ?? "");
  const [isLowestFirst, setLowestFirst] = useState(false);
  const attribute = attributes.find(({ id }) => id === chosen);
  if (!attribute) return null;
  const rows = attribute.values.map(({ id, label }): BarRow => ({ key: `${attribute.id}:${id}`, title: label, items: itemsWith(model, attribute.id, id) }));
  const score = ({ key }: BarRow): number => model.score(key)?.scoreBp ?? 10_001;
  const known = rows.filter(({ key }) => (model.score(key)?.assessed ?? 0) >= ENOUGH).sort((one, other) => score(one) - score(other));
  const lowest = known[0];
  return (
    <section>
      <Heading depth={2}>
        <span tabIndex={-1} data-focus="after-map">
          {t("reports.attributeTitle")}
        </span>
      </Heading>
      <div class="filters">
        <Select
          name="group"
          label={t("reports.groupBy")}
          value={chosen}
          options={attributes.map(({ id, label, values }) => [id, `${label} (${values.length})`])}
          onValue={setChosen}
        />
        <Select
          name="order"
          label={t("reports.order")}
          value={isLowestFirst ? "lowest" : "standard"}
          options={[["standard", t("reports.orderStandard")], ["lowest", t("reports.orderLowest")]]}
          onValue={(value) => setLowestFirst(value === "lowest")}
        />
      </div>
      <p>
        {lowest
          ? t("reports.lowest", { label: lowest.title, score: whole(model.score(lowest.key)?.scoreBp), count: model.score(lowest.key)?.assessed ?? 0 })
          : t("reports.lowestUnknown")}
      </p>
      <BarTable
        caption={t("reports.severalValues")}
        head={attribute.label}
        things={t("page.controls")}
        rows={isLowestFirst ? [...rows].sort((one, other) => score(one) - score(other)) : rows}
      />
    </section>
  );
}

const itemsWith = (model: Model, attribute: string, value: string): string[] =>
  model.catalogue.items
    .filter((item) => item.attributes.some((its) => its.attribute === attribute && its.values.includes(value)))
    .map(({ id }) => id);
