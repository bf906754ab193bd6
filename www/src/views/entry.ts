/** What ties a field to the model: what it shows, and what becomes of what is typed into it. */

import { useReducer, useRef } from "preact/hooks";
import type { Place } from "../entries.js";
import { unlessPressed } from "../press.js";
import { useUi } from "./ui.js";

export interface EntryProps {
  readonly place: Place;
  /** What the model holds. */
  readonly value: string;
  /** Takes the text over; why not, in words of the page, or nothing. */
  readonly onValue: (text: string) => string;
  /** Whether the text stays in the form until the form as a whole is handed on. */
  readonly kept?: boolean;
  /** Where the focus goes by this name. */
  readonly focusKey?: string;
}

/** A text that was refused stays in the field; the model keeps what it accepted last. */
export function useEntry(props: EntryProps) {
  const { entries } = useUi().controller;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(props);
  latest.current = props;
  // What the model took over since this was drawn; a field may change twice before that.
  const taken = useRef<string | undefined>(undefined);
  taken.current = undefined;
  const { place } = props;
  const entry = entries.get(place);

  const left = (text: string, problem = ""): void => {
    const { value, onValue, kept } = latest.current;
    const isSame = text === (taken.current ?? value) && problem === "";
    if (isSame && !entries.get(place)) return;
    const message = problem || (isSame && !kept ? "" : onValue(text));
    const stays = message !== "" || (kept && text !== "");
    if (stays) entries.keep(place, text, message);
    else entries.drop(place);
    // What was taken over is drawn with the model's change.
    if (stays || isSame || kept) unlessPressed(() => redraw(undefined));
    else taken.current = text;
  };
  const typed = (text: string, commit: () => void): void => entries.type(place, text, commit);
  return { shown: entry?.text ?? props.value, message: entry?.message ?? "", left, typed };
}

/** An id that no other field of the widget has. */
export const fieldId = ({ id, field }: Place): string => `${id}-${field}`;

export const messageId = (place: Place): string => `${fieldId(place)}-message`;
