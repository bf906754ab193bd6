/** The crosswalk's own WebAssembly: what admits a plugin and what concludes from its words. */

import init, * as crosswalk from "../../generated/crosswalk.js";
import type { CrosswalkInput, Outcome, PluginFacts } from "../api.js";
import { platform } from "../platform/platform.js";
import { spoken } from "../problems.js";
import { wordsBytes } from "../words/load.js";
import { faultWords } from "../words/words.js";

/** Looks at a plugin's file; nothing of it runs. */
export const admit = (plugin: Uint8Array): Promise<Outcome<PluginFacts>> =>
  attempt(() => spoken(crosswalk.admit(plugin)));

/** Checks what a plugin said and draws the conclusion, as canonical JSON in the language that is shown. */
export const conclude = (input: CrosswalkInput): Promise<Outcome<Uint8Array>> =>
  attempt(() => {
    const { files, own } = wordsBytes();
    return spoken(crosswalk.conclude(input, files, own));
  });

let compiled: Promise<unknown> | undefined;

/** Neither a module that cannot be loaded nor a defect in it may end in more than a problem. */
async function attempt<T>(use: () => Outcome<T>): Promise<Outcome<T>> {
  try {
    await (compiled ??= start());
    return use();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const { message, fix } = faultWords("crosswalk.engineFault");
    return { ok: false, problems: [{ code: "E-ENGINE", place: "", message: `${message}: ${why}`, fix }] };
  }
}

async function start(): Promise<void> {
  try {
    await init({ module_or_path: await platform().crosswalk() });
  } catch (cause) {
    // A failure is not kept, so that a later try may succeed.
    compiled = undefined;
    throw cause;
  }
}
