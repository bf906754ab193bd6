/** Things to do: the whole row leads there, with its state and the reason. */

import type { ComponentChildren } from "preact";
import { Way } from "./way.js";
import { State, type MarkName, type Tone } from "./mark.js";
import type { Route } from "../../model.js";

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly mark: MarkName;
  readonly tone?: Tone;
  readonly state: string;
  readonly note?: ComponentChildren;
  /** Where to go; nowhere where there is nothing to do yet. */
  readonly to?: Route;
  readonly focus?: string;
}

export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="tasks">
      {tasks.map(({ id, title, mark, tone, state, note, to, focus }) => (
        <li key={id}>
          {to === undefined ? (
            <span class="task">{title}</span>
          ) : (
            <Way to={to} class="task way" item={`task ${id}`} describedBy={`${id}-state ${id}-note`} focus={focus}>
              {title}
            </Way>
          )}
          <span id={`${id}-state`}>
            <State name={mark} tone={tone}>
              {state}
            </State>
          </span>
          <div class="note" id={`${id}-note`}>
            {note}
          </div>
        </li>
      ))}
    </ul>
  );
}
