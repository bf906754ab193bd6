/** Native filters over a table. What is filtered by is said above it, with a way to see everything again. */

import { useEffect, useRef } from "preact/hooks";
import { joined, t } from "../../words/words.js";
import { useUi } from "../ui.js";

/** A choice among values; the empty one stands for all of them. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** The name under which the text stands that is looked for. */
export const FIND = "find";

interface Props {
  /** Tells its fields from those of other tables. */
  readonly id: string;
  /** What is filtered. */
  readonly label: string;
  readonly filters: readonly Filter[];
  /** The text that is looked for, where the table can be searched. */
  readonly find?: string;
  readonly shown: number;
  readonly total: number;
  readonly onSet: (name: string, value: string) => void;
  readonly onAll: () => void;
}

export function Filters({ id, label, filters, find, shown, total, onSet, onAll }: Props) {
  const { controller } = useUi();
  const count = t("parts.rowsOf", { shown, count: total });
  const said = active(filters, find);
  // Only what a person has set is read out, not what stood there.
  const last = useRef(said);
  useEffect(() => {
    if (last.current !== said) controller.say(count);
    last.current = said;
  });
  const all = (): void => {
    onAll();
    controller.focusOn(`${id} filters`);
  };
  return (
    <>
      <form class="filters" role="search" aria-label={label} tabIndex={-1} data-focus={`${id} filters`} onSubmit={(event) => event.preventDefault()}>
        {find !== undefined && (
          <div>
            <label for={`${id}-${FIND}`}>{t("parts.find")}</label>
            <input id={`${id}-${FIND}`} type="search" part="input" value={find} onInput={(event) => onSet(FIND, event.currentTarget.value)} />
          </div>
        )}
        {filters.map((filter) => (
          <div key={filter.name}>
            <label for={`${id}-${filter.name}`}>{filter.label}</label>
            <select
              id={`${id}-${filter.name}`}
              part="input"
              value={filter.value}
              onChange={(event) => onSet(filter.name, event.currentTarget.value)}
            >
              {filter.options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
      </form>
      <p class="note row-count">
        {said === "" ? count : t("parts.filteredBy", { count, filters: said })}{" "}
        {said !== "" && (
          <button type="button" class="quiet" onClick={all}>
            {t("parts.showAll")}
          </button>
        )}
      </p>
    </>
  );
}

/** The filters that leave something out, in words. */
function active(filters: readonly Filter[], find = ""): string {
  const chosen = filters.filter(({ value }) => value !== "").map(({ label, value, options }) => {
    const name = options.find(([option]) => option === value)?.[1] ?? value;
    return t("parts.filter", { label, value: name });
  });
  return joined(find.trim() === "" ? chosen : [t("parts.filter", { label: t("parts.find"), value: find.trim() }), ...chosen]);
}

/** Whether a text holds what is looked for, whatever the letters' size. */
export const found = (text: string, find: string): boolean => text.toLocaleLowerCase().includes(find.trim().toLocaleLowerCase());
