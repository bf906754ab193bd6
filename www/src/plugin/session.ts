/** The crosswalk page's state: which plugin is offered, whether one runs, what came of it. */

import type { PluginFacts, ProblemView } from "../api.js";
import type { Controller } from "../controller.js";
import { missingPart } from "../parts.js";
import { platform } from "../platform/platform.js";
import { tc } from "../strings/crosswalk.js";
import { admit } from "./engine.js";
import { runPlugin } from "./run.js";

/** A plugin that was read and admitted but has not run. */
export interface Offer {
  readonly name: string;
  readonly facts: PluginFacts;
}

/** Plugins above this size are not even read, in bytes; the engine's own limit is the same. */
const PLUGIN_LIMIT_BYTES = 2 * 1024 * 1024;

const sessions = new WeakMap<Controller, CrosswalkSession>();

/** A widget's session; there is one for as long as the widget is on the page. */
export function sessionOf(controller: Controller): CrosswalkSession {
  let session = sessions.get(controller);
  if (!session) sessions.set(controller, (session = new CrosswalkSession(controller)));
  return session;
}

export class CrosswalkSession {
  busy = false;
  offer: Offer | undefined;
  /** Who offered the plugin that ran last, so that it can run again. */
  #last: Offer | undefined;

  constructor(private readonly controller: Controller) {}

  /** Runs the plugin that the widget carries. */
  async runSoc2(): Promise<void> {
    if (this.busy) return;
    this.#start();
    let bytes: Uint8Array;
    try {
      bytes = await platform().soc2();
    } catch {
      this.#end("soc2", [missingPart("soc2")]);
      return;
    }
    await this.#admitAndRun("soc2", bytes);
  }

  /** Reads a person's own plugin and shows its facts; nothing of it runs yet. */
  async consider(file: File): Promise<void> {
    this.offer = undefined;
    if (file.size > PLUGIN_LIMIT_BYTES) {
      this.#refuse(file.name, [{ code: "E-TOO-LARGE", place: file.name, ...tc.pluginTooLarge }]);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const admitted = await admit(bytes);
    if (admitted.ok) this.offer = { name: file.name, facts: admitted.value };
    else this.#refuse(file.name, admitted.problems);
    this.controller.draw();
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
    this.controller.draw();
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
    const admitted = await admit(bytes);
    if (admitted.ok) await this.#run({ name, facts: admitted.value });
    else this.#end(name, admitted.problems);
  }

  async #run(offer: Offer): Promise<void> {
    this.#last = offer;
    // The element may have gone while files were loaded; its engine has gone with it.
    if (this.controller.disposed) return;
    const { model } = this.controller;
    const { revision } = model;
    const assessed = { framework: model.catalogue.id, findings: model.findings() };
    const crosswalk = await runPlugin(assessed, offer.facts, () => platform().worker(), offer.name);
    if ("problems" in crosswalk) {
      this.#end(offer.name, crosswalk.problems);
      return;
    }
    model.mapped = { crosswalk, stale: model.revision !== revision };
    this.busy = false;
    this.controller.say(tc.computed);
    this.controller.draw();
  }

  #start(): void {
    this.busy = true;
    this.controller.say(tc.running);
    this.controller.draw();
  }

  #end(plugin: string, problems: readonly ProblemView[]): void {
    this.busy = false;
    this.#refuse(plugin, problems);
    this.controller.draw();
  }

  #refuse(plugin: string, problems: readonly ProblemView[]): void {
    this.controller.model.mapped = { crosswalk: { plugin, problems }, stale: false };
    this.controller.report(problems);
    this.controller.say(tc.notComputed);
    this.controller.draw();
  }
}
