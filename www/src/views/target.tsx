/** One target of a crosswalk: its result at a glance, and all that led to it when opened. */

import { percent } from "../format.js";
import type { Contribution, TargetResult } from "../plugin/report.js";
import { t, word } from "../words/words.js";
import { ItemButton } from "./item_button.js";

export function Target({ result }: { result: TargetResult }) {
  return (
    <details class="target" part="target">
      <summary>
        <span class="item-id">{result.target}</span> <span class="target-title">{result.title}</span>
        <span class={`badge ${result.result}`}>{word("crosswalk.result", result.result)}</span>
      </summary>
      <p class="chapter-line">
        {result.support_bp !== undefined && (
          <span>
            {t("crosswalk.support")} <strong>{percent(result.support_bp)}</strong>
          </span>
        )}
        {result.confidence_bp !== undefined && (
          <span>
            {t("crosswalk.confidence")} <strong>{percent(result.confidence_bp)}</strong>
          </span>
        )}
      </p>
      {result.gap !== "" && (
        <p>
          <strong>{t("crosswalk.remaining")}:</strong> {result.gap}
        </p>
      )}
      {result.contributions.length === 0 ? (
        <p class="muted">{t("crosswalk.noContribution")}</p>
      ) : (
        <>
          <p>
            <strong>{t("crosswalk.contributions")}:</strong>
          </p>
          <ul class="contributions">
            {result.contributions.map((contribution, index) => (
              <Line key={index} of={contribution} target={result.target} />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function Line({ of, target }: { of: Contribution; target: string }) {
  const facts = [
    of.coverage_bp === undefined ? "" : t("crosswalk.covers", { share: percent(of.coverage_bp) }),
    t("crosswalk.sureness", { share: percent(of.confidence_bp) }),
    t("crosswalk.basedOn", { basis: word("crosswalk.basis", of.basis) }),
  ];
  return (
    <li>
      <p>
        {of.sources.map(({ id, applicability, implementation }) => (
          <span key={id}>
            <ItemButton id={id} /> ({stateText(applicability, implementation)}){" "}
          </span>
        ))}
        {word("crosswalk.relation", of.relation)} {target}: <strong>{word("crosswalk.effect", of.effect)}</strong>
      </p>
      <p class="muted">{facts.filter((fact) => fact !== "").join(", ")}</p>
      <p>{of.rationale}</p>
    </li>
  );
}

const stateText = (applicability: string, implementation: string): string =>
  applicability === "excluded" ? t("page.applicability.excluded") : word("page.implementation", implementation);
