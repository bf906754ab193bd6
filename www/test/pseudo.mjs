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

/** Runs in the page: plain words that a person can see or hear, with where they are. Ids and figures are no words. */
export const plainWords = () => {
  const found = [];
  const root = document.querySelector("annexa-assessment").shadowRoot;
  const look = (text, where) => {
    // What comes from a plugin, a person or the browser is not the widget's.
    for (const [word] of text.replaceAll("SOC 2", "").matchAll(/[A-Za-z]{2,}/g)) found.push(`${word} in ${where}: ${text.trim().slice(0, 80)}`);
  };
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Text) {
      if (!node.parentElement.closest("style, code, input, textarea, [data-own]")) look(node.data, node.parentElement.className || node.parentElement.tagName);
      continue;
    }
    for (const name of ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"]) {
      if (node.hasAttribute(name)) look(node.getAttribute(name), name);
    }
  }
  return found;
};
