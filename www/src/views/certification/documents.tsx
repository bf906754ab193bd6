/** Documents and records: what the standard asks for, how far each is, and what is said of it. */

import { Fragment } from "preact";
import { derived } from "../../derived.js";
import type { PaperRecord } from "../../document.js";
import type { Model } from "../../model.js";
import { hasEntry, t, word } from "../../words/words.js";
import { day } from "../parts/day.js";
import { Facts } from "../parts/facts.js";
import { Filters, type Filter } from "../parts/filters.js";
import { useKept } from "../parts/kept.js";
import { State, type MarkName, type Tone } from "../parts/mark.js";
import { openRow, useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { ItemWay, Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { awaited, factsOf, type PaperRow } from "./data.js";
import { DocumentFields } from "./document_fields.js";

/** What follows from the assessment and need not be written: its document, and the view that shows it. */
const MADE_HERE: Readonly<Record<string, string>> = { "D.6.1.3d": "soa", "D.6.1.3e": "plan", "D.8.2": "risks", "D.8.3": "plan" };

const MARKS: Readonly<Record<PaperRow["state"], readonly [MarkName, Tone | undefined]>> = {
  missing: ["ready", undefined],
  draft: ["half", undefined],
  approved: ["ok", "good"],
};

/** From when on a document is asked for by the standard, and not by the organization alone. */
const STAGES: readonly string[] = ["stage_1", "stage_2"];

/** What tells a document from every other: its id, or the title of one of the organization's own. */
export const keyOf = ({ id, title }: { readonly id?: string; readonly title: string }): string => id ?? title;

export function Documents() {
  const { controller } = useUi();
  const rows = factsOf(controller.model).papers().documents;
  const [chosen, setChosen] = useKept<Readonly<Record<string, string>>>("documents filters", {});
  const opened = useOpened("documents");
  const shown = rows.filter((row) => fits(row, chosen));
  return (
    <>
      <p class="lead">
        <Lead rows={rows} />
      </p>
      <Filters
        id="documents"
        label={t("certification.filterDocuments")}
        filters={filters(rows, chosen)}
        shown={shown.length}
        total={rows.length}
        onSet={(name, value) => setChosen({ ...chosen, [name]: value })}
        onAll={() => setChosen({})}
      />
      <RowTable
        label={t("certification.documentsCaption")}
        caption={t("certification.documentsCaption")}
        head={t("certification.document")}
        rows={shown}
        idOf={keyOf}
        title={(row) => (
          <>
            {row.source && (
              <>
                <bdi class="id">{row.source}</bdi>{" "}
              </>
            )}
            {row.title}
          </>
        )}
        columns={[
          { name: t("certification.state"), cell: (row) => <PaperState row={row} /> },
          { name: t("certification.neededFrom"), width: "w2", cell: needed },
          { name: t("page.owner"), width: "w3", cell: ({ owner }) => owner ?? "–" },
        ]}
        detail={(row) => <DocumentFacts row={row} />}
        empty={t("certification.noRows")}
        {...opened}
      />
      <p class="on-screen">
        <Way to="documents/add" class="button" item="documents add">
          {t("certification.addDocument")}
        </Way>
      </p>
    </>
  );
}

/** How many are in place, what stage 1 still lacks, and what is to be looked at again. */
function Lead({ rows }: { rows: readonly PaperRow[] }) {
  const asked = rows.filter(({ needed_from: from = "" }) => STAGES.includes(from));
  const done = asked.filter(({ state }) => state === "approved").length;
  const first = asked.filter(({ needed_from: from, state }) => from === "stage_1" && state !== "approved").length;
  const overdue = rows.filter((row) => row.overdue).length;
  return (
    <>
      <b>{t("certification.inPlace", { n: done, count: asked.length })}</b>{" "}
      {first > 0 ? t("certification.missingForStage1", { count: first }) : t("certification.stage1Complete")}
      {overdue > 0 && <> {t("certification.reviewsDue", { count: overdue })}</>}
      {done === asked.length && <> {nextReview(rows)}</>}
    </>
  );
}

function nextReview(rows: readonly PaperRow[]): string {
  const [first] = rows.flatMap(({ review_due: due }) => due ?? []).sort();
  return first === undefined ? "" : t("certification.nextReview", { day: day(first) });
}

const needed = ({ needed_from: from }: PaperRow): string => (from === undefined ? t("certification.ownDocument") : word("certification.needed_from", from));

/** A record that only time brings waits for what comes before it; what stage 1 reads is missing. */
const isWaiting = ({ state, needed_from: from, waits_for: waits = [] }: PaperRow): boolean => state === "missing" && from !== "stage_1" && waits.length > 0;

function PaperState({ row }: { row: PaperRow }) {
  const { model } = useUi().controller;
  if (isWaiting(row)) {
    return (
      <State name="wait" tone="dim">
        {t("certification.waitsOn", { names: awaited(model, row.waits_for ?? [], "source") })}
      </State>
    );
  }
  const [mark, tone] = row.overdue ? (["warn", "fair"] as const) : row.state === "missing" && row.needed_from === "stage_1" ? (["block", "poor"] as const) : MARKS[row.state];
  const state = t(`certification.document_state.${row.state}`);
  const madeHere = row.id !== undefined && row.id in MADE_HERE && row.state !== "missing";
  return (
    <State name={mark} tone={tone}>
      {row.overdue ? t("certification.overdueState", { state }) : madeHere ? t("certification.fromHere", { state }) : state}
    </State>
  );
}

function DocumentFacts({ row }: { row: PaperRow }) {
  const { controller } = useUi();
  const { model } = controller;
  const record = recordOf(model, row);
  const none = t("certification.none");
  const note = row.id !== undefined && hasEntry(`document.${row.id}.note`) ? t(`document.${row.id}.note`) : "";
  return (
    <>
      <Facts
        facts={[
          [t("certification.askedBy"), row.source && <ItemWay id={row.source} />],
          [t("certification.neededFrom"), needed(row)],
          [t("certification.contains"), note],
          [t("certification.state"), <PaperState row={row} />],
          row.state !== "approved" && row.waits_for && [
            t("certification.waitsOnHead"),
            row.waits_for.map((id, place) => (
              <Fragment key={id}>
                {place > 0 && ", "}
                <Awaited id={id} />
              </Fragment>
            )),
          ],
          [t("certification.fromThisTool"), <MadeHere id={row.id} />],
          [t("certification.where"), row.link ?? none],
          [t("page.version"), row.version ?? none],
          [t("page.owner"), row.owner ?? none],
          [t("certification.approvedOn"), day(row.date)],
          [t("certification.reviewOnLabel"), row.review_due ? day(row.review_due) : none],
          [t("page.notes"), record?.notes ?? ""],
        ]}
      />
      <DocumentFields row={row} record={record} />
    </>
  );
}

/** The way to what comes first: a question, or another document of this table. */
function Awaited({ id }: { id: string }) {
  const { controller } = useUi();
  const document = factsOf(controller.model).papers().documents.find((row) => row.id === id);
  if (!document) return <ItemWay id={id} />;
  return (
    <Way to="documents" focus={id} item={`awaited ${id}`} before={() => openRow(controller, "documents", id)}>
      {document.title}
    </Way>
  );
}

/** The way to what this tool makes of the assessment, and its file where there is one. */
function MadeHere({ id = "" }: { id: string | undefined }) {
  const { controller } = useUi();
  const to = MADE_HERE[id];
  if (to === undefined) return <>{t("certification.notFromHere")}</>;
  return (
    <>
      <Way to={to} item={`document ${id}`}>
        {t("certification.show")}
        <span class="hidden">{t("page.ofItem", { id })}</span>
      </Way>
      {to === "soa" && (
        <>
          {" "}
          <button type="button" class="quiet" onClick={() => controller.downloadCsv("soa", derived(controller.model).csv("soa"))}>
            {t("certification.downloadSoa")}
          </button>
        </>
      )}
    </>
  );
}

export const recordOf = (model: Model, row: PaperRow): PaperRecord | undefined =>
  factsOf(model).file().documents?.find(({ id, title }) => (row.id === undefined ? id === undefined && title === row.title : id === row.id));

type Chosen = Readonly<Record<string, string>>;

const fits = (row: PaperRow, { from = "", state = "" }: Chosen): boolean =>
  (from === "" || (row.needed_from ?? "own") === from) &&
  (state === "" || row.state === state || (state === "overdue" && row.overdue) || (state === "open" && row.state !== "approved"));

function filters(rows: readonly PaperRow[], chosen: Chosen): Filter[] {
  const option = (name: string, value: string, text: string): [string, string] => [
    value,
    t("certification.option", { name: text, count: rows.filter((row) => fits(row, { [name]: value })).length }),
  ];
  const froms = [...new Set(rows.map(({ needed_from: from = "own" }) => from))];
  return [
    {
      name: "from",
      label: t("certification.neededFrom"),
      value: chosen["from"] ?? "",
      options: [["", t("certification.allFroms")], ...froms.map((from) => option("from", from, from === "own" ? t("certification.ownDocument") : word("certification.needed_from", from)))],
    },
    {
      name: "state",
      label: t("certification.state"),
      value: chosen["state"] ?? "",
      options: [
        ["", t("certification.allStates")],
        ...(["missing", "draft", "approved"] as const).map((state) => option("state", state, t(`certification.document_state.${state}`))),
        option("state", "open", t("certification.document_state.open")),
        option("state", "overdue", t("certification.document_state.overdue")),
      ],
    },
  ];
}
