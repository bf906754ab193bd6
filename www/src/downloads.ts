/** Whether this page may hand files to the person: a frame's sandbox can forbid it without a word. */

export type Downloads = "allowed" | "blocked" | "unknown";

/** What can be told from inside. The frame of another site shows nothing of its sandbox. */
export function downloads(here: Window = window): Downloads {
  for (let at = here; at !== at.parent; at = at.parent) {
    const frame = frameOf(at);
    if (!frame) return "unknown";
    const sandbox = frame.getAttribute("sandbox");
    if (sandbox !== null && !sandbox.toLowerCase().split(/\s+/).includes("allow-downloads")) return "blocked";
  }
  return "allowed";
}

/** The element that a window is shown in; nothing where its page is another site's. */
function frameOf(at: Window): Element | null {
  try {
    return at.frameElement;
  } catch {
    return null;
  }
}
