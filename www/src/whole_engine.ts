/** The whole engine: the first one's calls, and all that is beside answers. Brought once for a page. */

import init, { Engine, Merging, Report, catalogueHash, recallAbout, recallAnswer, sourceStates, useCatalogue } from "../generated/report.js";
import type { CrosswalkInput, EngineView } from "./api.js";
import type { Former } from "./model.js";
import { platform } from "./platform/platform.js";
import { inWords } from "./problems.js";
import { recallIn } from "./recall.js";
import { withRecords } from "./records.js";
import { CatalogueFault } from "./unstarted.js";

export { Merging, Report };

/** Brings and compiles the module. */
export async function startWhole(): Promise<void> {
  await init({ module_or_path: await platform().report() });
}

/** Makes whole engines over a catalogue: the built-in one, or that of a page, whose faults are thrown. */
export const wholeOver = (catalogue: Uint8Array | undefined): (() => EngineView) => () => {
  const engine = new Engine();
  const taken = catalogue && useCatalogue(engine, catalogue);
  if (taken?.ok === false) throw new CatalogueFault(taken.problems.map(inWords));
  return Object.assign(withRecords(engine), { recall: (past: readonly Former[]) => recallIn(engine, past, { recallAbout, recallAnswer }) });
};

/** What a crosswalk is told of an assessment that lives in a whole engine. */
export function assessedIn(view: EngineView): Pick<CrosswalkInput, "catalogueSha256" | "states"> {
  const engine = view as object as Engine;
  return { catalogueSha256: catalogueHash(engine), states: sourceStates(engine) };
}

/** The compiled module, for a worker; the build lets the generated glue hold it. */
export const wholeModule = (): WebAssembly.Module | undefined => (init as { module?: WebAssembly.Module }).module;
