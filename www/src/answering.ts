/** The pack that is being answered, while the assessment on the screen is the one that was opened from it. */

import type { EngineView } from "./api.js";
import type { Model } from "./model.js";

export interface Answering {
  /** The name of its file. */
  readonly fileName: string;
  /** What the pack is called. */
  readonly name: string;
  /** The file as it was sent. */
  readonly bytes: Uint8Array;
  readonly items: readonly string[];
  /** How many risks are in it, which are not answered on the page. */
  readonly risks: number;
  /** Whether it asks if controls apply. */
  readonly applicability: boolean;
}

const packs = new WeakMap<Model, { readonly engine: EngineView; readonly pack: Answering }>();

/** From now on the assessment is answered for a pack, until another one takes its place. */
export function answer(model: Model, pack: Answering): void {
  packs.set(model, { engine: model.engine, pack });
}

/** The pack that is being answered; nothing where none is. */
export function answeringIn(model: Model): Answering | undefined {
  const kept = packs.get(model);
  return kept?.engine === model.engine ? kept.pack : undefined;
}
