/** What this browser keeps: a banner where it keeps nothing, and one line where it does. */

import { replacingPart } from "../parts.js";
import { t } from "../words/words.js";
import { useUi } from "./ui.js";

/** Says that nothing is kept, and offers the way out. */
export function NotKept() {
  const { controller } = useUi();
  const { keeping, reason } = controller.keeper;
  if (keeping !== "failed" && keeping !== "elsewhere") return null;
  return (
    <div class="banner" part="banner">
      <p>{keeping === "elsewhere" ? t("page.draft.elsewhere") : t("page.draft.failed", { reason })}</p>
      <button type="button" part="button" onClick={() => void controller.save()}>
        {t("page.save")}
      </button>
    </div>
  );
}

/** Where the draft lives, in one line, before the first answer. */
export function WhereKept() {
  const { keeping } = useUi().controller.keeper;
  return <p class="muted">{keeping === "off" ? t("page.draft.off") : t("page.draft.where")}</p>;
}

/** Other drafts that are kept, and an empty assessment in place of this one. */
export function Kept() {
  const { controller } = useUi();
  const { keeper, model } = controller;
  const isShown = keeper.others.length > 0;
  const part = replacingPart.loaded;
  // A failure is told when a button needs it.
  if (isShown && !part) replacingPart.load().then(() => controller.draw(), () => undefined);
  return (
    <>
      {part && isShown && <part.OtherDrafts controller={controller} />}
      {(model.answered > 0 || model.dirty) && (
        <p>
          <button type="button" part="button" onClick={() => controller.startAnew()}>
            {t("page.draft.anew")}
          </button>
        </p>
      )}
    </>
  );
}
