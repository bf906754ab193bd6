/** Find and Undo: their buttons are there from the first view on, what they do comes when it is needed. */

import { useEffect, useRef } from "preact/hooks";
import { barPart, missingPart } from "../parts.js";
import { t } from "../words/words.js";
import { useUi } from "./ui.js";

/** How long after the first change the rest is brought, in milliseconds. */
const IDLE_MS = 600;

export function Tools() {
  const { controller } = useUi();
  const { model } = controller;
  const undo = useRef<HTMLButtonElement>(null);
  const bar = barPart.loaded;
  const isChanged = model.edits > 0;
  useEffect(() => {
    const mount = undo.current?.closest<HTMLElement>(".annexa");
    if (bar && mount) return bar.watchKeys(mount, controller);
    if (!isChanged) return;
    const idle = setTimeout(() => void barPart.load().then(() => controller.draw(), () => undefined), IDLE_MS);
    return () => clearTimeout(idle);
  }, [bar, isChanged]);
  const take = (): void =>
    void barPart.load().then(
      (part) => part.undo(controller),
      () => controller.refuse([missingPart(t("page.undo"))], t("page.partFailed")),
    );
  return (
    <>
      <button type="button" part="button" onClick={() => controller.go("find", "find")}>
        {t("page.find")}
      </button>
      <button type="button" part="button" class="tool" ref={undo} onClick={take}>
        {bar?.undoName(model) ?? t("page.undo")}
      </button>
      {bar && <bar.Redo />}
    </>
  );
}
