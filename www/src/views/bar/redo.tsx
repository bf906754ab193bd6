/** Makes again what was taken back. Its short name keeps its place under the pointer; in a list there is room for all. */

import { redo, redoName } from "../../history.js";
import { t } from "../../words/words.js";
import { useUi } from "../ui.js";

export function Redo() {
  const { controller, narrow } = useUi();
  const name = redoName(controller.model);
  return (
    <button type="button" part="button" aria-label={name} title={name} onClick={() => void redo(controller)}>
      {narrow ? name : t("bar.redo")}
    </button>
  );
}
