/** What the fillings of a stacked bar mean. */

import { STATES } from "../standing.js";
import { t } from "../words/words.js";
import { Stacked } from "./stacked.js";

export const Legend = () => (
  <ul class="legend">
    {STATES.map((state) => (
      <li key={state}>
        <Stacked standing={{ counts: STATES.map((other) => (other === state ? 1 : 0)), inScope: 1, excluded: 0 }} />
        {t(`page.implementation.${state}`)}
      </li>
    ))}
  </ul>
);
