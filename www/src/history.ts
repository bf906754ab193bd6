/** Taking back and making again, with the names of what was done. */

import type { DeedView } from "./api.js";
import type { Controller } from "./controller.js";
import { derived } from "./derived.js";
import type { Model } from "./model.js";
import { missingPart } from "./parts.js";
import { wholePart } from "./whole.js";
import { entryOr, hasEntry, t } from "./words/words.js";

/** What can be taken back next; of what the first engine did, the model knows. */
function undoable(model: Model): DeedView | undefined {
  if (model.isWhole && wholePart.loaded) return derived(model).history().undo;
  const last = model.past.at(-1);
  if (!last) return undefined;
  const isAnswer = "id" in last;
  return { did: "change", what: isAnswer ? "answers" : "about", name: isAnswer ? last.id : "", count: 1 };
}

const redoable = (model: Model): DeedView | undefined => (model.isWhole && wholePart.loaded ? derived(model).history().redo : undefined);

/** What was done, in words. */
function named(deed: DeedView): string {
  const key = `bar.${deed.did}.${deed.what}`;
  const name = deed.what === "documents" ? entryOr(`document.${deed.name}.title`, deed.name) : deed.name;
  return t(hasEntry(key) ? key : `bar.${deed.did}.other`, { name, count: deed.count }).trim();
}

export function undoName(model: Model): string {
  const deed = undoable(model);
  return deed ? t("bar.undoOf", { deed: named(deed) }) : t("page.undo");
}

export function redoName(model: Model): string {
  const deed = redoable(model);
  return deed ? t("bar.redoOf", { deed: named(deed) }) : t("bar.redo");
}

/** Takes back what was done last, whatever view it was done in. */
export const undo = (controller: Controller): Promise<void> => turn(controller, true);

/** Makes again what was taken back last. */
export const redo = (controller: Controller): Promise<void> => turn(controller, false);

async function turn(controller: Controller, isBack: boolean): Promise<void> {
  const { model } = controller;
  const tell = (said: string): void => {
    controller.notice = said;
    controller.say(said);
    controller.draw();
  };
  // What is being typed is done before anything is taken back.
  controller.takeOver();
  if (!(isBack ? undoable(model) : redoable(model))) return tell(t(isBack ? "bar.nothing" : "bar.nothingAgain"));
  try {
    await wholePart.load();
  } catch {
    return controller.refuse([missingPart(t("page.undo"))], t("page.partFailed"));
  }
  if (controller.disposed) return;
  const its = derived(model);
  const turned = isBack ? its.undo() : its.redo();
  if (!turned?.deed) return tell(t(isBack ? "bar.nothing" : "bar.nothingAgain"));
  const said = t(isBack ? "bar.undone" : "bar.redone", { deed: named(turned.deed) });
  controller.registered(turned.ids, [], said);
  tell(said);
}
