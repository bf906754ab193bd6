/** What waits for a person: a decision, a better plan, an approval. */

import { t } from "../../words/words.js";
import { Go } from "../parts/go.js";
import { Notice } from "../parts/notice.js";
import { labelOf, levelName, settle, type Risks, type Row } from "./data.js";

/** How many risks are named one by one. */
const NAMED = 3;
/** The ways of using the standards in which nobody is asked for approvals. */
const WITHOUT_CLAUSES = ["guidance", "improve", "reference", "no_certificate"];

export function Needs({ risks, rows }: { risks: Risks; rows: readonly Row[] }) {
  const { document, criteria } = risks;
  const hasClauses = !WITHOUT_CLAUSES.includes(document.mode ?? "");
  const waiting = rows.filter(({ view }) => view.state === "untreated" || view.state === "insufficient");
  const unknown = rows.filter(({ view }) => view.missing.includes("known_step"));
  return (
    <>
      {unknown.length > 0 && (
        <Notice kind="bad" title={t("risks.unknownStep", { count: unknown.length })}>
          <p>{unknown.map(({ record }) => labelOf(record)).join(", ")}</p>
        </Notice>
      )}
      {waiting.slice(0, NAMED).map(({ view, record }) => (
        <Notice
          key={view.id}
          kind={view.state === "untreated" ? "bad" : "warn"}
          title={t(view.state === "insufficient" ? "risks.needsMore" : record.owner ? "risks.needsDecision" : "risks.needsBoth", {
            label: labelOf(record),
            title: record.title,
            level: levelName(criteria, view.exposure?.level ?? ""),
          })}
        >
          <p>
            {hasClauses && view.state === "untreated" && <>{t("risks.blocks")} </>}
            <Go to={`risks/decide:${view.id}`} item={view.id}>
              {t("risks.decideNamed", { label: labelOf(record) })}
            </Go>
          </p>
        </Notice>
      ))}
      {waiting.length > NAMED && <p class="note">{t("risks.needsOthers", { count: waiting.length - NAMED })}</p>}
      {hasClauses && <Approvals risks={risks} rows={rows} />}
    </>
  );
}

/** Whether an owner has still to approve what is decided. */
export function isToApprove({ view, record }: Row): boolean {
  return (
    view.isDecided &&
    Boolean(record.owner?.trim()) &&
    view.current?.isAbove === true &&
    (view.plan !== "valid" || view.residual !== "valid") &&
    (record.treatment?.residual !== undefined || record.treatment?.option === "retain" || record.treatment?.option === "avoid")
  );
}

/** One act of an owner approves everything of theirs. */
function Approvals({ risks, rows }: { risks: Risks; rows: readonly Row[] }) {
  const owners = new Map<string, Row[]>();
  for (const row of rows.filter(isToApprove)) {
    const owner = row.record.owner?.trim() ?? "";
    owners.set(owner, [...(owners.get(owner) ?? []), row]);
  }
  return (
    <>
      {[...owners].map(([owner, of]) => (
        <Notice key={owner} title={t("risks.toApprove", { owner, count: of.length, labels: of.map(({ record }) => labelOf(record)).join(", ") })}>
          <p>
            <button type="button" class="quiet" onClick={() => approve(risks, owner, of)}>
              {t("risks.approveAs", { owner })}
            </button>
          </p>
        </Notice>
      ))}
    </>
  );
}

/** Approves plan and what is left of these risks, in the name of their owner. */
export function approve(risks: Risks, owner: string, rows: readonly Row[]): void {
  const ids = rows.map(({ view }) => view.id).join(" ");
  const outcome = risks.derived.change((report, engine) => report.approveRisks(engine, owner, ids));
  if (settle(risks, outcome, t("risks.approved", { owner, labels: rows.map(({ record }) => labelOf(record)).join(", ") }))) risks.controller.focusOn("undo");
}
