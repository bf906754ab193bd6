/**
 * The matrix as a table: rows say how likely, columns how bad, letters name the level, one thick line
 * says what is acceptable, and rings hold how many risks stand in a cell.
 */

import type { ComponentChildren } from "preact";
import type { GridView } from "../../../generated/report.js";
import type { CriteriaRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { isAbove, levelName } from "./data.js";
import { letters, tint } from "./level.js";

/** A cell by its two steps. */
export interface Place {
  readonly likelihood: string;
  readonly consequence: string;
}

interface Props {
  readonly criteria: CriteriaRecord;
  readonly caption: ComponentChildren;
  readonly grid?: GridView;
  /** What a ring leads to. */
  readonly onRing?: (place: Place) => void;
  /** The cell that the register is filtered by. */
  readonly chosen?: Place | undefined;
  /** Where one risk stands now, and where it will. */
  readonly now?: Place | undefined;
  readonly then?: Place | undefined;
}

const isAt = (place: Place | undefined, likelihood: string, consequence: string): boolean =>
  place?.likelihood === likelihood && place.consequence === consequence;

export function Matrix({ criteria, caption, grid, onRing, chosen, now, then }: Props) {
  const names = letters(criteria);
  const rows = criteria.likelihood.map((step, index) => ({ step, cells: criteria.matrix[index] ?? [] })).reverse();
  const last = criteria.consequence.length - 1;
  return (
    <table class="matrix">
      <caption>{caption}</caption>
      <colgroup>
        <col />
        <col span={criteria.consequence.length} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">{t("risks.howLikely")}</span>
          </th>
          {criteria.consequence.map(({ word, name }, index) => (
            <th key={word} scope="col">
              {index === 0 || index === last ? name : <span class="hidden">{name}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ step, cells }, row) => (
          <tr key={step.word}>
            <th scope="row">{step.name}</th>
            {criteria.consequence.map((bad, column) => {
              const level = cells[column] ?? "";
              const above = isAbove(criteria, level);
              const over = rows[row - 1]?.cells[column];
              const beside = cells[column + 1];
              const classes = [
                tint(criteria, level),
                !above && over !== undefined && isAbove(criteria, over) && "line-over",
                !above && beside !== undefined && isAbove(criteria, beside) && "line-beside",
                isAt(now, step.word, bad.word) && "here",
                isAt(then, step.word, bad.word) && "then",
              ].filter(Boolean);
              const count = grid?.cells.find((cell) => isAt(cell, step.word, bad.word))?.count ?? 0;
              const name = levelName(criteria, level);
              const words = [name, isAt(now, step.word, bad.word) && t("risks.cellNow"), isAt(then, step.word, bad.word) && t("risks.cellThen")].filter(Boolean);
              return (
                <td key={bad.word} class={classes.join(" ")}>
                  {count > 0 && (
                    <button
                      type="button"
                      class="ring"
                      aria-pressed={isAt(chosen, step.word, bad.word)}
                      aria-label={t("risks.ring", { count, likelihood: step.name, consequence: bad.name, level: name })}
                      onClick={() => onRing?.({ likelihood: step.word, consequence: bad.word })}
                    >
                      {count}
                    </button>
                  )}
                  <span class="letter" aria-hidden={count > 0 ? "true" : undefined}>
                    {names.get(level)}
                    {count === 0 && <span class="hidden">, {words.join(", ")}</span>}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
