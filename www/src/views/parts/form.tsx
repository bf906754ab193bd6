/**
 * A form whose choices and texts are kept with what else is being typed: a reload and a look at
 * another view lose nothing, and only handing it on as a whole changes the assessment.
 */

import type { ComponentChildren } from "preact";
import { useReducer, useRef } from "preact/hooks";
import { t } from "../../words/words.js";
import { fieldId, messageId } from "../entry.js";
import { useUi } from "../ui.js";

export interface Form {
  /** What stands in a field: what was typed, else what there was at first. */
  readonly get: (field: string) => string;
  readonly set: (field: string, text: string) => void;
  /** Why the form could not be handed on, beside a field. */
  readonly message: (field: string) => string;
  readonly refuse: (field: string, message: string) => void;
  /** Forgets everything: it is handed on, or given up. */
  readonly clear: () => void;
  /** Whether something was typed. */
  readonly touched: boolean;
  readonly id: string;
}

/** `id` tells the form from every other; `initial` is what the assessment holds. */
export function useForm(id: string, initial: Readonly<Record<string, string>>): Form {
  const { entries } = useUi().controller;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const get = (field: string): string => entries.get({ id, field })?.text ?? initial[field] ?? "";
  const keep = (field: string, text: string, message: string): void => {
    if (message === "" && text === (initial[field] ?? "")) entries.drop({ id, field });
    else entries.keep({ id, field }, text, message);
    redraw(undefined);
  };
  return {
    id,
    get,
    set: (field, text) => keep(field, text, ""),
    message: (field) => entries.get({ id, field })?.message ?? "",
    refuse: (field, message) => keep(field, get(field), message),
    clear: () => {
      for (const { field } of entries.list().filter((entry) => entry.id === id)) entries.drop({ id, field });
      redraw(undefined);
    },
    touched: entries.has(id),
  };
}

/**
 * The fields that are handed on together. No `form` element: a frame that a page has shut in may not
 * send one, and then nothing would be heard of it. Enter in a line hands on, as in a form.
 */
export function FormBox(props: { class: string; onSave: () => void; children: ComponentChildren }) {
  const enter = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.key !== "Enter" || event.isComposing || !(target instanceof HTMLInputElement) || !["text", "date"].includes(target.type)) return;
    event.preventDefault();
    props.onSave();
  };
  return (
    <div class={props.class} onKeyDown={enter}>
      {props.children}
    </div>
  );
}

interface FieldProps {
  readonly form: Form;
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
}

const focusKey = (form: Pick<Form, "id">, field: string): string => `${form.id} ${field}`;

/** Moves the focus to a field of a form. */
export const focusOf = (form: Pick<Form, "id">, field: string): string => focusKey(form, field);

export function FormText(props: FieldProps & { type?: "text" | "date"; rows?: number; shown?: string | undefined; onTyped?: () => void }) {
  const { form, field, label, hint } = props;
  const id = fieldId({ id: form.id, field });
  const message = form.message(field);
  const take = (event: Event): void => {
    const native = event.currentTarget as HTMLInputElement | HTMLTextAreaElement;
    props.onTyped?.();
    if (!native.validity.badInput) form.set(field, native.value);
  };
  const leave = (event: Event): void => {
    // Half a date, or a year of two digits, is known to its field alone.
    const { validity } = event.currentTarget as HTMLInputElement;
    if (validity.badInput) form.refuse(field, t("page.refusedHalfDate"));
    else if (validity.rangeUnderflow || validity.rangeOverflow) form.refuse(field, t(`page.refused.${"E-DATE"}`));
  };
  const common = {
    id,
    part: "input",
    value: props.shown ?? form.get(field),
    "data-focus": focusKey(form, field),
    "aria-describedby": describedBy(form, field, hint),
    "aria-invalid": message === "" ? undefined : ("true" as const),
  };
  return (
    <div class={message === "" ? "field" : "field wrong"}>
      <label for={id}>{label}</label>
      <Hint form={form} field={field} hint={hint} />
      <Message form={form} field={field} />
      {props.rows ? (
        <textarea {...common} rows={props.rows} onInput={take} />
      ) : props.type === "date" ? (
        // A date is whole only when the field is left.
        <input {...common} type="date" min="1900-01-01" max="9999-12-31" onChange={take} onBlur={leave} />
      ) : (
        <input {...common} type="text" onInput={take} />
      )}
    </div>
  );
}

