/** The arithmetic behind one score: the rule, the sum, and every item with what it gave. */

import { derived } from "../../derived.js";
import { percent } from "../../format.js";
import { t } from "../../words/words.js";
import { Scroll } from "../scroll.js";
import { useUi } from "../ui.js";

export function Explain(props: { scoreKey: string; label: string }) {
  const { model } = useUi().controller;
  const explanation = derived(model).explain(props.scoreKey);
  if (!explanation) return null;
  return (
    <div class="explain">
      <p>
        <strong>{t("reports.rule")}:</strong> {explanation.rule}
      </p>
      <p>
        <strong>{t("reports.arithmetic")}:</strong> <code>{explanation.arithmetic}</code>
      </p>
      <Scroll label={t("reports.explainOf", { label: props.label })}>
        <table>
          <caption class="hidden">{t("reports.explainOf", { label: props.label })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reports.item")}</th>
              <th scope="col">{t("reports.state")}</th>
              <th scope="col">{t("reports.counted")}</th>
              <th scope="col" class="number">{t("reports.points")}</th>
              <th scope="col">{t("reports.why")}</th>
            </tr>
          </thead>
          <tbody>
            {explanation.inputs.map((input) => (
              <tr key={input.id}>
                <th scope="row">{input.id}</th>
                <td>{t(`page.implementation.${input.implementation}`)}</td>
                <td>{input.counted ? t("reports.yes") : t("reports.no")}</td>
                <td class="number">{input.counted ? percent(input.pointsBp) : "–"}</td>
                <td>{input.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
