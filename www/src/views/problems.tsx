/** Problems as plain text: code, place, sentence, and what to do. Never markup from a file. */

import type { ProblemView } from "../api.js";
import { t } from "../words/words.js";

export function Problems(props: { title: string; problems: readonly ProblemView[]; id?: string }) {
  if (props.problems.length === 0) return null;
  return (
    <div class="problems" role="alert" part="problems" id={props.id}>
      <p class="problems-title">{props.title}</p>
      <ul>
        {props.problems.map((problem, index) => (
          <li key={index}>
            <code>{problem.code}</code> {problem.place !== "" && <span>{t("page.problemAt", { place: problem.place })}: </span>}
            {problem.message}
            {problem.fix !== "" && (
              <span class="fix">
                {t("page.fix")} {problem.fix}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
