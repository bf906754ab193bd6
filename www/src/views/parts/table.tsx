/**
 * A table of things of one kind: the row shows what fits, the opened row shows all. Columns that are
 * left out for want of room are in the opened row, and the most important of them under the title.
 */

import { Fragment, type ComponentChildren } from "preact";
import { Scroll } from "../scroll.js";

/** From which width on a column is shown: always, where there is ever more room, or only on paper. */
export type ColumnWidth = "always" | "w1" | "w2" | "w3" | "paper";

export interface Column<T> {
  readonly name: string;
  readonly width?: ColumnWidth;
  readonly cell: (row: T) => ComponentChildren;
}

interface Props<T> {
  /** The name of the table, for whoever hears it. */
  readonly label: string;
  /** What stands above it for everybody. */
  readonly caption?: ComponentChildren;
  /** The name of the first column, whose cell opens the row. */
  readonly head: string;
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  /** What stands on the opener. */
  readonly title: (row: T) => ComponentChildren;
  /** What stands below it where columns are left out. */
  readonly sub?: (row: T) => ComponentChildren;
  readonly columns: readonly Column<T>[];
  /** Everything that is known of a row. */
  readonly detail: (row: T) => ComponentChildren;
  readonly isOpen: (id: string) => boolean;
  readonly onToggle: (id: string) => void;
  /** What is said where there is no row. */
  readonly empty?: ComponentChildren;
}

export function RowTable<T>(props: Props<T>) {
  const { rows, columns, idOf, isOpen } = props;
  if (rows.length === 0 && props.empty) return <p class="muted">{props.empty}</p>;
  return (
    <Scroll label={props.label}>
      <table class="rows">
        <caption class={props.caption ? undefined : "hidden"}>{props.caption ?? props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            {columns.map(({ name, width }) => (
              <th key={name} scope="col" class={widthClass(width)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = idOf(row);
            const open = isOpen(id);
            return (
              <Fragment key={id}>
                <tr class={open ? "open" : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      class="opener"
                      aria-expanded={open}
                      data-item={id}
                      data-focus={id}
                      onClick={() => props.onToggle(id)}
                    >
                      {props.title(row)}
                    </button>
                    {props.sub && <span class="sub">{props.sub(row)}</span>}
                  </th>
                  {columns.map(({ name, width, cell }) => (
                    <td key={name} class={widthClass(width)}>
                      {cell(row)}
                    </td>
                  ))}
                </tr>
                {open && (
                  <tr class="detail">
                    <td colSpan={columns.length + 1}>
                      <div class="panel">{props.detail(row)}</div>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

const widthClass = (width: ColumnWidth | undefined): string | undefined => (width === undefined || width === "always" ? undefined : width);
