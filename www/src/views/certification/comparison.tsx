/** The comparison that 6.1.3 c) asks for: every control of the catalogue against what was chosen. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Figures } from "../parts/figures.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { factsOf, type Comparison, type SoaRow } from "./data.js";
import { ControlFacts } from "./row.js";
import { SoaTabs } from "./soa_head.js";
import { comparison, Compared, ControlTitle, Status, why } from "./why.js";

/** What is work comes first. */
const STATES: readonly Comparison[] = ["undecided", "not_necessary", "already_there", "chosen"];

export function ComparisonView() {
  const { model } = useUi().controller;
  const { rows, compared } = factsOf(model).soa();
  const of = (state: Comparison): SoaRow[] => rows.filter((row) => row.comparison === state);
  const own = rows.filter((row) => row.comparison === undefined);
  return (
    <>
      <SoaTabs />
      <p class="lead">{t("certification.comparisonLead")}</p>
      <Figures figures={[...STATES].reverse().map((state) => [comparison(state), String(of(state).length)] as const)} />
      {STATES.map((state) => {
        const group = of(state);
        if (group.length === 0) return null;
        return (
          <section key={state}>
            <Heading depth={2}>{t("certification.group", { name: comparison(state), count: group.length })}</Heading>
            {state === "undecided" && (
              <p class="on-screen">
                <Way to="soa/undecided">{t("certification.goThroughThem")}</Way>
              </p>
            )}
            <Table name={comparison(state)} id={state} rows={group} />
          </section>
        );
      })}
      <p>
        <b>
          {t("certification.comparedText", {
            done: compared.controls - compared.undecided,
            count: compared.controls,
            undecided: compared.undecided,
            contradictions: t("certification.contradictions", { count: compared.contradictions }),
          })}
        </b>
      </p>
      {own.length > 0 && (
        <section>
          <Heading depth={2}>{t("certification.group", { name: t("certification.beyond"), count: own.length })}</Heading>
          <Table name={t("certification.beyond")} id="own" rows={own} />
        </section>
      )}
    </>
  );
}

function Table({ name, id, rows }: { name: string; id: string; rows: readonly SoaRow[] }) {
  const opened = useOpened(`comparison ${id}`);
  return (
    <RowTable
      label={name}
      head={t("certification.control")}
      rows={rows}
      idOf={(row) => row.id}
      title={(row) => <ControlTitle row={row} />}
      sub={why}
      columns={[
        { name: t("certification.why"), width: "w1", cell: (row) => (row.contradictions.length > 0 ? <Both row={row} /> : why(row)) },
        { name: t("certification.state"), cell: (row) => <Status row={row} /> },
      ]}
      detail={(row) => <ControlFacts row={row} />}
      {...opened}
    />
  );
}

/** The reason of an exclusion, and that something contradicts it. */
function Both({ row }: { row: SoaRow }) {
  return (
    <>
      {why(row)}
      <br />
      <Compared row={row} />
    </>
  );
}
