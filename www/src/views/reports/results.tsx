/** The result view: the two scores, then clauses, themes and attributes as bars and as tables. */

import { useState } from "preact/hooks";
import { Bars } from "../../charts/bars.js";
import { Legend } from "../../charts/legend.js";
import { percent } from "../../format.js";
import { resultGroups, type Group, type Row } from "../../groups.js";
import { t } from "../../words/words.js";
import { Explain } from "./explain.js";
import { Heading } from "../heading.js";
import { Scroll } from "../scroll.js";
import { useUi } from "../ui.js";

/** Groups that are named as they are. */
const NO_ATTRIBUTE = ["whole", "clauses", "themes"];

export function Results() {
  const { model } = useUi().controller;
  const whole: Group = {
    id: "whole",
    label: t("page.view.results"),
    rows: [
      { key: "requirements", label: t("page.requirements") },
      { key: "controls", label: t("page.controls") },
    ],
  };
  return (
    <>
      <p class="muted">{t("page.introScores")}</p>
      <Legend />
      <Figures group={whole} />
      {resultGroups(model.catalogue, { clauses: t("reports.clauses"), themes: t("reports.themes") }).map((group) => (
        <section key={group.id} class="group-result">
          <Heading depth={2}>{labelOf(group)}</Heading>
          <Figures group={group} />
        </section>
      ))}
    </>
  );
}

const labelOf = ({ id, label }: Group): string => (NO_ATTRIBUTE.includes(id) ? label : t("reports.byAttribute", { label }));

function Figures({ group }: { group: Group }) {
  const { model } = useUi().controller;
  const bars = group.rows.map(({ key, label }) => {
    const score = model.score(key);
    return { key, label, scoreBp: score?.scoreBp, coverageBp: score?.coverageBp ?? 0 };
  });
  return (
    <>
      <Bars label={labelOf(group)} bars={bars} />
      <details>
        <summary>{t("reports.table")}</summary>
        <Table group={group} />
      </details>
    </>
  );
}

function Table({ group }: { group: Group }) {
  return (
    <Scroll label={labelOf(group)}>
      <table>
        <caption>{labelOf(group)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("reports.group")}</th>
            <th scope="col" class="number">{t("page.conformity")}</th>
            <th scope="col" class="number">{t("page.coverage")}</th>
            <th scope="col" class="number">{t("reports.assessed")}</th>
            <th scope="col" class="number">{t("reports.inScope")}</th>
            <th scope="col">{t("reports.explain")}</th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <TableRow key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function TableRow({ row }: { row: Row }) {
  const { model } = useUi().controller;
  const [shown, setShown] = useState(false);
  const score = model.score(row.key);
  return (
    <>
      <tr>
        <th scope="row">{row.label}</th>
        <td class="number">{percent(score?.scoreBp)}</td>
        <td class="number">{percent(score?.coverageBp)}</td>
        <td class="number">{score?.assessed ?? 0}</td>
        <td class="number">{score?.inScope ?? 0}</td>
        <td>
          <button
            type="button"
            class="quiet"
            aria-expanded={shown}
            aria-label={t("reports.explainOf", { label: row.label })}
            onClick={() => setShown(!shown)}
          >
            {t("reports.explainRow")}
          </button>
        </td>
      </tr>
      {shown && (
        <tr>
          <td colSpan={6}>
            <Explain scoreKey={row.key} label={row.label} />
          </td>
        </tr>
      )}
    </>
  );
}
