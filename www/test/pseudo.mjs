/**
 * Languages that nobody speaks, made from the English words: accented and longer, or from right to left.
 *
 * What such a page shows in plain letters does not come from the language's files, and what does not
 * fit there will not fit in German either.
 */

const ACCENTED = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, index) => [
    letter,
    [..."åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"][index],
  ]),
);

/** Latin letters with accents, and 40 % more of them. */
export const accented = (words) =>
  pseudo(words, { language: "en-XA", direction: "ltr" }, (text) => {
    const longer = text.replace(/[A-Za-z]/g, (letter) => ACCENTED[letter]);
    const more = Math.ceil([...text].length * 0.4);
    return `${longer} ${"·· ".repeat(Math.ceil(more / 3)).trim()}`.slice(0, longer.length + 1 + more).trimEnd();
  });

/** Each word written from right to left, on a page that is. */
export const mirrored = (words) =>
  pseudo(words, { language: "ar-XB", direction: "rtl" }, (text) => text.replace(/[A-Za-z]+/g, (word) => `\u202e${word}\u202c`));

/** The words with every text changed outside of its `{name}` places. */
function pseudo(words, head, change) {
  const text = (value) => value.split(/(\{[^}]*\})/).map((part, index) => (index % 2 === 1 || part.trim() === "" ? part : around(part, change))).join("");
  const deep = (value) => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(deep);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
  };
  const { format, version, style, language: _, direction: __, name: ___, ...sections } = words;
  return { format, version, ...head, style, ...deep(sections) };
}

/** Spaces at the ends belong to the sentence around the part. */
function around(part, change) {
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part);
  return `${before}${change(inner)}${after}`;
}
