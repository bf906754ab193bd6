/** What the views of the set-up ask of the assessment, and how they change it. */

import type { ChangedView, Outcome } from "../../api.js";
import type { Controller } from "../../controller.js";
import { derived, parsed, type Derived } from "../../derived.js";
import type { Model } from "../../model.js";
import { refusal } from "../../refusal.js";
import { t } from "../../words/words.js";
import { useUi } from "../ui.js";
import type { ContextView } from "./records.js";

type Command = Parameters<Derived["change"]>[0];
export type Said<T> = Outcome<T>;

const kept = new WeakMap<Model, Setup>();

/** The set-up of the assessment that is shown. */
export function useSetup(): Setup {
  const { controller } = useUi();
  const known = kept.get(controller.model);
  if (known) return known;
  const made = new Setup(controller);
  kept.set(controller.model, made);
  return made;
}

export class Setup {
  readonly derived: Derived;
  readonly context: () => ContextView;
  readonly scope;
  /** Whether the last change was taken back. */
  isBack = false;

  constructor(readonly controller: Controller) {
    this.derived = derived(controller.model);
    this.context = this.derived.once((report, engine): ContextView => parsed(report.contextJson(engine)));
    this.scope = this.derived.once((report, engine) => report.scope(engine));
  }

  /** Makes a change and says what came of it; why not, in words of the page, or nothing. */
  change(said: () => string, use: Command): string {
    const outcome = this.derived.change(use) as Outcome<ChangedView>;
    if (!outcome.ok) {
      this.controller.report(outcome.problems);
      this.controller.draw();
      return refusal(outcome.problems);
    }
    this.isBack = false;
    this.controller.registered(outcome.value.ids, outcome.value.dropped, said());
    return "";
  }

  /** Takes the last change back, or makes it again. */
  takeBack(): void {
    this.derived.takeBack();
    this.isBack = !this.isBack;
    this.controller.registered([], [], t(this.isBack ? "setup.undo.said" : "setup.undo.saidAgain"));
  }
}
