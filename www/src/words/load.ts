/** Brings words when they are needed: those of the first view at the start, the rest when it is opened. */

import { Part } from "../parts.js";
import { platform } from "../platform/platform.js";
import { install, language, show, type WordsFile } from "./words.js";

/** Parts that were brought, by name; those of another language are brought anew. */
const parts = new Map<string, Part<void>>();
/** The words that a page brings itself; they lie over all parts. */
let own: WordsFile | undefined;

/** The best of the languages that the widget carries for a wanted one; English otherwise. */
export function carried(wanted: string): string {
  const { languages } = platform().words;
  const tag = wanted.toLowerCase();
  const primary = tag.split("-")[0];
  return languages.find((it) => it.toLowerCase() === tag) ?? languages.find((it) => it === primary) ?? "en";
}

/** Shows a language that the widget carries, with the words of the first view. */
export async function startWords(wanted: string): Promise<void> {
  const next = carried(wanted);
  if (own === undefined && next !== language()) {
    show(next);
    parts.clear();
  }
  await wordsPart("page").load();
}

/** Shows words that the page brings itself; what they lack is English. */
export function useWords(file: WordsFile): void {
  own = file;
  show(file.language);
  install(file);
}

/** A part of the words, to be loaded before what it names is shown. */
export function wordsPart(name: string): Part<void> {
  const known = parts.get(name);
  if (known) return known;
  const part = new Part(async () => {
    // Words of a page's own lie over English; a language that is carried is whole.
    const from = own === undefined ? language() : "en";
    install(await platform().words.part(from, name));
    if (own !== undefined) install(own);
  });
  parts.set(name, part);
  return part;
}
