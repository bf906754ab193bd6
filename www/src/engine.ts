/** The engine in WebAssembly: compiled once for a page, one `Engine` for each element. */

import init, { Engine } from "../generated/annexa.js";
import type { EngineView } from "./api.js";
import { platform } from "./platform/platform.js";
import { withRecords } from "./records.js";

let compiled: Promise<unknown> | undefined;

/** Compiles the module on first use; a failure is not kept, so that a later try may succeed. */
export async function startEngine(): Promise<() => EngineView> {
  compiled ??= init({ module_or_path: platform().engine() });
  try {
    await compiled;
  } catch (cause) {
    compiled = undefined;
    throw cause;
  }
  return () => withRecords(new Engine());
}
