/** Where the widget's own parts come from; each published entry sets one of two ways. */

import { install, type WordsFile } from "../words/words.js";

/** A plugin that the widget carries. */
export interface CarriedPlugin {
  readonly id: string;
  /** The framework that it maps to. */
  readonly title: string;
}

export interface Platform {
  /** The words of each language, in parts. */
  readonly words: {
    /** The languages that the widget carries. */
    readonly languages: readonly string[];
    /** The names of the parts that each language has. */
    readonly parts: readonly string[];
    /** What is said before words have come, and when they do not come. */
    readonly start: Readonly<Record<string, string>>;
    readonly part: (language: string, name: string) => Promise<WordsFile>;
  };
  /** The engine: a URL that is fetched once, or its bytes. */
  readonly engine: () => URL | Uint8Array<ArrayBuffer>;
  /** Starts the worker of one plugin run. */
  readonly worker: () => Promise<Worker>;
  /** Starts the worker that tries one large file. */
  readonly reader: () => Promise<Worker>;
  /** The engine that admits plugins and concludes from them. */
  readonly crosswalk: () => Promise<Uint8Array<ArrayBuffer>>;
  /** The engine that makes reports. */
  readonly report: () => Promise<Uint8Array<ArrayBuffer>>;
  /** The plugins that the widget carries, in the order of the menu. */
  readonly plugins: readonly CarriedPlugin[];
  /** The bytes of one of them, by id. */
  readonly plugin: (id: string) => Promise<Uint8Array<ArrayBuffer>>;
}

let chosen: Platform | undefined;

/** Sets the way, unless an entry that was loaded earlier has done so. */
export function usePlatform(platform: Platform): void {
  if (chosen) return;
  chosen = platform;
  install({ format: "annexa-words", version: 1, language: "en", messages: platform.words.start });
}

export function platform(): Platform {
  if (!chosen) throw new Error("import `annexa-assessment` or `annexa-assessment/inline` first");
  return chosen;
}
