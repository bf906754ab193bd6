/** Problems as plain text: code, place, sentence, and what to do. Never markup from a file. */

import { useEffect, useState } from "preact/hooks";
import type { ProblemView } from "../api.js";
import { sentences } from "../problems.js";
import { t } from "../words/words.js";

export function Problems({ title, problems, id }: { title: string; problems: readonly ProblemView[]; id?: string }) {
  const [, draw] = useState(0);
  useEffect(() => {
    let gone = false;
    const again = (): void => {
      if (!gone) draw((times) => times + 1);
    };
    // Sentences that do not come leave code and place, which say enough to look them up.
    sentences(problems)?.then(again, again);
    return () => {
      gone = true;
    };
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert" part="problems" id={id}>
      <p class="problems-title">{title}</p>
      <ul>
        {problems.map(({ code, place, message, fix }, index) => (
          <li key={index}>
            <code>{code}</code> {place !== "" && <span>{t("page.problemAt", { place })}: </span>}
            {message !== code && message}
            {fix !== "" && (
              <span class="fix">
                {t("page.fix")} {fix}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
