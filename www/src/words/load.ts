/** Brings words when they are needed: those of the first view at the start, the rest when it is opened. */

import type { ProblemView } from "../api.js";
import { Part } from "../part.js";
import { platform } from "../platform/platform.js";
import { faultWords, install, language, show, wordsEdition, type WordsFile } from "./words.js";

/** Parts that were brought, by name; those of another language are brought anew. */
const parts = new Map<string, Part<true>>();
/** What was brought, by the name of the part. */
const files = new Map<string, WordsFile>();
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
  const names = new Set(["page"]);
  if (own === undefined && next !== language()) {
    // What has been shown in one language is wanted in the next one too.
    for (const name of parts.keys()) names.add(name);
    show(next);
    parts.clear();
    files.clear();
  }
  await Promise.all([...names].map((name) => wordsPart(name).load()));
}

/** The help with every question, for whom one chapter is not enough. */
export const everyHelp = new Part(async () => {
  await Promise.all(platform().words.parts.filter((name) => name.startsWith("help-")).map((name) => wordsPart(name).load()));
  return true as const;
});

/** Differs once other words are shown or more of them have come. */
export const wordsState = (): string => `${wordsEdition()} ${files.size}`;

/** The files of the language as bytes, and those of the page itself. */
export function wordsBytes(): { files: Uint8Array[]; own: Uint8Array | undefined } {
  const bytes = (file: WordsFile): Uint8Array => new TextEncoder().encode(JSON.stringify(file));
  return { files: [...files.values()].map(bytes), own: own && bytes(own) };
}

/** Shows words that the page brings itself; what they lack is English. */
export function useWords(file: WordsFile): void {
  own = file;
  show(file.language);
  install(file);
}

/** The most that a file of words may have, in bytes. */
const LIMIT_BYTES = 8 * 1024 * 1024;

/** The language of an element or of what is around it, shadow roots included. */
export function wantedLanguage(element: HTMLElement): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof HTMLElement && node.lang !== "") return node.lang;
  }
  return "en";
}

export const fileBytes = async (file: Uint8Array | Blob): Promise<Uint8Array> =>
  file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file;

/** Shows a page's own file of words, or says what is wrong with it. */
export async function useWordsOf(file: Uint8Array | Blob): Promise<ProblemView | undefined> {
  try {
    useWords(await readWords(file));
    return undefined;
  } catch {
    return { code: "E-NOT-OURS", place: "words", ...faultWords("page.wordsFault") };
  }
}

/** Reads a file of words; the engine looks at every word of it when it needs them. */
async function readWords(file: Uint8Array | Blob): Promise<WordsFile> {
  const bytes = file instanceof Blob ? await file.slice(0, LIMIT_BYTES).arrayBuffer() : file;
  const words: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  const { format, version, language } = words as Partial<WordsFile>;
  if (format !== "annexa-words" || version !== 1 || typeof language !== "string") throw new TypeError("no words");
  return words as WordsFile;
}

/** Whether the languages that are carried have a part. */
export const hasPart = (name: string): boolean => platform().words.parts.includes(name);

/** A part of the words, to be loaded before what it names is shown. */
export function wordsPart(name: string): Part<true> {
  const known = parts.get(name);
  if (known) return known;
  const part = new Part(async () => {
    // Words of a page's own lie over English; a language that is carried is whole.
    const from = own === undefined ? language() : "en";
    const file = await platform().words.part(from, name);
    files.set(name, file);
    install(file);
    if (own !== undefined) install(own);
    return true as const;
  });
  parts.set(name, part);
  return part;
}
