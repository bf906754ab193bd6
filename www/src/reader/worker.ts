/** Reads a large file away from the page, so that what is refused never holds the page up. */

import { Engine, initSync, useCatalogue, type Outcome } from "../../generated/report.js";

/** What the page sends: the whole engine, compiled already, and the file. */
export interface Asked {
  readonly module: WebAssembly.Module;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The facts of a catalogue of the page's own. */
  readonly catalogue?: Uint8Array | undefined;
}

/** What comes back: what reading said, and the assessment as an engine writes it. */
export interface Answered {
  readonly outcome: Outcome<unknown>;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

const here = globalThis as unknown as {
  onmessage: (event: MessageEvent<Asked>) => void;
  postMessage(answer: Answered, moved: readonly ArrayBuffer[]): void;
};

here.onmessage = ({ data: { module, bytes, catalogue } }) => {
  initSync({ module });
  const engine = new Engine();
  if (catalogue) useCatalogue(engine, catalogue);
  const outcome = engine.load(bytes);
  if (!outcome.ok) return here.postMessage({ outcome }, []);
  const written = engine.save() as Uint8Array<ArrayBuffer>;
  here.postMessage({ outcome, bytes: written }, [written.buffer]);
};
