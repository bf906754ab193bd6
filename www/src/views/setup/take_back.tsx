/** The way back from the last change, where there is one. */

import { t } from "../../words/words.js";
import { useSetup } from "./setup.js";

export function TakeBack() {
  const setup = useSetup();
  if (!setup.derived.canTakeBack) return null;
  return (
    <p class="take-back">
      <button type="button" class="quiet" onClick={() => setup.takeBack()}>
        {t(setup.isBack ? "setup.undo.again" : "setup.undo.last")}
      </button>
    </p>
  );
}
