/** One plugin run, seen from the page: admission, a worker of its own, a deadline, the conclusion. */

import type { CrosswalkInput, SourceStateRecord, PluginFacts, ProblemView } from "../api.js";
import { inWords } from "../problems.js";
import { conclude } from "./engine.js";
import { noWorker, PluginFault, tooLong } from "./fault.js";
import type { Said } from "./loader.js";
import type { Order, Reply } from "./worker.js";

/** How long a plugin may compute, in milliseconds. */
export const DEADLINE_MS = 2_000;
/** How long the browser may take to start the worker itself, in milliseconds. */
const START_MS = 20_000;

/** A crosswalk as the page keeps it: the canonical bytes, or why there are none. */
export type PluginRun =
  | { readonly plugin: string; readonly bytes: Uint8Array }
  | { readonly plugin: string; readonly problems: readonly ProblemView[] };

/** Runs an admitted plugin over what is assessed and lets the engine conclude. */
export async function runPlugin(
  assessed: Pick<CrosswalkInput, "framework" | "catalogueSha256" | "states">,
  facts: PluginFacts,
  startWorker: () => Promise<Worker>,
  plugin: string,
): Promise<PluginRun> {
  let said: Said;
  try {
    said = await speak(await startWorker(), facts, assessed.states);
  } catch (cause) {
    const fault = cause instanceof PluginFault ? cause : noWorker();
    return { plugin, problems: [inWords(fault.problem(plugin))] };
  }
  const outcome = await conclude({ ...said, ...assessed, digest: facts.digest });
  return outcome.ok ? { plugin, bytes: outcome.value } : { plugin, problems: outcome.problems };
}

/** Lets the worker run the plugin. The worker never outlives this promise. */
function speak(worker: Worker, facts: PluginFacts, states: SourceStateRecord[]): Promise<Said> {
  return new Promise<Said>((resolve, reject) => {
    let timer = setTimeout(() => fail(noWorker()), START_MS);
    const end = (): void => {
      clearTimeout(timer);
      worker.terminate();
    };
    const fail = (fault: PluginFault): void => {
      end();
      reject(fault);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(noWorker());
    };
    worker.onmessageerror = () => fail(noWorker());
    worker.onmessage = (event: MessageEvent<Reply>) => {
      const reply = event.data;
      if (reply.kind === "ready") {
        clearTimeout(timer);
        timer = setTimeout(() => fail(tooLong(DEADLINE_MS)), DEADLINE_MS);
        const order: Order = { core: facts.coreModule as Uint8Array<ArrayBuffer>, states };
        worker.postMessage(order);
      } else if (reply.kind === "said") {
        end();
        resolve(reply.said);
      } else {
        fail(new PluginFault(reply.record));
      }
    };
  });
}
