/** The short state at the end of a section's line, for the sections whose state follows from much. */

import type { Controller } from "./controller.js";
import type { Model } from "./model.js";
import { wayOf } from "./next_step.js";
import { t } from "./words/words.js";

export type Notes = Readonly<Record<string, string | undefined>>;

/** After a change the notes wait for a pause: they follow from everything, and an answer must not wait for them. */
const PAUSE_MS = 300;

interface Kept {
  of: string;
  notes: Notes;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const kept = new WeakMap<Model, Kept>();

/** The notes as they were known last; newer ones are drawn when they are there. */
export function sectionNotes(controller: Controller): Notes {
  const { model } = controller;
  const of = `${model.edits} ${model.revision} ${model.mapped.size}`;
  const known = kept.get(model);
  if (!known) {
    const first = { of, notes: made(model), timer: undefined };
    kept.set(model, first);
    return first.notes;
  }
  if (known.of !== of) {
    clearTimeout(known.timer);
    known.of = of;
    known.timer = setTimeout(() => {
      if (controller.disposed) return;
      known.notes = made(model);
      controller.draw();
    }, PAUSE_MS);
  }
  return known.notes;
}

function made(model: Model): Notes {
  const way = wayOf(model);
  if (!way) return {};
  const { asked, told, mode, open, compared, rows, stage1 } = way;
  const isSetUp = told === asked && mode !== "";
  const toDecide = rows - compared;
  return {
    setup: isSetUp ? t("since.done") : told > 0 ? t("page.answeredShort", { answered: told, total: asked }) : mode ? t("page.answeredShort", { answered: 1, total: 2 }) : undefined,
    risks: open > 0 ? t("since.open", { count: open }) : undefined,
    certification: stage1 && stage1.blocks > 0 ? t("next.state.block", { count: stage1.blocks }) : compared > 0 && toDecide > 0 ? t("next.state.toDecide", { count: toDecide }) : undefined,
    frameworks: model.mapped.size > 0 ? String(model.mapped.size) : undefined,
  };
}
