/** The groups that the result view shows, by the engine's score keys. */

import type { CatalogueView } from "./api.js";

export interface Row {
  readonly key: string;
  readonly label: string;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
}

/** Clauses, themes and the five attributes, in the catalogue's order. */
export function resultGroups(
  catalogue: CatalogueView,
  labels: { readonly clauses: string; readonly themes: string },
): Group[] {
  const chapters = (force: "requirement" | "guidance"): Row[] =>
    catalogue.chapters
      .filter((chapter) => chapter.force === force)
      .map(({ id, title, score }) => ({ key: score, label: `${id} ${title}` }));
  const attributes = catalogue.attributes.map(({ id, label, values }) => ({
    id,
    label,
    rows: values.map((value) => ({ key: `${id}:${value.id}`, label: value.label })),
  }));
  return [
    { id: "clauses", label: labels.clauses, rows: chapters("requirement") },
    { id: "themes", label: labels.themes, rows: chapters("guidance") },
    ...attributes,
  ];
}
