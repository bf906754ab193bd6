/** The widget's parts inside the script: nothing is fetched, `connect-src 'none'` is enough. */

import plugins from "annexa:plugins";
import carried from "annexa:plugins/inline";
import words from "annexa:words";
import parts from "annexa:words/inline";
import engine from "../../generated/annexa_bg.wasm?base64";
import reader from "../../dist/annexa-reader-worker.js?raw";
import worker from "../../dist/annexa-worker.js?raw";
import { bytesOf } from "./bytes.js";
import crosswalk from "./crosswalk_engine.js";
import report from "./report_engine.js";
import type { Platform } from "./platform.js";
import { startWorker } from "./trusted.js";

/** A blob worker takes over the policy of the page, so it may do no more than the page. */
function blobWorker(script: string): Worker {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    return startWorker(url);
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

export const inline: Platform = {
  words: {
    ...words,
    async part(language, name) {
      const part = parts[language]?.[name];
      if (!part) throw new Error(`there is no ${name} in ${language}`);
      return part;
    },
  },
  engine: () => bytesOf(engine),
  worker: async () => blobWorker(worker),
  reader: async () => blobWorker(reader),
  crosswalk: async () => bytesOf(crosswalk),
  report: async () => bytesOf(report),
  plugins,
  async plugin(id) {
    const base64 = carried.get(id);
    if (base64 === undefined) throw new Error(`no plugin ${id}`);
    return bytesOf(base64);
  },
};
