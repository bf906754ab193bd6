/**
 * The words of the page: one language, loaded in parts; what it lacks is English, and marked so.
 *
 * A key is `file.name`, as in `page.save` for the line `save` of `core/data/words/en/page.toml`.
 */

/** What may stand in the `{name}` places of a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** A sentence, or one for each plural form of CLDR, chosen by the value `count`. */
type Entry = string | { readonly [form in Intl.LDMLPluralRule]?: string };

type Fields = Readonly<Record<string, Entry | readonly string[]>>;

/** How a language writes numbers. */
interface Style {
  readonly decimal: string;
  readonly group: string;
  readonly group_from: number;
  readonly share: string;
  readonly list: string;
}

/** A file of words or a part of one; `core/data/README.md` describes it. */
export interface WordsFile {
  readonly format: string;
  readonly version: number;
  readonly language: string;
  readonly direction?: "ltr" | "rtl";
  readonly style?: Partial<Style>;
  readonly messages?: Readonly<Record<string, Entry>>;
  readonly labels?: Readonly<Record<string, Fields>>;
  readonly items?: Readonly<Record<string, Fields>>;
  readonly documents?: Readonly<Record<string, Fields>>;
  readonly problems?: Readonly<Record<string, Fields>>;
}

/** All words of one language that have been loaded so far. */
interface Layer {
  language: string;
  direction: "ltr" | "rtl";
  style: Style;
  readonly entries: Map<string, Entry | readonly string[]>;
  /** Whether it says of which catalogues it speaks. */
  names: boolean;
}

const layer = (): Layer => ({
  language: "en",
  direction: "ltr",
  style: { decimal: ".", group: ",", group_from: 1000, share: "{number} %", list: ", " },
  entries: new Map(),
  names: false,
});

/** English, which everything falls back to, and over it the language that is shown. */
let base = layer();
let shown = base;

/** Grows when other words are shown, so that everything is drawn again. */
let edition = 0;

/** Texts that are English on a page of another language. */
const foreign = new Set<string>();

/** Takes a part of the language that is shown, or of English behind it. */
export function install(file: WordsFile): void {
  const into = file.language === base.language ? base : shown;
  if (into.entries.size === 0 || into === shown) into.language = file.language;
  into.direction = file.direction ?? into.direction;
  into.style = { ...into.style, ...file.style };
  into.names ||= file.labels?.catalogue !== undefined;
  for (const [key, entry] of Object.entries(file.messages ?? {})) into.entries.set(key, entry);
  for (const [prefix, section] of [
    ["label.", file.labels],
    ["item.", file.items],
    ["document.", file.documents],
    ["", file.problems],
  ] as const) {
    for (const [id, fields] of Object.entries(section ?? {})) {
      for (const [field, entry] of Object.entries(fields)) into.entries.set(`${prefix}${id}.${field}`, entry);
    }
  }
}

/** The catalogue that is shown. */
let subject: string | undefined;

/** From now on words of another catalogue are passed over, even where an id is the same in both. */
export function speakOf(catalogue: string): void {
  subject = catalogue;
}

const speaks = (layer: Layer): boolean =>
  layer.entries.has(`label.catalogue.${subject}`) || (layer !== base && !layer.names && speaks(base));

/** What a layer has under a key. */
const found = (layer: Layer, key: string): Entry | readonly string[] | undefined =>
  subject === undefined || !/^(item|document|label\.group)/.test(key) || speaks(layer) ? layer.entries.get(key) : undefined;

/** Shows another language; its words are installed after this. */
export function show(language: string): void {
  shown = language === base.language ? base : { ...layer(), language };
  foreign.clear();
  edition += 1;
}

export const wordsEdition = (): number => edition;

export const language = (): string => shown.language;
export const direction = (): "ltr" | "rtl" => shown.direction;

/** The sentence under a key with values in its places; the key itself where nobody has it. */
export function t(key: string, values: Values = {}): string {
  const from = found(shown, key) === undefined ? base : shown;
  const entry = found(from, key);
  if (entry === undefined || Array.isArray(entry)) return key;
  const text = fill(form(entry as Entry, from.language, values), values, from.style);
  // A page that never goes on forever keeps this small; marking is a courtesy, not a record.
  if (from !== shown && foreign.size < 10_000) foreign.add(text);
  return text;
}

/** The sentences under a key, for instance the steps of a piece of help. */
export function list(key: string): readonly string[] {
  const entry = found(shown, key) ?? found(base, key);
  return Array.isArray(entry) ? entry : [];
}

/** The name of a word that came from data, in the set under `key`; the word itself where it is new. */
export function word(key: string, name: string): string {
  const entry = `${key}.${name}`;
  return hasEntry(entry) ? t(entry) : name;
}

/** The sentence under a key, or what is given where nobody has it. */
export const entryOr = (key: string, other: string): string => (hasEntry(key) ? t(key) : other);

/** Whether something has come that stands under a key. */
export const hasEntry = (key: string): boolean => (found(shown, key) ?? found(base, key)) !== undefined;

/** Names as the language lists them. */
export const joined = (names: readonly string[]): string => names.join(shown.style.list);

/** What went wrong and what helps, for a problem of the page. */
export const faultWords = (key: string): { message: string; fix: string } => ({ message: t(`${key}.message`), fix: t(`${key}.fix`) });

/** The values of a closed set with their names, for a list to choose from. */
export const options = (key: string, values: readonly string[]): [value: string, label: string][] =>
  values.map((value) => [value, t(`${key}.${value === "" ? "none" : value}`)]);

/** The language of a text that `t` gave, when it is not the one that is shown. */
export const languageOf = (text: unknown): string | undefined =>
  foreign.size > 0 && typeof text === "string" && foreign.has(text) ? base.language : undefined;

/** A whole number as the language writes it. */
export function number(value: number, style: Style = shown.style): string {
  const digits = String(Math.abs(value));
  const grouped =
    Math.abs(value) >= style.group_from ? digits.replace(/\B(?=(?:\d{3})+$)/g, () => style.group) : digits;
  return value < 0 ? `-${grouped}` : grouped;
}

/** A number in tenths as the language writes it, without a needless zero. */
export function tenths(count: number): string {
  const rest = count % 10;
  const whole = String(Math.floor(count / 10));
  return rest === 0 ? whole : `${whole}${shown.style.decimal}${rest}`;
}

/** A share in tenths of a per cent. */
export const share = (count: number): string => shown.style.share.replace("{number}", () => tenths(count));

function form(entry: Entry, language: string, values: Values): string {
  if (typeof entry === "string") return entry;
  const { count } = values;
  const name = typeof count === "number" ? new Intl.PluralRules(language).select(count) : "other";
  return entry[name] ?? entry.other ?? "";
}

/** Puts values into places. A place without a value stays as it is, so that it is seen. */
function fill(sentence: string, values: Values, style: Style): string {
  return sentence.replace(/\{([^}]*)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : place;
    return typeof value === "number" ? number(value, style) : (value as string);
  });
}
