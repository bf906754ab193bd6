/** What other criteria would do, before they are set: risks that change the side of the line, and what speaks against the table. */

import type { CrossingView, TriedCriteriaView } from "../../../generated/report.js";
import type { LintView, Outcome } from "../../api.js";
import type { CriteriaRecord } from "../../document.js";
import { spoken } from "../../problems.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Notice } from "../parts/notice.js";
import { pairs, type Scale } from "./criteria_form.js";
import { labelOf, levelName, type Risks } from "./data.js";
import { sentence } from "./findings.js";

/** What the engine says to the criteria as they stand in the form. */
export const tryCriteria = (risks: Risks, made: CriteriaRecord, maps: Record<Scale, [string, string][]>): Outcome<TriedCriteriaView> =>
  spoken(risks.derived.use((report, engine, today) => report.tryCriteria(engine, today, JSON.stringify(made), pairs(maps.likelihood), pairs(maps.consequence))));

/** Which risks change the side of the line, or their level. */
export function Crossings({ risks, made, crossings }: { risks: Risks; made: CriteriaRecord; crossings: readonly CrossingView[] }) {
  const moved = (what: string): CrossingView[] => crossings.filter(({ exposure }) => exposure === what);
  const line = ({ id, before, after }: CrossingView): string => {
    const record = risks.document.risks?.find((risk) => risk.id === id);
    const name = record ? `${labelOf(record)} ${record.title}` : id;
    return t("risks.moves", { name, before: before ? levelName(risks.criteria, before) : "–", after: after ? levelName(made, after) : "–" });
  };
  if (crossings.length === 0) return null;
  const kinds = ["crosses_up", "crosses_down", "level_changed", "not_readable"].filter((kind) => moved(kind).length > 0);
  return (
    <div aria-live="polite">
      <Heading depth={2}>{t("risks.whatChanges")}</Heading>
      {kinds.length === 0 && <p>{t("risks.nothingChanges", { count: crossings.length })}</p>}
      {kinds.map((kind) => (
        <Notice key={kind} kind={kind === "crosses_up" || kind === "not_readable" ? "warn" : "info"} title={t(`risks.moved.${kind}`, { count: moved(kind).length })}>
          <ul>
            {moved(kind).map((it) => (
              <li key={it.id}>{line(it)}</li>
            ))}
          </ul>
        </Notice>
      ))}
    </div>
  );
}

/** What the checks find in the criteria: nothing of it keeps anybody from saving. */
export function CriteriaFindings({ findings }: { findings: readonly LintView[] }) {
  return (
    <div aria-live="polite">
      {findings.map(({ code, severity, message, fix }) => (
        <Notice key={`${code} ${message}`} kind={severity === "info" ? "info" : "warn"} title={sentence(message)}>
          <p>{sentence(fix)}</p>
        </Notice>
      ))}
    </div>
  );
}
