/** The crosswalk page's state: which plugin is offered, whether one runs, what came of it. */

import type { PluginFacts, ProblemView } from "../api.js";
import type { Model } from "../model.js";
import { platform } from "../platform/platform.js";
import { t } from "../strings/en.js";
import { runPlugin } from "./run.js";

/** A plugin that was read and admitted but has not run. */
export interface Offer {
  readonly name: string;
  readonly facts: PluginFacts;
}

interface Listener {
  draw(): void;
  say(text: string): void;
  error(problems: readonly ProblemView[]): void;
}

/** Plugins above this size are not even read, in bytes; the engine's own limit is the same. */
const PLUGIN_LIMIT_BYTES = 2 * 1024 * 1024;

export class CrosswalkSession {
  busy = false;
  offer: Offer | undefined;
  /** Who offered the plugin that ran last, so that it can run again. */
  #last: Offer | undefined;

  constructor(
    private readonly model: Model,
    private readonly listener: Listener,
  ) {}

  /** Runs the plugin that the widget carries. */
  async runSoc2(): Promise<void> {
    if (this.busy) return;
    this.#start();
    let bytes: Uint8Array;
    try {
      bytes = await platform().soc2();
    } catch {
      this.#end("soc2", [{ code: "E-PLUGIN-LOAD", place: "soc2", ...t.unreadable }]);
      return;
    }
    await this.#admitAndRun("soc2", bytes);
  }

  /** Reads a person's own plugin and shows its facts; nothing of it runs yet. */
  async consider(file: File): Promise<void> {
    this.offer = undefined;
    if (file.size > PLUGIN_LIMIT_BYTES) {
      this.#refuse(file.name, [{ code: "E-TOO-LARGE", place: file.name, ...t.pluginTooLarge }]);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const admitted = this.model.admit(bytes);
    if (admitted.ok) this.offer = { name: file.name, facts: admitted.value };
    else this.#refuse(file.name, admitted.problems);
    this.listener.draw();
  }

  /** Runs the plugin whose facts were shown. */
  async runOffer(): Promise<void> {
    if (this.busy || !this.offer) return;
    const offer = this.offer;
    this.offer = undefined;
    this.#start();
    await this.#run(offer);
  }

  decline(): void {
    this.offer = undefined;
    this.listener.draw();
  }

  /** Runs what ran last, over the answers of now. */
  async runAgain(): Promise<void> {
    if (this.busy || !this.#last) return;
    this.#start();
    await this.#run(this.#last);
  }

  /** Runs a plugin that the host page gives, by its own decision. */
  async runBytes(name: string, bytes: Uint8Array): Promise<void> {
    if (this.busy) return;
    this.#start();
    await this.#admitAndRun(name, bytes);
  }

  async #admitAndRun(name: string, bytes: Uint8Array): Promise<void> {
    const admitted = this.model.admit(bytes);
    if (admitted.ok) await this.#run({ name, facts: admitted.value });
    else this.#end(name, admitted.problems);
  }

  async #run(offer: Offer): Promise<void> {
    this.#last = offer;
    const crosswalk = await runPlugin(this.model, offer.facts, () => platform().worker(), offer.name);
    if ("problems" in crosswalk) {
      this.#end(offer.name, crosswalk.problems);
      return;
    }
    this.model.mapped = { crosswalk, stale: false };
    this.busy = false;
    this.listener.say(t.computed);
    this.listener.draw();
  }

  #start(): void {
    this.busy = true;
    this.listener.say(t.running);
    this.listener.draw();
  }

  #end(plugin: string, problems: readonly ProblemView[]): void {
    this.busy = false;
    this.#refuse(plugin, problems);
    this.listener.draw();
  }

  #refuse(plugin: string, problems: readonly ProblemView[]): void {
    this.model.mapped = { crosswalk: { plugin, problems }, stale: false };
    this.listener.error(problems);
    this.listener.say(t.notComputed);
    this.listener.draw();
  }
}
