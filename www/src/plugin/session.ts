/** The state of the crosswalk views: which plugin is offered, whether one runs, what came of each. */

import type { Outcome, PluginFacts, ProblemView } from "../api.js";
import type { Controller } from "../controller.js";
import { crosswalkRoute, isCarried } from "../crosswalks.js";
import { missingPart } from "../parts.js";
import { platform } from "../platform/platform.js";
import { wholePart } from "../whole.js";
import { faultWords, t } from "../words/words.js";
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
  /** A file that was not admitted: what it is called, and why. */
  refused: { readonly plugin: string; readonly problems: readonly ProblemView[] } | undefined;
  /** Every plugin that ran, by id, so that it can run again. */
  readonly #ran = new Map<string, Offer>();

  constructor(private readonly controller: Controller) {}

  /** Runs a plugin that the widget carries. */
  async runCarried(id: string): Promise<void> {
    if (this.busy) return;
    this.#start();
    let bytes: Uint8Array;
    try {
      bytes = await platform().plugin(id);
    } catch {
      this.#end(id, [missingPart(id)]);
      return;
    }
    await this.#admitAndRun(id, bytes);
  }

  /** Reads a person's own plugin and shows its facts; nothing of it runs yet. */
  async consider(file: File): Promise<void> {
    this.offer = undefined;
    this.refused = undefined;
    const read = await readPlugin(file);
    const admitted = read.ok ? await admit(read.value) : read;
    if (admitted.ok) {
      // A file must not pass for a plugin that the widget carries.
      const name = isCarried(file.name) ? `./${file.name}` : file.name;
      this.offer = { name, facts: admitted.value };
    } else {
      this.refused = { plugin: file.name, problems: admitted.problems };
      this.controller.report(admitted.problems);
      this.controller.say(t("crosswalk.notComputed"));
    }
    this.controller.draw();
  }

  /** Runs the plugin whose facts were shown. */
  async runOffer(): Promise<void> {
    if (this.busy || !this.offer) return;
    const offer = this.offer;
    this.offer = undefined;
    this.#start();
    await this.#run(offer);
    if (!this.controller.disposed) this.controller.go(crosswalkRoute(offer.name));
  }

  decline(): void {
    this.offer = undefined;
    this.controller.draw();
  }

  /** Runs a plugin again, over the answers of now. */
  async runAgain(id: string): Promise<void> {
    const offer = this.#ran.get(id);
    if (this.busy || !offer) return;
    this.#start();
    await this.#run(offer);
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
    this.#ran.set(offer.name, offer);
    // The element may have gone while files were loaded; its engine has gone with it.
    if (this.controller.disposed) return;
    const { model } = this.controller;
    const whole = await wholePart.load().catch(() => undefined);
    if (this.controller.disposed) return;
    if (!whole) return this.#end(offer.name, [missingPart(offer.name)]);
    await model.becomeWhole();
    const { revision } = model;
    const assessed = { framework: model.catalogue.id, ...whole.assessedIn(model.engine) };
    const crosswalk = await runPlugin(assessed, offer.facts, () => platform().worker(), offer.name);
    if ("problems" in crosswalk) {
      this.#end(offer.name, crosswalk.problems);
      return;
    }
    model.map(offer.name, { crosswalk, stale: model.revision !== revision });
    this.busy = false;
    this.controller.say(t("crosswalk.computed"));
    this.controller.draw();
  }

  #start(): void {
    this.busy = true;
    this.refused = undefined;
    this.controller.say(t("crosswalk.running"));
    this.controller.draw();
  }

  #end(plugin: string, problems: readonly ProblemView[]): void {
    this.busy = false;
    this.controller.model.map(plugin, { crosswalk: { plugin, problems }, stale: false });
    this.controller.report(problems);
    this.controller.say(t("crosswalk.notComputed"));
    this.controller.draw();
  }
}

/** A file's bytes, unless it is too large, or gone by now. */
async function readPlugin(file: File): Promise<Outcome<Uint8Array>> {
  const refuse = (code: string, words: { message: string; fix: string }): Outcome<Uint8Array> => ({
    ok: false,
    problems: [{ code, place: file.name, ...words }],
  });
  if (file.size > PLUGIN_LIMIT_BYTES) return refuse("E-TOO-LARGE", faultWords("crosswalk.pluginTooLarge"));
  try {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return refuse("E-READ", faultWords("crosswalk.pluginUnreadable"));
  }
}
