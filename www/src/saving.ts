/** Hands a file to the host page, and finds out whether it has it. */

import type { ProblemView, SaveDetail } from "./api.js";
import type { Host } from "./controller.js";
import type { Downloads } from "./downloads.js";
import { faultWords } from "./words/words.js";

/** `left` to the widget, `stored` by the page, or why neither. */
export type Handed = "left" | "stored" | ProblemView;

export async function handOver(host: Host, read: () => Uint8Array, fileName: string, may: Downloads): Promise<Handed> {
  const waits: Promise<unknown>[] = [];
  let fault: unknown;
  const note = ({ error, message }: globalThis.ErrorEvent): void => {
    fault ??= error ?? message;
  };
  // A listener's exception goes to the window, never to whoever dispatched the event.
  addEventListener("error", note);
  let bytes: Uint8Array | undefined;
  const detail: SaveDetail = {
    // Copied only for a page that looks at them.
    get bytes() {
      return (bytes ??= read());
    },
    fileName,
    waitUntil: (stored) => void waits.push(stored),
  };
  const isLeft = host.emit("annexa-save", detail, true);
  removeEventListener("error", note);
  if (isLeft) return may === "blocked" ? { code: "E-DOWNLOAD", place: fileName, ...faultWords("page.downloadFault") } : "left";
  try {
    if (fault !== undefined) throw fault;
    await Promise.all(waits);
    return "stored";
  } catch (cause) {
    const { message, fix } = faultWords("page.saveFault");
    return { code: "E-SAVE", place: fileName, message: `${message}: ${cause instanceof Error ? cause.message : String(cause)}`, fix };
  }
}
