/**
 * The words of the page, cut into parts by when they are shown, so that the first view stays small.
 *
 * Each part is a file of words in its own right, so the engine can read it too. A new sentence is a
 * line in a file of `core/data/words/en`: what stands in `page.toml` comes with the first view, what
 * stands in a file that `LATE` names with the part of that name, and in any other with the reports.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Files whose words come with the late part of the same name. */
const LATE = ["bar", "certification", "comparing", "crosswalk", "drafts", "planning", "risks", "setup", "several"];

/** What an item shows before its help is opened. */
const FIRST = ["title", "question"];
/** Labels of the first view; the others are for reports. */
const FIRST_LABELS = ["group", "group_kind", "catalogue"];
/** Labels that only problems name. */
const PROBLEM_LABELS = ["json_kind", "syntax", "file_kind"];
/** What only the command line and the tools of plugins say. */
const NEVER = ["host", "command"];

/** The languages that were generated. */
export const languages = (www) =>
  readdirSync(`${www}generated/words`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));

/** The parts of one language by name. */
export function parts(www, language) {
  const { messages, labels, items, documents, lint, problems, style, direction, name, ...head } = JSON.parse(
    readFileSync(`${www}generated/words/${language}.json`, "utf8"),
  );
  const all = {
    page: { ...head, name, direction, style },
    reports: { ...head, lint },
    ...Object.fromEntries(LATE.map((name) => [name, { ...head }])),
    problems: { ...head, problems },
  };
  for (const [key, text] of Object.entries(messages)) {
    const file = key.split(".")[0];
    if (NEVER.includes(file)) continue;
    put(all[Object.hasOwn(all, file) ? file : "reports"], "messages", key, text);
  }
  for (const [set, texts] of Object.entries(labels)) {
    const part = FIRST_LABELS.includes(set) ? "page" : PROBLEM_LABELS.includes(set) ? "problems" : "reports";
    put(all[part], "labels", set, texts);
  }
  for (const [id, texts] of Object.entries(items)) {
    const [first, rest] = split(texts);
    put(all.page, "items", id, first);
    if (Object.keys(rest).length > 0) put(help(all, head, id), "items", id, rest);
  }
  // Any requirement may ask for a document, and their titles are short.
  for (const [name, part] of Object.entries(all)) if (/^help-\d/.test(name)) part.documents = documents;
  all.reports.documents = documents;
  return all;
}

/** The name of a part's file. */
export const fileName = (language, part) => `annexa-words-${language}-${part}.json`;

/** Writes the parts of every language into a folder. */
export function writeWords(www, folder) {
  mkdirSync(folder, { recursive: true });
  for (const language of languages(www)) {
    for (const [part, words] of Object.entries(parts(www, language))) {
      writeFileSync(`${folder}/${fileName(language, part)}`, JSON.stringify(words));
    }
  }
}

/**
 * `annexa:words` tells which languages there are, and holds what is said when words do not arrive;
 * `annexa:words/inline` holds all of them.
 */
export function wordsModules(www) {
  const load = {
    "annexa:words": () => {
      const { messages } = JSON.parse(readFileSync(`${www}generated/words/en.json`, "utf8"));
      const start = Object.entries(messages).filter(([key]) => /^page\.(starting|startFault)\./.test(key));
      return { languages: languages(www), parts: Object.keys(parts(www, "en")), start: Object.fromEntries(start) };
    },
    "annexa:words/inline": () => Object.fromEntries(languages(www).map((language) => [language, parts(www, language)])),
  };
  return {
    name: "annexa-words",
    resolveId: (id) => (Object.hasOwn(load, id) ? `\0${id}` : null),
    load(id) {
      const make = load[id.slice(1)];
      return id.startsWith("\0") && make ? `export default ${JSON.stringify(make())};` : null;
    },
  };
}

/** The part with the help of an item's chapter. */
function help(all, head, id) {
  const [first, second] = id.split(/[. ]/);
  const chapter = /^\d/.test(first) ? first : `${first}.${second}`;
  return (all[`help-${chapter}`] ??= { ...head });
}

function put(part, section, key, value) {
  (part[section] ??= {})[key] = value;
}

function split(texts) {
  const entries = Object.entries(texts);
  return [true, false].map((first) => Object.fromEntries(entries.filter(([field]) => FIRST.includes(field) === first)));
}
