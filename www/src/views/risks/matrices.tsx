/** Where the risks lie: as estimated, as of today, and when all plans succeed. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Go } from "../parts/go.js";
import { levelName, type Risks } from "./data.js";
import { letters } from "./level.js";
import { Matrix, type Place } from "./matrix.js";
import { GRIDS, type Looked } from "./register_state.js";

export function Matrices(props: { risks: Risks; looked: Looked; change: (part: Partial<Looked>) => void }) {
  const { risks, looked, change } = props;
  const { criteria, register } = risks;
  const { ring } = looked;
  const onRing = (grid: (typeof GRIDS)[number], place: Place): void => {
    const isSame = ring?.grid === grid && ring.likelihood === place.likelihood && ring.consequence === place.consequence;
    change({ ring: isSame ? undefined : { grid, ...place } });
  };
  return (
    <section>
      <Heading depth={2}>{t("risks.where")}</Heading>
      <fieldset class="pick">
        <legend class="hidden">{t("risks.whichGrid")}</legend>
        <div class="answers">
          {GRIDS.map((grid) => (
            <label key={grid} class="answer">
              <input type="radio" name="risks-grid" value={grid} checked={looked.grid === grid} onChange={() => change({ grid })} />
              <span>{t(`risks.grid.${grid}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="matrices">
        {GRIDS.map((grid) => (
          <div key={grid} class={looked.grid === grid ? "picked" : undefined}>
            <Matrix
              criteria={criteria}
              caption={
                <>
                  <b>{t(`risks.grid.${grid}`)}</b>
                  {grid === "exposure" && <span class="note">{t("risks.gridNote")}</span>}
                </>
              }
              grid={register[grid]}
              chosen={ring?.grid === grid ? ring : undefined}
              onRing={(place) => onRing(grid, place)}
            />
            {(register[grid].gone > 0 || register[grid].drafts > 0) && <p class="note">{beside(register[grid])}</p>}
          </div>
        ))}
      </div>
      <p class="note">
        {t("risks.legend", {
          first: criteria.consequence[0]?.name ?? "",
          last: criteria.consequence.at(-1)?.name ?? "",
          letters: [...letters(criteria)].map(([word, letter]) => t("risks.letter", { letter, level: levelName(criteria, word) })).join(", "),
          line: levelName(criteria, criteria.accept_up_to),
        })}{" "}
        <Go to="risks/criteria" item="risks/criteria">
          {t("risks.changeCriteria")}
        </Go>
      </p>
    </section>
  );
}

/** What stands in no cell, so that the counts add up. */
function beside({ gone, drafts }: { gone: number; drafts: number }): string {
  return [gone > 0 && t("risks.besideGone", { count: gone }), drafts > 0 && t("risks.besideDrafts", { count: drafts })].filter(Boolean).join(" ");
}
