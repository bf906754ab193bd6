/** What the rules would find of a decision, in words, under the fields that it is about. */

import type { LintView } from "../../api.js";
import { Notice, type NoticeKind } from "../parts/notice.js";

/** Findings that the form itself says, or that wait for somebody else. */
const ELSEWHERE = [
  "L-RISK-UNTREATED",
  "L-RISK-NO-OWNER",
  "L-RISK-STALE",
  "L-RISK-INSUFFICIENT",
  "L-RISK-TEMPLATE",
  "L-ACCEPT-EXPIRED",
  "L-MODIFY-NO-CONTROL",
  "L-AVOID-NO-ACTION",
  "L-RETAIN-RESIDUAL",
];

/** What is merely still to be filled in is no reproach. */
const NEXT = ["L-RESIDUAL-MISSING"];

const KINDS: Readonly<Record<string, NoticeKind>> = { error: "bad", warning: "warn", info: "info" };

const isOfResidual = ({ code }: LintView): boolean => code.startsWith("L-RESIDUAL-") || code === "L-SHARE-LIKELIHOOD";

/** `about` is the part of the form below which they stand. */
export function Findings({ findings, about }: { findings: readonly LintView[]; about: "measures" | "residual" }) {
  const shown = findings.filter((finding) => !ELSEWHERE.includes(finding.code) && isOfResidual(finding) === (about === "residual"));
  return (
    <div aria-live="polite">
      {shown.map(({ code, severity, fix, items }) => (
        <Notice key={code} kind={NEXT.includes(code) ? "info" : (KINDS[severity] ?? "info")} title={sentence(items[0]?.message ?? "")}>
          <p>{sentence(fix)}</p>
        </Notice>
      ))}
    </div>
  );
}

/** Findings are lowercase sentences without a full stop. */
export const sentence = (text: string): string => (text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
