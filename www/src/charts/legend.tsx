/** What the two bars mean, told by thickness and word, so that colour is never needed. */

import { t } from "../words/words.js";

export function Legend() {
  return (
    <ul class="legend">
      <li>
        <svg class="swatch" width="28" height="12" aria-hidden="true">
          <rect x="0" y="1" width="28" height="10" class="bar-score" />
        </svg>
        {t("page.conformity")}
      </li>
      <li>
        <svg class="swatch" width="28" height="12" aria-hidden="true">
          <rect x="0" y="5" width="28" height="3" class="bar-coverage" />
        </svg>
        {t("page.coverage")}
      </li>
    </ul>
  );
}
