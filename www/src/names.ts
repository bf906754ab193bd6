/** The catalogue as the page shows it: the engine's facts with the titles and questions of the language. */

import type { CatalogueFacts } from "../generated/annexa.js";
import type { CatalogueView } from "./api.js";
import { entryOr, speakOf, word } from "./words/words.js";

export function named(facts: CatalogueFacts): CatalogueView {
  speakOf(facts.id);
  return {
    id: facts.id,
    title: word("label.catalogue", facts.id),
    chapters: facts.chapters.map((chapter) => ({ ...chapter, title: word("label.group", chapter.score) })),
    items: facts.items.map((item) => ({ ...item, title: itemTitle(item.id), question: entryOr(`item.${item.id}.question`, "") })),
    attributes: facts.attributes.map(({ id, values }) => ({
      id,
      label: word("label.group_kind", id),
      values: values.map((value) => ({ id: value, label: entryOr(`label.group.${id}:${value}`, value) })),
    })),
  };
}

/** The short title of an item; its id where no language has one. */
export const itemTitle = (id: string): string => entryOr(`item.${id}.title`, id);

/** A document's title; its id where no language has one. */
export const documentTitle = (id: string): string => entryOr(`document.${id}.title`, id);
