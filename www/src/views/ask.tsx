/** A question in place of the view: what there is to know, and the choices as buttons. */

import type { Question } from "../question.js";
import { ViewHeading } from "./heading.js";

export function Ask({ question }: { question: Question }) {
  return (
    <div class="ask">
      <ViewHeading>{question.title}</ViewHeading>
      {question.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div class="actions">
        {question.choices.map(({ label, act }, index) => (
          <button
            key={label}
            type="button"
            class={index === 0 ? "primary" : undefined}
            part={index === 0 ? "button primary" : "button"}
            onClick={act}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
