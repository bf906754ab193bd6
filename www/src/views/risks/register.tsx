/** The register: what needs a decision, where the risks lie, and every risk with all that is known of it. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Go } from "../parts/go.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { Beginning } from "./beginning.js";
import { labelOf, rowsOf, useRisks, type Risks, type Row } from "./data.js";
import { Filters, filtered, FilteredBy } from "./filters.js";
import { Groups } from "./groups.js";
import { Level } from "./level.js";
import { Matrices } from "./matrices.js";
import { Needs } from "./needs.js";
import { REGISTER, useLooked } from "./register_state.js";
import { RiskDetail } from "./risk_detail.js";
import { RiskState, stateNote } from "./state.js";
import { Undo } from "./undo.js";

export function Register() {
  const risks = useRisks();
  const { controller } = risks;
  const [looked, change] = useLooked(controller);
  const opened = useOpened(REGISTER);
  const rows = rowsOf(risks);
  if (rows.length === 0) return <Beginning risks={risks} />;
  const shown = filtered(rows, looked);
  return (
    <>
      <div class="spread">
        <Lead rows={rows} />
        <p>
          <Go to="risks/add" look="primary" item="risks/add">
            {t("risks.add")}
          </Go>
        </p>
      </div>
      <Undo risks={risks} />
      <Needs risks={risks} rows={rows} />
      <Matrices risks={risks} looked={looked} change={change} />
      <section>
        <Heading depth={2}>{t("risks.register")}</Heading>
        <Filters rows={rows} looked={looked} change={change} />
        <FilteredBy risks={risks} rows={rows} shown={shown.length} looked={looked} change={change} />
        <RowTable
          label={t("risks.register")}
          caption={t("risks.all", { count: rows.length })}
          head={t("risks.risk")}
          rows={shown}
          idOf={({ view }) => view.id}
          title={({ record }) => (
            <>
              <bdi class="id">{labelOf(record)}</bdi> {record.title}
            </>
          )}
          sub={(row) => <RiskState row={row} />}
          columns={[
            { name: t("risks.today"), cell: (row) => <Today risks={risks} row={row} /> },
            { name: t("risks.planned"), width: "w2", cell: (row) => <Planned risks={risks} row={row} /> },
            {
              name: t("risks.stateHead"),
              width: "w1",
              cell: (row) => (
                <>
                  <RiskState row={row} />
                  <Note text={stateNote(risks, row)} />
                </>
              ),
            },
            { name: t("page.owner"), width: "w3", cell: ({ record }) => record.owner || "–" },
          ]}
          detail={(row) => <RiskDetail risks={risks} row={row} />}
          {...opened}
          empty={t("risks.filteredNone")}
        />
      </section>
      <Groups risks={risks} rows={rows} isAsked={looked.hasGroups} />
    </>
  );
}

/** How many lie above the line, how many will, and what waits for a person. */
function Lead({ rows }: { rows: readonly Row[] }) {
  const counted = rows.filter(({ view }) => view.state !== "draft");
  const above = counted.filter(({ view }) => view.exposure?.isAbove).length;
  const planned = counted.filter(({ view }) => view.planned?.isAbove).length;
  const undecided = counted.filter(({ view }) => view.state === "untreated").length;
  const stale = counted.filter(({ view }) => view.isStale).length;
  const drafts = rows.length - counted.length;
  const sentences = [
    counted.length > 0 && t("risks.above", { count: above, total: counted.length, planned }),
    undecided > 0 ? t("risks.undecided", { count: undecided }) : counted.length > 0 && t("risks.allDecided"),
    stale > 0 && t("risks.stale", { count: stale }),
    drafts > 0 && t("risks.drafts", { count: drafts }),
  ];
  return <p class="lead">{sentences.filter(Boolean).join(" ")}</p>;
}

const Note = ({ text }: { text: string }) => (text === "" ? null : <span class="note below">{text}</span>);

function Today({ risks, row }: { risks: Risks; row: Row }) {
  if (row.view.isGone) return <>{t("risks.gone")}</>;
  return row.view.exposure ? <Level criteria={risks.criteria} word={row.view.exposure.level} /> : <>–</>;
}

function Planned({ risks, row }: { risks: Risks; row: Row }) {
  if (row.view.willBeGone) return <>{t("risks.gone")}</>;
  return row.view.planned && row.record.treatment?.option ? <Level criteria={risks.criteria} word={row.view.planned.level} /> : <>–</>;
}
