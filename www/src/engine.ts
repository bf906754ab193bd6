/** The engine in WebAssembly: compiled once for a page, one `Engine` for each element. */

import init, { Engine } from "../generated/annexa.js";
import type { EngineView, ProblemView } from "./api.js";
import { platform } from "./platform/platform.js";
import { inWords } from "./problems.js";
import { withRecords } from "./records.js";

let compiled: Promise<unknown> | undefined;

/** A catalogue of a page's own that cannot be used. */
export class CatalogueFault extends Error {
  constructor(readonly problems: readonly ProblemView[]) {
    super(problems[0]?.code);
  }
}

/**
 * Compiles the module on first use; a failure is not kept, so that a later try may succeed.
 *
 * @param catalogue the facts of another catalogue than the built-in one
 */
export async function startEngine(catalogue?: Uint8Array): Promise<() => EngineView> {
  compiled ??= init({ module_or_path: platform().engine() });
  try {
    await compiled;
  } catch (cause) {
    compiled = undefined;
    throw cause;
  }
  const make = over(() => new Engine(), catalogue);
  // What is wrong with a catalogue shows at once.
  make().free();
  return make;
}

/** Makes engines over a catalogue: of this module, or of a later one that knows more. */
export function over(make: () => Engine, catalogue?: Uint8Array): () => EngineView {
  return () => {
    const engine = make();
    const taken = catalogue && engine.useCatalogue(catalogue);
    if (taken?.ok === false) throw new CatalogueFault(taken.problems.map(inWords));
    return withRecords(engine);
  };
}
