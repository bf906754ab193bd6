/** Why a plugin's run ended without a result: code, phase, sentence and fix, as the native host has them. */

import type { ProblemView } from "../api.js";
import { escaped } from "./hidden.js";

export type Phase = "compile" | "instantiate" | "call" | "lift";

/** What a fault consists of; it crosses from the worker to the page as plain data. */
export interface FaultRecord {
  readonly code: string;
  readonly phase: Phase;
  /** The function that ran, or nothing. */
  readonly at: string;
  readonly message: string;
  readonly fix: string;
}

/** A run that failed. */
export class PluginFault extends Error {
  override readonly name = "PluginFault";

  constructor(readonly record: FaultRecord) {
    super(record.message);
  }

  /** The fault as the page shows it. */
  problem(plugin: string): ProblemView {
    const { code, phase, at, message, fix } = this.record;
    const place = [`plugin ${plugin}`, phase, at].filter((part) => part !== "").join(", ");
    return { code, place, message, fix };
  }
}

const LAYOUT = "build the plugin with `annexa-plugin-sdk`, which lays results out";
const LOOPS = "look for a loop without an end, or let the plugin do less";

const fault = (code: string, phase: Phase, message: string, fix: string): PluginFault =>
  new PluginFault({ code, phase, at: "", message, fix });

/** A value that came back breaks the interface's rules. */
export const badResult = (what: string): PluginFault =>
  fault("E-RESULT", "lift", `gave back a result that breaks the interface: ${what}`, LAYOUT);

export const badText = (): PluginFault =>
  fault("E-UTF8", "lift", "gave back text that is not UTF-8", LAYOUT);

/** The plugin gave back more than the host is willing to read. */
export const overBudget = (limitBytes: number): PluginFault =>
  fault("E-OUTPUT", "lift", `gave back more than ${limitBytes} bytes`, "let the plugin say less");

/** A function or the memory is missing, or the module wants something from the host. */
export const noInstance = (why: string): PluginFault =>
  fault("E-INSTANCE", "instantiate", `cannot be set up: ${why}`, LAYOUT);

export const notCompiled = (): PluginFault =>
  fault("E-COMPILE", "compile", "the browser cannot compile the plugin", "build the plugin anew with the current `annexa-plugin-sdk`");

/** The plugin stopped in the middle of a function. */
export const trapped = (cause: unknown): PluginFault =>
  cause instanceof RangeError
    ? fault("E-STACK", "call", "used more stack than the browser gives", "look for a recursion without an end")
    : fault("E-TRAP", "call", "gave up: a panic, or another trap", "run the plugin's own tests: they show the panic's message");

/** The plugin itself says that it cannot assess these findings. */
export const refused = (words: string): PluginFault =>
  fault("E-PLUGIN", "call", `the plugin says: ${plain(words)}`, "ask the plugin's author");

export const tooLong = (limitMs: number): PluginFault =>
  fault("E-DEADLINE", "call", `ran for more than ${limitMs} ms`, LOOPS);

/** The sandbox itself did not come up; no plugin is to blame. */
export const noWorker = (): PluginFault =>
  fault("E-WORKER", "instantiate", "the browser did not start the worker that runs plugins", "allow `worker-src 'self'`, or `blob:` for the inline build, in the page's policy");

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
