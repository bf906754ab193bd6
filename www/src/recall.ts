/** Hands over to the whole engine what the first one did, so that it can be taken back there. */

import type { recallAbout, recallAnswer, Engine } from "../generated/report.js";
import type { Former } from "./model.js";

interface Calls {
  readonly recallAbout: typeof recallAbout;
  readonly recallAnswer: typeof recallAnswer;
}

/** In the order in which it was done: what stood there before. */
export function recallIn(engine: Engine, past: readonly Former[], calls: Calls): void {
  for (const former of past) {
    if ("about" in former) calls.recallAbout(engine, JSON.stringify(former.about));
    else calls.recallAnswer(engine, former.id, former.answer && JSON.stringify(former.answer));
  }
}
