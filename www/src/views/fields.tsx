/** Labelled native fields. A value is handed on when the person leaves the field, not at each key. */

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export function TextField(props: {
  label: string;
  value: string;
  onValue: (value: string) => void;
  type?: "text" | "date" | "number";
  wide?: boolean;
  rows?: number;
}) {
  const id = useId();
  const change = (event: Event): void =>
    props.onValue((event.currentTarget as HTMLInputElement).value);
  return (
    <div class={props.wide ? "field wide" : "field"}>
      <label for={id}>{props.label}</label>
      {props.rows ? (
        <textarea id={id} rows={props.rows} value={props.value} onChange={change} part="input" />
      ) : (
        // The renderer types each input type apart; these three take the same members.
        <input id={id} type={(props.type ?? "text") as "text"} value={props.value} onChange={change} part="input" />
      )}
    </div>
  );
}

/** A choice out of values with their labels, in this order. */
export function SelectField(props: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onValue: (value: string) => void;
  hint?: string | undefined;
  focusKey?: string;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        part="input"
        data-focus={props.focusKey}
        value={props.value}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onValue(event.currentTarget.value)}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.hint && (
        <p class="muted hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

export function CheckField(props: { label: string; checked: boolean; onValue: (checked: boolean) => void }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onValue(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

/** Fields that belong together under one name. */
export function FieldGroup(props: { label: string; children: ComponentChildren }) {
  return (
    <fieldset class="group">
      <legend>{props.label}</legend>
      {props.children}
    </fieldset>
  );
}
