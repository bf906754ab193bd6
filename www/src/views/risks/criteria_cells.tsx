/** Each cell of the table by hand: a field with the levels, and what the engine says against it beside it. */

import type { ProblemView } from "../../api.js";
import type { CriteriaRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { fieldId } from "../entry.js";
import { focusOf, type Form } from "../parts/form.js";
import { Notice } from "../parts/notice.js";
import { useUi } from "../ui.js";
import { cellField } from "./criteria_form.js";
import { isAbove } from "./data.js";
import { tint } from "./level.js";

interface Props {
  readonly form: Form;
  readonly made: CriteriaRecord;
  /** What the engine says against the criteria as they stand in the form. */
  readonly problems: readonly ProblemView[];
}

/** The cell that a problem is about, by its places in the table. */
function cellOf({ place }: ProblemView): [row: number, column: number] | undefined {
  const [, row, column] = /^(?:criteria\.)?matrix\[(\d+)\]\[(\d+)\]$/.exec(place) ?? [];
  return row === undefined ? undefined : [Number(row), Number(column)];
}

export function Cells({ form, made, problems }: Props) {
  const size = form.get("size");
  const wrong = new Set(problems.map((problem) => cellOf(problem)?.join(" ")));
  const rows = made.likelihood.map((step, row) => ({ step, row })).reverse();
  return (
    <>
      <p class="note">{t("risks.cellsHint")}</p>
      <table class="matrix cells">
        <caption class="hidden">{t("risks.cells")}</caption>
        <colgroup>
          <col />
          <col span={made.consequence.length} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">{t("risks.howLikely")}</span>
            </th>
            {made.consequence.map(({ word, name }) => (
              <th key={word} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, row }) => (
            <tr key={step.word}>
              <th scope="row">{step.name}</th>
              {made.consequence.map((bad, column) => {
                const field = cellField(size, step.word, bad.word);
                const level = made.matrix[row]?.[column] ?? "";
                const isWrong = wrong.has(`${row} ${column}`);
                return (
                  <td key={bad.word} class={[tint(made, level), isAbove(made, level) && "above", isWrong && "wrong"].filter(Boolean).join(" ")}>
                    <select
                      id={fieldId({ id: form.id, field })}
                      part="input"
                      aria-label={t("risks.cellOf", { likelihood: step.name, consequence: bad.name })}
                      aria-invalid={isWrong ? "true" : undefined}
                      data-focus={focusOf(form, field)}
                      value={level}
                      onChange={(event) => form.set(field, event.currentTarget.value)}
                    >
                      {!made.levels.some(({ word }) => word === level) && <option value={level}>–</option>}
                      {made.levels.map(({ word, name }) => (
                        <option key={word} value={word}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div aria-live="polite">
        <CellProblems form={form} made={made} problems={problems} />
      </div>
    </>
  );
}

/** What is wrong with cells, each with a way to it. */
function CellProblems({ form, made, problems }: Props) {
  const { controller } = useUi();
  const size = form.get("size");
  const found = problems.flatMap((problem) => {
    const [row, column] = cellOf(problem) ?? [];
    const likely = row === undefined ? undefined : made.likelihood[row];
    const bad = column === undefined ? undefined : made.consequence[column];
    return likely && bad ? [{ problem, likely, bad }] : [];
  });
  if (found.length === 0) return null;
  return (
    <Notice kind="bad" title={t("risks.cellsWrong", { count: found.length })}>
      <ul>
        {found.map(({ problem, likely, bad }) => (
          <li key={problem.place}>
            <button type="button" class="quiet" onClick={() => controller.focusOn(focusOf(form, cellField(size, likely.word, bad.word)))}>
              {t("risks.cellOf", { likelihood: likely.name, consequence: bad.name })}
            </button>
            : {t(`risks.cellFault.${problem.code}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The field of the first cell that a problem is about. */
export function firstCell(form: Form, made: CriteriaRecord, problems: readonly ProblemView[]): string | undefined {
  const [row, column] = problems.map(cellOf).find(Boolean) ?? [];
  const likely = row === undefined ? undefined : made.likelihood[row];
  const bad = column === undefined ? undefined : made.consequence[column];
  return likely && bad && cellField(form.get("size"), likely.word, bad.word);
}
