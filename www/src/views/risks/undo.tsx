/** What was done last, and how it is taken back: in place of a question before it is done. */

import { t } from "../../words/words.js";
import { said, takeBack, type Risks } from "./data.js";

export function Undo({ risks }: { risks: Risks }) {
  if (!risks.derived.canTakeBack) return null;
  const { text, isBack } = said(risks.model);
  if (text === "") return null;
  return (
    <p class="undo">
      {text}{" "}
      <button type="button" class="quiet" data-focus="undo" onClick={() => takeBack(risks)}>
        {isBack ? t("risks.redo") : t("risks.undo")}
      </button>
    </p>
  );
}
