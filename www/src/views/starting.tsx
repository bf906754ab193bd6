/** Before the engine runs: that it is loading, or why it could not start. */

import type { ProblemView } from "../api.js";
import { t } from "../words/words.js";
import { Problems } from "./problems.js";

export function Starting(props: { failure: ProblemView | undefined; retry: () => void }) {
  if (!props.failure) return <p class="muted">{t("page.starting.loading")}</p>;
  return (
    <div>
      <Problems title={t("page.starting.failed")} problems={[props.failure]} />
      <p>
        <button type="button" part="button" onClick={props.retry}>
          {t("page.starting.retry")}
        </button>
      </p>
    </div>
  );
}
