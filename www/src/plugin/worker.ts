/** The worker of one plugin run: takes the core module and the states, answers once. */

import type { SourceStateRecord } from "../api.js";
import { PluginFault, trapped, type FaultRecord } from "./fault.js";
import { run, type Said } from "./loader.js";

/** What the page sends, once. */
export interface Order {
  readonly core: Uint8Array<ArrayBuffer>;
  readonly states: readonly SourceStateRecord[];
}

/** What the worker answers: first that it runs, then how the run ended. */
export type Reply =
  | { readonly kind: "ready" }
  | { readonly kind: "said"; readonly said: Said }
  | { readonly kind: "fault"; readonly record: FaultRecord };

const reply = (message: Reply): void => self.postMessage(message);

self.addEventListener(
  "message",
  (event: MessageEvent<Order>) => {
    try {
      reply({ kind: "said", said: run(event.data.core, event.data.states) });
    } catch (cause) {
      const { record } = cause instanceof PluginFault ? cause : trapped(cause);
      reply({ kind: "fault", record });
    }
  },
  { once: true },
);

reply({ kind: "ready" });
