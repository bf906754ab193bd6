/** Where the widget's own binary parts come from; each published entry sets one of two ways. */

export interface Platform {
  /** The engine: a URL that is fetched once, or its bytes. */
  readonly engine: () => URL | Uint8Array<ArrayBuffer>;
  /** Starts the worker of one plugin run. */
  readonly worker: () => Promise<Worker>;
  /** The engine that admits plugins and concludes from them. */
  readonly crosswalk: () => Promise<Uint8Array<ArrayBuffer>>;
  /** The SOC 2 plugin that the widget carries. */
  readonly soc2: () => Promise<Uint8Array<ArrayBuffer>>;
}

let chosen: Platform | undefined;

/** Sets the way, unless an entry that was loaded earlier has done so. */
export function usePlatform(platform: Platform): void {
  chosen ??= platform;
}

export function platform(): Platform {
  if (!chosen) throw new Error("import `annexa-assessment` or `annexa-assessment/inline` first");
  return chosen;
}
