/** Changes that are kept and said: what was done comes first, and what was refused says why. */

import type { ChangedView, Outcome } from "../../api.js";
import type { Controller } from "../../controller.js";
import { refusal } from "../../refusal.js";

/** Takes note of a change; why it was refused, in words of the page, or nothing. */
export function done(controller: Controller, outcome: Outcome<ChangedView>, said: string): string {
  if (!outcome.ok) {
    controller.report(outcome.problems);
    controller.draw();
    return refusal(outcome.problems);
  }
  controller.registered(outcome.value.ids, outcome.value.dropped, said);
  return "";
}
