/** What changed since the last file, or since a person was here last: a few counts, and no history. */

import type { Controller } from "./controller.js";
import type { Mark } from "./draft/record.js";
import type { Model } from "./model.js";
import { wayOf } from "./next_step.js";
import { STATES } from "./standing.js";
import { joined, language, t } from "./words/words.js";

/** So many labels are kept: a register that is longer is compared by its first ones. */
const LABELS_MAX = 200;

/** What the last visit left, where there is no file to compare with. */
const visits = new WeakMap<Model, Mark>();

/** The file that was just saved or opened holds what is there now. */
export function remember(controller: Controller): void {
  const { mark, model, keeper } = controller;
  if (!mark) return;
  controller.mark = { ...mark, ...standing(model) };
  keeper.touched();
  controller.draw();
}

/** A person has come back to what was left then. */
export function visited(model: Model, at: number): void {
  visits.set(model, { at, ...standing(model) });
}

function standing(model: Model): Omit<Mark, "at"> {
  const way = wayOf(model);
  return {
    states: model.catalogue.items.map(({ id }) => letter(model, id)).join(""),
    above: (way?.aboveLabels ?? []).slice(0, LABELS_MAX),
    errors: errorsIn(model),
  };
}

/** How many errors the Statement of Applicability has. */
export const errorsIn = (model: Model): number =>
  (wayOf(model)?.steps ?? []).reduce((sum, { rule, count }) => (rule === "contradiction" || rule === "soa" ? sum + count : sum), 0);

/** What an item says, in one letter. */
function letter(model: Model, id: string): string {
  const state = model.state(id);
  if (!state?.answered) return "-";
  return state.applicability === "excluded" ? "x" : String(STATES.indexOf(state.implementation));
}

export interface Since {
  readonly at: number;
  readonly isFile: boolean;
  /** What is different, a few words each; nothing where all is as it was. */
  readonly lines: readonly string[];
  /** The items that say something else than then. */
  readonly items: ReadonlySet<string>;
}

/** What changed since the last file, or since the last visit where no file is known. */
export function sinceLast({ mark, model }: Controller): Since | undefined {
  const from = mark?.states === undefined ? visits.get(model) : mark;
  const { states, above = [], errors = 0 } = from ?? {};
  const { items } = model.catalogue;
  // Another catalogue has other items, and nothing can be said.
  if (!from || typeof states !== "string" || states.length !== items.length || !Array.isArray(above)) return undefined;
  const was = (at: number): string => states[at] ?? "-";
  const changed = items.filter(({ id }, at) => letter(model, id) !== was(at)).map(({ id }) => id);
  const fresh = items.filter(({ id }, at) => was(at) === "-" && letter(model, id) !== "-").length;
  const now = wayOf(model)?.aboveLabels ?? [];
  const down = above.filter((label) => !now.includes(label));
  const up = now.filter((label) => !above.includes(label));
  const more = errorsIn(model) - errors;
  const lines = [
    fresh > 0 && t("since.answered", { count: fresh }),
    changed.length > fresh && t("since.changed", { count: changed.length - fresh }),
    down.length > 0 && t("since.down", { count: down.length, labels: joined(down) }),
    up.length > 0 && t("since.up", { count: up.length, labels: joined(up) }),
    more > 0 && t("since.errors", { count: more }),
    more < 0 && t("since.mended", { count: -more }),
  ];
  return { at: from.at, isFile: from === mark, lines: lines.filter((line) => line !== false), items: new Set(changed) };
}

/** From so many changes on, and from such an age on, a person is told that no file holds them. */
const CHANGES_MAX = 20;
const AGE_MAX_MS = 24 * 60 * 60 * 1000;

/** Whether it is time for a file: what is kept in a browser alone may be forgotten there. */
export const isFileDue = ({ model, since }: Controller, now = Date.now()): boolean =>
  model.changes >= CHANGES_MAX || (model.changes > 0 && since !== undefined && now - since >= AGE_MAX_MS);

/** A day as the line in the bar and the overview name it: "20 Nov". */
export const dayOf = (at: number): string =>
  new Date(at).toLocaleDateString(language() === "en" ? "en-GB" : language(), { day: "numeric", month: "short" });
