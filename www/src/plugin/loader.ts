/**
 * The fixed loader: runs an admitted core module with no imports at all and reads what it says.
 *
 * Only the functions of `interface.ts` are called, by names that stand there; nothing of the
 * plugin decides what code runs in the page. Each call has an instance of its own, as in the
 * native host, so nothing stays from one call to the next.
 */

import type { CrosswalkInput, SourceStateRecord } from "../api.js";
import type { Type } from "./abi.js";
import { during, noFunction, noMemory, notCompiled, refused, wantsImports } from "./fault.js";
import { FUNCTIONS, INTERFACE, type FunctionName } from "./interface.js";
import { Reader, type Value } from "./memory.js";
import { Writer, type Realloc } from "./writer.js";

/** All that a plugin says, before anything of it is believed. */
export type Said = Omit<CrosswalkInput, "digest" | "framework" | "catalogueSha256" | "states">;

type Guest = (...parameters: number[]) => unknown;
type Verdict = { ok: Value } | { err: Value };

/** Compiles the plugin and calls each of its functions once. */
export function run(core: BufferSource, states: readonly SourceStateRecord[]): Said {
  const module = compile(core);
  const ask = (name: FunctionName, values: readonly Value[] = []): Value =>
    during(name, () => new Plugin(module).call(name, values));
  const description = ask("describe");
  const targets = ask("targets");
  const mappings = ask("mappings");
  const assessed = ask("assess", states as unknown as Value[]) as Verdict;
  if ("err" in assessed) throw refused(String(assessed.err));
  return { description, targets, mappings, remarks: assessed.ok } as unknown as Said;
}

function compile(core: BufferSource): WebAssembly.Module {
  try {
    // Synchronous on purpose: this runs in a worker that nothing else waits for.
    return new WebAssembly.Module(core);
  } catch {
    throw notCompiled();
  }
}

function instantiate(module: WebAssembly.Module): WebAssembly.Exports {
  try {
    return new WebAssembly.Instance(module, {}).exports;
  } catch {
    throw wantsImports();
  }
}

class Plugin {
  readonly #exports: WebAssembly.Exports;
  readonly #memory: WebAssembly.Memory;

  constructor(module: WebAssembly.Module) {
    this.#exports = instantiate(module);
    const memory = this.#own("memory");
    if (!(memory instanceof WebAssembly.Memory)) throw noMemory();
    this.#memory = memory;
  }

  call(name: FunctionName, values: readonly Value[]): Value {
    const shape: { parameter?: Type; result: Type } = FUNCTIONS[name];
    const guest = this.#function(`${INTERFACE}#${name}`);
    // A guest gives i32; pointers above 2 GiB come out negative.
    const pointer = Number(guest(...this.#lower(shape.parameter, values))) >>> 0;
    const value = new Reader(this.#memory).read(shape.result, pointer);
    // The guest may free what was read only now.
    const done = this.#own(`cabi_post_${INTERFACE}#${name}`);
    if (typeof done === "function") (done as Guest)(pointer);
    return value;
  }

  #lower(parameter: Type | undefined, values: readonly Value[]): number[] {
    if (parameter?.kind !== "list") return [];
    const realloc = this.#function("cabi_realloc") as Realloc;
    return new Writer(this.#memory, realloc).list(parameter.of, values);
  }

  #function(name: string): Guest {
    const value = this.#own(name);
    if (typeof value !== "function") throw noFunction(name);
    return value as Guest;
  }

  #own(name: string): WebAssembly.ExportValue | undefined {
    return Object.hasOwn(this.#exports, name) ? this.#exports[name] : undefined;
  }
}
