/** What the checks found, by rule: one fix for many items, and every item within reach. */

import type { LintView } from "../../api.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { ItemButton } from "../item_button.js";

export function Findings({ findings }: { findings: readonly LintView[] }) {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return (
    <section>
      <Heading depth={2}>{t("reports.findings")}</Heading>
      <p>{intro(errors, findings.length - errors)}</p>
      {byRule(findings).map((rule) => (
        <Rule key={rule[0]?.code} findings={rule} />
      ))}
    </section>
  );
}

function Rule({ findings }: { findings: readonly LintView[] }) {
  const first = findings[0];
  if (!first) return null;
  const items = findings.flatMap((finding) => finding.items);
  return (
    // Errors are open, since they stand between a statement and its approval, unless they fill the page.
    <details class="target" open={first.severity === "error" && items.length <= OPEN_MAX}>
      <summary>
        <span class={`badge ${first.severity}`}>{t(`reports.severity.${first.severity}`)}</span>{" "}
        {t("reports.ruleLine", { count: items.length, fix: first.fix })}
      </summary>
      <ul class="findings">
        {items.map((item, index) => (
          <li key={index}>
            <ItemButton id={item.id} /> {item.message}
          </li>
        ))}
      </ul>
      <p class="muted">
        <code>{first.code}</code>
      </p>
    </details>
  );
}

/** How many items are shown without asking. */
const OPEN_MAX = 8;

const GRAVITY = ["error", "warning", "info"];

/** Groups by rule, gravest first; within a gravity in the order of the first finding. */
function byRule(findings: readonly LintView[]): LintView[][] {
  const rules = new Map<string, LintView[]>();
  for (const finding of findings) {
    const rule = rules.get(finding.code);
    if (rule) rule.push(finding);
    else rules.set(finding.code, [finding]);
  }
  const gravity = ([first]: LintView[]): number => GRAVITY.indexOf(first?.severity ?? "info");
  return [...rules.values()].sort((one, other) => gravity(one) - gravity(other));
}

function intro(count: number, others: number): string {
  if (count + others === 0) return t("reports.findingsNone");
  return t("reports.findingsOthers", { errors: t("reports.findingsErrors", { count }), count: others });
}
