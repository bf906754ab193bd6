/** Why a plugin's run ended without a result, as data: code, case and values, as the native host has them. */

import type { ProblemData } from "../../generated/annexa.js";
import { escaped } from "./hidden.js";

export type Phase = "compile" | "instantiate" | "call" | "lift";

type Named = ProblemData["values"];

/** What a fault consists of; it crosses from the worker to the page as plain data. */
export interface FaultRecord {
  readonly code: string;
  readonly case: string;
  readonly phase: Phase;
  /** The function that ran, or nothing. */
  readonly at: string;
  readonly values: Named;
}

/** A run that failed. */
export class PluginFault extends Error {
  override readonly name = "PluginFault";

  constructor(readonly record: FaultRecord) {
    super([record.code, record.case, ...record.values.map(([, value]) => value)].filter((part) => part !== "").join(" "));
  }

  /** The fault as the page shows it, once it is in words. */
  problem(plugin: string): ProblemData {
    const { code, case: which, phase, at, values } = this.record;
    const place = [`plugin ${plugin}`, phase, at].filter((part) => part !== "").join(", ");
    return { code, case: which, place, values };
  }
}

const fault = (phase: Phase, code: string, which: string, values: Named = []): PluginFault =>
  new PluginFault({ code, case: which, phase, at: "", values });

/** A value that came back has a discriminant that its type does not have. */
export const badDiscriminant = (number: number, count: number): PluginFault =>
  fault("lift", "E-RESULT", "discriminant", [["number", number], ["count", count]]);

/** What came back points to where nothing of its kind can lie. */
export const badAlignment = (kind: string, count: number): PluginFault =>
  fault("lift", "E-RESULT", "alignment", [["kind", kind], ["count", count]]);

export const outside = (kind: string): PluginFault => fault("lift", "E-RESULT", "outside", [["kind", kind]]);

export const badText = (): PluginFault => fault("lift", "E-UTF8", "");

/** The plugin gave back more than the host is willing to read. */
export const overBudget = (limitBytes: number): PluginFault => fault("lift", "E-OUTPUT", "", [["count", limitBytes]]);

/** A module that wants something from the host. */
export const wantsImports = (): PluginFault => fault("instantiate", "E-INSTANCE", "imports");

export const noMemory = (): PluginFault => fault("instantiate", "E-INSTANCE", "memory");

export const noFunction = (name: string): PluginFault =>
  fault("instantiate", "E-INSTANCE", "function", [["name", name]]);

export const notCompiled = (): PluginFault => fault("compile", "E-COMPILE", "browser");

/** The plugin stopped in the middle of a function. */
export const trapped = (cause: unknown): PluginFault =>
  cause instanceof RangeError ? fault("call", "E-STACK", "browser") : fault("call", "E-TRAP", "browser");

/** The plugin itself says that it cannot assess these states. */
export const refused = (words: string): PluginFault => fault("call", "E-PLUGIN", "", [["words", plain(words)]]);

export const tooLong = (limitMs: number): PluginFault => fault("call", "E-DEADLINE", "", [["count", limitMs]]);

/** The sandbox itself did not come up; no plugin is to blame. */
export const noWorker = (): PluginFault => fault("instantiate", "E-WORKER", "");

/** Names the function in which a fault happened. */
export function during<T>(name: string, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    const { record } = cause instanceof PluginFault ? cause : trapped(cause);
    throw new PluginFault({ ...record, at: record.at || `\`${name}\`` });
  }
}

/** A stranger's words: cut, and with hidden characters written out. */
const plain = (words: string): string => escaped([...words].slice(0, 500).join(""));
