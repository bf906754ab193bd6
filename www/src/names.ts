/** The catalogue as the page shows it: the engine's facts with the titles and questions of the language. */

import type { CatalogueView, ChapterView, ItemView } from "./api.js";
import { entryOr } from "./words/words.js";

export const named = (facts: CatalogueView): CatalogueView => ({
  ...facts,
  chapters: facts.chapters.map(chapter),
  items: facts.items.map(item),
  attributes: facts.attributes.map((attribute) => ({
    ...attribute,
    label: entryOr(`label.group_kind.${attribute.id}`, attribute.label),
    values: attribute.values.map((value) => ({
      ...value,
      label: entryOr(`label.group.${attribute.id}:${value.id}`, value.label),
    })),
  })),
});

const chapter = (facts: ChapterView): ChapterView => ({
  ...facts,
  title: entryOr(`label.group.${facts.score}`, facts.title),
});

const item = (facts: ItemView): ItemView => ({
  ...facts,
  title: entryOr(`item.${facts.id}.title`, facts.title),
  question: entryOr(`item.${facts.id}.question`, facts.question),
});
