/** Labelled native fields. A value is handed on when the person leaves the field, not at each key. */

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { fieldId, messageId, useEntry, type EntryProps } from "./entry.js";
import { t } from "../words/words.js";

interface FieldProps extends EntryProps {
  readonly label: string;
}

type Native = HTMLInputElement | HTMLTextAreaElement;

export function TextField(
  props: FieldProps & {
    type?: "text" | "date" | "number";
    wide?: boolean;
    rows?: number;
  },
) {
  const { shown, message, typed, left } = useEntry(props);
  const id = fieldId(props.place);
  const isDate = props.type === "date";
  // Between day, month and year `activeElement` is nothing for a moment, so it cannot be asked.
  const inside = useRef(false);
  const touched = useRef(false);
  const leave = (field: Native): void => left(field.value, nativeProblem(field));
  const native = {
    id,
    // Half a date is known to its field alone; a new field in its place shows what the model holds.
    value: isDate && shown === "" && !touched.current ? props.value : shown,
    part: "input",
    "data-focus": props.focusKey,
    ...described(props, message),
    onInput: (event: Event) => {
      const field = event.currentTarget as Native;
      touched.current = true;
      typed(field.value, () => leave(field));
    },
    onChange: (event: Event) => {
      const field = event.currentTarget as Native;
      // A date changes with each digit; it is whole only when the person leaves it.
      if (!isDate || !inside.current) leave(field);
    },
    onFocus: () => {
      inside.current = true;
    },
    onBlur: (event: Event) => {
      inside.current = false;
      leave(event.currentTarget as Native);
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text").trim() ?? "";
      if (!isDate || !ISO_DATE.test(text)) return;
      // Browsers ignore a date that is pasted, even one as a file writes it.
      const field = event.currentTarget as Native;
      event.preventDefault();
      field.value = text;
      typed(field.value, () => leave(field));
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isDate && event.key === "Enter") leave(event.currentTarget as Native);
    },
  };
  return (
    <div class={props.wide ? "field wide" : "field"}>
      <label for={id}>{props.label}</label>
      {props.rows ? (
        <textarea {...native} rows={props.rows} />
      ) : isDate ? (
        <input {...native} type="date" min={FIRST_DAY} max={LAST_DAY} />
      ) : (
        // A native number field hides from the page what it does not understand.
        <input {...native} type="text" inputMode={props.type === "number" ? "numeric" : undefined} />
      )}
      <Message props={props} message={message} />
    </div>
  );
}

/** A choice out of values with their labels, in this order. */
export function SelectField(
  props: FieldProps & {
    options: readonly (readonly [value: string, label: string])[];
    hint?: string | undefined;
  },
) {
  const { shown, message, left } = useEntry(props);
  const id = fieldId(props.place);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        part="input"
        data-focus={props.focusKey}
        value={shown}
        {...described(props, message)}
        onChange={(event) => left(event.currentTarget.value)}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.hint && (
        <p class="muted hint" id={hintId(props)}>
          {props.hint}
        </p>
      )}
      <Message props={props} message={message} />
    </div>
  );
}

/** A box that is ticked or not; its text is `on` or empty. */
export function CheckField(props: FieldProps) {
  const { shown, message, left } = useEntry(props);
  return (
    <>
      <label class="check">
        <input
          id={fieldId(props.place)}
          type="checkbox"
          checked={shown !== ""}
          {...described(props, message)}
          onChange={(event) => left(event.currentTarget.checked ? "on" : "")}
        />
        <span>{props.label}</span>
      </label>
      <Message props={props} message={message} />
    </>
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

/** Why the text was refused, beside the field, and read out when it appears. */
function Message({ props, message }: { props: FieldProps; message: string }) {
  if (message === "") return null;
  return (
    <p class="refused" role="alert" id={messageId(props.place)}>
      {message}
    </p>
  );
}

const FIRST_DAY = "1900-01-01";
const LAST_DAY = "9999-12-31";
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

const hintId = ({ place }: FieldProps): string => `${fieldId(place)}-hint`;

/** Ties the field to its hint and to its message. */
function described(props: FieldProps & { hint?: string | undefined }, message: string) {
  const ids = [props.hint ? hintId(props) : "", message ? messageId(props.place) : ""].filter((id) => id !== "");
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": message === "" ? undefined : ("true" as const),
  };
}

/** What only the field itself knows: that a date is not complete, or out of range. */
function nativeProblem({ validity }: Native): string {
  if (validity.badInput) return t("page.refusedHalfDate");
  return validity.rangeUnderflow || validity.rangeOverflow ? (t(`page.refused.${"E-DATE"}`) ?? "") : "";
}
