/** The arithmetic behind one score: the rule, the sum, and every item with what it gave. */

import { percent } from "../format.js";
import { t } from "../strings/en.js";
import { tr } from "../strings/reports.js";
import { useUi } from "./ui.js";

export function Explain(props: { scoreKey: string; label: string }) {
  const { model } = useUi().controller;
  const explanation = model.engine.explain(props.scoreKey);
  if (!explanation) return null;
  return (
    <div class="explain">
      <p>
        <strong>{tr.rule}:</strong> {explanation.rule}
      </p>
      <p>
        <strong>{tr.arithmetic}:</strong> <code>{explanation.arithmetic}</code>
      </p>
      <table>
        <caption class="hidden">{tr.explainOf(props.label)}</caption>
        <thead>
          <tr>
            <th scope="col">{tr.item}</th>
            <th scope="col">{tr.state}</th>
            <th scope="col">{tr.counted}</th>
            <th scope="col" class="number">{tr.points}</th>
            <th scope="col">{tr.why}</th>
          </tr>
        </thead>
        <tbody>
          {explanation.inputs.map((input) => (
            <tr key={input.id}>
              <th scope="row">{input.id}</th>
              <td>{t.implementation[input.implementation]}</td>
              <td>{input.counted ? tr.yes : tr.no}</td>
              <td class="number">{input.counted ? percent(input.pointsBp) : "–"}</td>
              <td>{input.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
