/** The whole engine: the first one's calls, and all that is beside answers. Brought once for a page. */

import init, { Engine, Report } from "../generated/report.js";
import type { EngineView } from "./api.js";
import { over } from "./engine.js";
import { platform } from "./platform/platform.js";

export { Report };

/** Brings and compiles the module. */
export async function startWhole(): Promise<void> {
  await init({ module_or_path: await platform().report() });
}

/** Makes whole engines over a catalogue. */
export const wholeOver = (catalogue: Uint8Array | undefined): (() => EngineView) => over(() => new Engine(), catalogue);

/** The compiled module, for a worker; the build lets the generated glue hold it. */
export const wholeModule = (): WebAssembly.Module | undefined => (init as { module?: WebAssembly.Module }).module;
