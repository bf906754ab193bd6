/** The widget's parts as files beside the script: `connect-src 'self'`, `worker-src 'self'`. */

import plugins from "annexa:plugins";
import late from "annexa:plugins/late";
import words from "annexa:words";
import { bytesOf } from "./bytes.js";
import type { Platform } from "./platform.js";
import { startWorker } from "./trusted.js";

export const files: Platform = {
  words: {
    ...words,
    async part(language, name) {
      const file = await fetch(new URL(/* @vite-ignore */ `./annexa-words-${language}-${name}.json`, import.meta.url));
      if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
      return file.json();
    },
  },
  engine: () => new URL(/* @vite-ignore */ "./annexa_bg.wasm", import.meta.url),
  worker: async () => startWorker(new URL(/* @vite-ignore */ "./annexa-worker.js", import.meta.url).href),
  reader: async () => startWorker(new URL(/* @vite-ignore */ "./annexa-reader-worker.js", import.meta.url).href),
  // Modules of their own: loaded when a plugin is first looked at, never before.
  crosswalk: async () => bytesOf((await import("./crosswalk_engine.js")).default),
  report: async () => bytesOf((await import("./report_engine.js")).default),
  plugins,
  async plugin(id) {
    const bring = late.get(id);
    if (!bring) throw new Error(`no plugin ${id}`);
    return bytesOf((await bring()).default);
  },
};
