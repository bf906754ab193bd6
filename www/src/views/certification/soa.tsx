/** The Statement of Applicability: what keeps it from being approved, totals, and a row for each control. */

import { hasEntry, t, word } from "../../words/words.js";
import { derived } from "../../derived.js";
import { day } from "../parts/day.js";
import { Figures } from "../parts/figures.js";
import { Filters, found, type Filter } from "../parts/filters.js";
import { useKept } from "../parts/kept.js";
import { Notice } from "../parts/notice.js";
import { openRow, useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { factsOf, soaErrors, withoutReason, type SoaRow } from "./data.js";
import { REASONS } from "./own_reasons.js";
import { ControlFacts } from "./row.js";
import { Cover, SoaTabs } from "./soa_head.js";
import { Compared, comparison, ControlTitle, Status, why } from "./why.js";

const TABLE = "soa";
const STATES = ["implemented", "partly", "planned", "not_implemented", "not_assessed"];
const COMPARISONS = ["chosen", "already_there", "not_necessary", "undecided"] as const;

export function Soa() {
  const { controller } = useUi();
  const { model } = controller;
  const { totals, all_totals: all, compared } = factsOf(model).soa();
  const { applicable, excluded, inherited } = all ?? totals;
  const done = compared.controls - compared.undecided;
  return (
    <>
      <p class="lead on-screen">{t("certification.soaLead")}</p>
      <Cover isPaper />
      <div class="on-screen">
        <Blocks />
      </div>
      <Figures
        figures={[
          [t("page.applicability.applicable"), String(applicable)],
          [t("page.applicability.excluded"), String(excluded)],
          [t("page.applicability.inherited"), String(inherited)],
          [t("certification.comparedFigure"), t("certification.nOf", { n: done, of: compared.controls })],
        ]}
      />
      <SoaTabs />
      <Controls />
      <p class="row on-screen">
        <Way to="soa/own:new" class="button" item="own">
          {t("certification.addOwn")}
        </Way>
        <button type="button" part="button" onClick={() => controller.downloadCsv("soa", derived(model).csv("soa"))}>
          {t("certification.downloadSoa")}
        </button>
        <button type="button" part="button" onClick={() => print()}>
          {t("certification.print")}
        </button>
      </p>
    </>
  );
}

/** What keeps the statement from being approved: each thing with the way to it. */
export function Blocks() {
  const { controller } = useUi();
  const { model } = controller;
  const { approval } = factsOf(model);
  const errors = soaErrors(model);
  const open = withoutReason(model).filter(({ id }) => !errors.some((error) => error.id === id)).length;
  const { state } = approval();
  const go = (id: string): void => {
    openRow(controller, TABLE, id);
    controller.go("soa", id);
  };
  const way = open > 0 && (
    <>
      {t("certification.undecided", { count: open })}{" "}
      <Way to="soa/undecided" item="undecided">
        {minutes(open)}
      </Way>
    </>
  );
  if (errors.length === 0 && state !== "void") {
    if (way) return <Notice kind="info" title={t("certification.noErrors")}><p class="note">{way}</p></Notice>;
    return (
      <Notice kind="ok" title={t("certification.complete")}>
        <p>
          <Way to="soa/approval">{state === "never" ? t("certification.approve") : t("certification.seeApproval")}</Way>
        </p>
      </Notice>
    );
  }
  const shown = errors.slice(0, SHOWN_MAX);
  return (
    <Notice kind="bad" title={errors.length > 0 ? t("certification.blocked", { count: errors.length + Number(state === "void") }) : t("certification.voidTitle")}>
      <ul>
        {state === "void" && (
          <li>
            <Way to="soa/approval">{t("certification.voidLink")}</Way>
          </li>
        )}
        {shown.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            <button type="button" class="way" data-item={`error ${id}`} onClick={() => go(id)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
      {errors.length > SHOWN_MAX && (
        <p class="note">
          <Way to="soa/findings">{t("certification.moreErrors", { count: errors.length - SHOWN_MAX })}</Way>
        </p>
      )}
      {way && <p class="note">{way}</p>}
    </Notice>
  );
}

/** How many errors are named above the table. */
const SHOWN_MAX = 8;

/** The way through the controls without a reason, a minute for each. */
export const minutes = (count: number): string =>
  count < 60 ? t("certification.goThrough", { count }) : t("certification.goThroughHours", { count: Math.round(count / 60) });

type Chosen = Readonly<Record<string, string>>;

function Controls() {
  const { model } = useUi().controller;
  const { rows } = factsOf(model).soa();
  const opened = useOpened(TABLE);
  const [chosen, setChosen] = useKept<Chosen>("soa filters", {});
  const shown = rows.filter((row) => fits(row, chosen));
  return (
    <>
      <Filters
        id="soa"
        label={t("certification.filterControls")}
        find={chosen["find"] ?? ""}
        filters={filters(rows, chosen)}
        shown={shown.length}
        total={rows.length}
        onSet={(name, value) => setChosen({ ...chosen, [name]: value })}
        onAll={() => setChosen({})}
      />
      <RowTable
        label={t("page.view.soa")}
        head={t("certification.control")}
        rows={shown}
        idOf={({ id }) => id}
        title={(row) => <ControlTitle row={row} />}
        sub={(row) => <Compared row={row} />}
        columns={[
          { name: t("certification.compared"), width: "w1", cell: (row) => <Compared row={row} /> },
          { name: t("certification.why"), width: "w2", cell: why },
          { name: t("certification.state"), cell: (row) => <Status row={row} /> },
          { name: t("page.owner"), width: "w3", cell: ({ owner }) => owner ?? "–" },
          { name: t("certification.plan"), width: "paper", cell: ({ plan }) => plan.map(({ due }) => day(due)).join("; ") || "–" },
          { name: t("page.evidenceLabel"), width: "paper", cell: ({ evidence }) => evidence.join("; ") || "–" },
          { name: t("certification.lastChange"), width: "paper", cell: ({ changed }) => day(changed) },
        ]}
        detail={(row) => <ControlFacts row={row} />}
        empty={t("certification.noRows")}
        {...opened}
      />
    </>
  );
}

function fits(row: SoaRow, { find = "", theme = "", comparison = "", reason = "", state = "" }: Chosen): boolean {
  return (
    (find.trim() === "" || found(`${row.id} ${row.title} ${row.owner ?? ""} ${why(row)}`, find)) &&
    (theme === "" || row.theme === theme) &&
    (comparison === "" || row.comparison === comparison || (comparison === "contradiction" && row.contradictions.length > 0)) &&
    (reason === "" || (reason === "none" ? isBare(row) : row.applicability !== "excluded" && row.inclusion.some((it) => it.reason === reason))) &&
    (state === "" || row.applicability === state || (row.applicability !== "excluded" && row.implementation === state))
  );
}

const isBare = ({ applicability, inclusion }: SoaRow): boolean => applicability !== "excluded" && inclusion.length === 0;

function filters(rows: readonly SoaRow[], chosen: Chosen): Filter[] {
  const count = (part: Chosen): number => rows.filter((row) => fits(row, part)).length;
  const option = (name: string, value: string, text: string): [string, string] => [
    value,
    t("certification.option", { name: text, count: count({ [name]: value }) }),
  ];
  const themes = [...new Set(rows.flatMap(({ theme }) => theme ?? []))];
  const filter = (name: string, text: string, all: string, options: readonly (readonly [string, string])[]): Filter => ({
    name,
    label: text,
    value: chosen[name] ?? "",
    options: [["", all], ...options],
  });
  const has = ([value]: readonly [string, string], name: string): boolean => chosen[name] === value || count({ [name]: value }) > 0;
  const some = (name: string, options: [string, string][]) => options.filter((it) => has(it, name));
  return [
    filter("theme", t("certification.theme"), t("certification.allThemes"), themes.map((theme) => option("theme", theme, theme))),
    filter("comparison", t("certification.compared"), t("certification.allComparisons"), some("comparison", [
      ...COMPARISONS.map((it) => option("comparison", it, comparison(it))),
      option("comparison", "contradiction", t("certification.contradiction")),
    ])),
    filter("reason", t("certification.reason"), t("certification.allReasons"), some("reason", [
      ...REASONS.map((reason) => option("reason", reason, word("page.inclusion", reason))),
      option("reason", "none", t("certification.noReason")),
    ])),
    filter("state", t("certification.state"), t("certification.allStates"), some("state", [
      ...STATES.map((state) => option("state", state, word("page.implementation", state))),
      ...["excluded", "inherited"].map((state) => option("state", state, hasEntry(`page.applicability.${state}`) ? t(`page.applicability.${state}`) : state)),
    ])),
  ];
}
