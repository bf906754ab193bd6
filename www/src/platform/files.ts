/** The widget's parts as files beside the script: `connect-src 'self'`, `worker-src 'self'`. */

import { bytesOf } from "./bytes.js";
import type { Platform } from "./platform.js";
import { startWorker } from "./trusted.js";

export const files: Platform = {
  engine: () => new URL(/* @vite-ignore */ "./annexa_bg.wasm", import.meta.url),
  worker: async () => startWorker(new URL(/* @vite-ignore */ "./annexa-worker.js", import.meta.url).href),
  // A module of its own: loaded when the crosswalk is first asked for, never before.
  soc2: async () => bytesOf((await import("./soc2.js")).default),
};