export function FormSelect(props: FieldProps & { options: readonly (readonly [value: string, label: string])[] }) {
  const { form, field, label, hint } = props;
  const id = fieldId({ id: form.id, field });
  return (
    <div class={form.message(field) === "" ? "field" : "field wrong"}>
      <label for={id}>{label}</label>
      <Hint form={form} field={field} hint={hint} />
      <Message form={form} field={field} />
      <select
        id={id}
        part="input"
        value={form.get(field)}
        data-focus={focusKey(form, field)}
        aria-describedby={describedBy(form, field, hint)}
        onChange={(event) => form.set(field, event.currentTarget.value)}
      >
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A choice with a sentence for each. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly sentence?: string | undefined;
}

interface ChoicesProps {
  readonly form: Form;
  readonly field: string;
  readonly legend: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly choices: readonly Choice[];
  /** Cards with a sentence each, the same below each other, or a row of words. */
  readonly look?: "cards" | "list" | "row";
  readonly children?: ComponentChildren;
}

/** How many groups of radios have been made. */
let groups = 0;

export function FormChoices({ form, field, legend, note, choices, look = "cards", children }: ChoicesProps) {
  // Chromium remembers of a group that is gone which radio was chosen, and Tab then leads past a new
  // one of the same name: so each has a name of its own.
  const name = useRef("");
  name.current ||= `${fieldId({ id: form.id, field })}-${(groups += 1)}`;
  const message = form.message(field);
  const chosen = form.get(field);
  // Where nothing is chosen the first one takes the focus, as Tab does.
  const first = choices.some(({ value }) => value === chosen) ? chosen : choices[0]?.value;
  return (
    <fieldset class={message === "" ? "choose" : "choose wrong"} aria-describedby={message === "" ? undefined : messageId({ id: form.id, field })}>
      <legend>{legend}</legend>
      {note && <p class="note">{note}</p>}
      <Message form={form} field={field} />
      <div class={look === "row" ? "answers" : look === "list" ? "choices list" : "choices"}>
        {choices.map(({ value, name: word, sentence }) => (
          <label key={value} class={look === "row" ? "answer" : "choice-card"}>
            <input
              type="radio"
              name={name.current}
              value={value}
              checked={chosen === value}
              data-focus={value === first ? focusKey(form, field) : undefined}
              onChange={() => form.set(field, value)}
            />
            {look === "row" ? <span>{word}</span> : <b>{word}</b>}
            {sentence && <span class="sentence">{sentence}</span>}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

/** A box to tick; its text is `on` or empty. */
export function FormCheck({ form, field, children }: { form: Form; field: string; children: ComponentChildren }) {
  const id = fieldId({ id: form.id, field });
  return (
    <div class="check-line">
      <input
        id={id}
        type="checkbox"
        checked={form.get(field) !== ""}
        data-focus={focusKey(form, field)}
        onChange={(event) => form.set(field, event.currentTarget.checked ? "on" : "")}
      />
      <label for={id}>{children}</label>
    </div>
  );
}

function Hint({ form, field, hint }: { form: Form; field: string; hint: string | undefined }) {
  if (!hint) return null;
  return (
    <p class="muted hint" id={hintId(form, field)}>
      {hint}
    </p>
  );
}

function Message({ form, field }: { form: Form; field: string }) {
  const message = form.message(field);
  if (message === "") return null;
  return (
    <p class="refused" role="alert" id={messageId({ id: form.id, field })}>
      {message}
    </p>
  );
}

const hintId = (form: Form, field: string): string => `${fieldId({ id: form.id, field })}-hint`;

function describedBy(form: Form, field: string, hint: string | undefined): string | undefined {
  const ids = [hint ? hintId(form, field) : "", form.message(field) ? messageId({ id: form.id, field }) : ""].filter((id) => id !== "");
  return ids.length > 0 ? ids.join(" ") : undefined;
}
