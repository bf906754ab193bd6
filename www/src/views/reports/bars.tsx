/** A table whose first column is a picture: one stacked bar for each group, and its figures beside it. */

import { useState } from "preact/hooks";
import { Stacked } from "../../charts/stacked.js";
import { whole } from "../../format.js";
import { standing } from "../../standing.js";
import { t } from "../../words/words.js";
import { useUi } from "../ui.js";
import { Explain } from "./explain.js";

export interface BarRow {
  /** The key of the group's score. */
  readonly key: string;
  /** An id before the title, where the group has one. */
  readonly id?: string;
  readonly title: string;
  /** What belongs to the group. */
  readonly items: readonly string[];
}

export function BarTable(props: { caption: string; head: string; things: string; rows: readonly BarRow[] }) {
  return (
    <table class="bars" part="chart">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.head}</th>
          <th scope="col" class="number">
            {t("page.conformity")}
          </th>
          <th scope="col" class="number">
            {t("reports.assessed")}
          </th>
          <th scope="col" class="number w2">
            {props.things}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: BarRow }) {
  const { model } = useUi().controller;
  const [isOpen, setOpen] = useState(false);
  const score = model.score(row.key);
  const label = row.id ? `${row.id} ${row.title}` : row.title;
  return (
    <>
      <tr class="bar-row">
        <th scope="row" class="bar-title">
          <div class="barcell">
            <span class="bar-label">
              {row.id && <span class="item-id">{row.id} </span>}
              {row.title}
            </span>
            <Stacked standing={standing(model, row.items)} />
          </div>
        </th>
        <td class="number">
          <button type="button" class="quiet bar-figure" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {whole(score?.scoreBp)}
            <span class="hidden">, {t("reports.explainOf", { label })}</span>
          </button>
        </td>
        <td class="number keep">{whole(score?.coverageBp)}</td>
        <td class="number keep w2">{t("page.answeredShort", { answered: score?.assessed ?? 0, total: score?.inScope ?? 0 })}</td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4}>
            <Explain scoreKey={row.key} label={label} />
          </td>
        </tr>
      )}
    </>
  );
}
