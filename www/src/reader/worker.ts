/** Reads a large file away from the page, so that what is refused never holds the page up. */

import { Engine, initSync, type Outcome } from "../../generated/annexa.js";

/** What the page sends: the engine, compiled already, and the file. */
export interface Asked {
  readonly module: WebAssembly.Module;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What comes back: what reading said, and the same bytes. */
export interface Answered {
  readonly outcome: Outcome<unknown>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const here = globalThis as unknown as {
  onmessage: (event: MessageEvent<Asked>) => void;
  postMessage(answer: Answered, moved: readonly ArrayBuffer[]): void;
};

here.onmessage = ({ data: { module, bytes } }) => {
  initSync({ module });
  const outcome = new Engine().load(bytes);
  here.postMessage({ outcome, bytes }, [bytes.buffer]);
};
