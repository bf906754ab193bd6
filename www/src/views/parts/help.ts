/** The help of a chapter's questions, for views that say some of it. */

import { useEffect, useState } from "preact/hooks";
import { hasPart, wordsPart } from "../../words/load.js";

/** Brings it, and draws again once it is there; where it does not come, the view says less. */
export function useHelp(chapter: string | undefined): void {
  const [, draw] = useState(0);
  useEffect(() => {
    const name = `help-${chapter}`;
    if (!hasPart(name) || wordsPart(name).loaded) return;
    let gone = false;
    wordsPart(name).load().then(() => !gone && draw((times) => times + 1), () => undefined);
    return () => {
      gone = true;
    };
  }, [chapter]);
}
