/** Tries a large file in a worker first: one that is refused costs the page nothing. */

import type { ProblemView } from "../api.js";
import type { Model } from "../model.js";
import { platform } from "../platform/platform.js";
import { inWords } from "../problems.js";
import { wholePart } from "../whole.js";
import type { Answered, Asked } from "./worker.js";

/** From this size on a file is tried away from the page, in bytes. */
const LARGE_BYTES = 1024 * 1024;
/** After this a worker that says nothing is given up, in milliseconds. */
const PATIENCE_MS = 10_000;

/** A file that may be opened, as it is or as an engine has written it. */
export interface Readable {
  readonly bytes: Uint8Array;
  readonly isWritten: boolean;
}

/** A file that was tried; or why it may not be opened. */
export type Tried = Readable | { readonly problems: readonly ProblemView[] };

/**
 * Reads a file's bytes, and tries them where there are many. The engine that the file needs is there
 * then, or could not be brought.
 */
export async function read(file: File, model: Model): Promise<Tried> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length < LARGE_BYTES) {
    await model.prepare(bytes).catch(() => undefined);
    return { bytes, isWritten: false };
  }
  await model.becomeWhole().catch(() => undefined);
  const module = wholePart.loaded?.wholeModule();
  if (!module) return { bytes, isWritten: false };
  try {
    const { outcome, bytes: written } = await tryAway({ module, bytes, catalogue: model.ownCatalogue });
    if (!outcome.ok) return { problems: outcome.problems.map(inWords) };
    if (written) return { bytes: written, isWritten: true };
    throw new TypeError("no bytes");
  } catch {
    // A page whose policy allows no worker reads by itself; the bytes may have gone with the worker.
    return { bytes: new Uint8Array(await file.arrayBuffer()), isWritten: false };
  }
}

async function tryAway(asked: Asked): Promise<Answered> {
  const worker = await platform().reader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Answered>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answered>) => resolve(data);
      worker.onerror = reject;
      timer = setTimeout(reject, PATIENCE_MS);
      worker.postMessage(asked, [asked.bytes.buffer]);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
