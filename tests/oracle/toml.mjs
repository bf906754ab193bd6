// Reads the part of TOML in which the data files are written: tables, lists of tables, strings,
// numbers, booleans, lists and inline tables. Anything else is an error and not a guess.

export function toml(source) {
  const root = {};
  let table = root;
  let at = 0;

  const fail = (what) => {
    const line = source.slice(0, at).split("\n").length;
    throw new Error(`line ${line}: ${what}`);
  };
  const blank = (lines) => {
    for (;;) {
      const char = source[at];
      if (char === " " || char === "\t" || (lines && (char === "\n" || char === "\r"))) at += 1;
      else if (char === "#") while (at < source.length && source[at] !== "\n") at += 1;
      else return;
    }
  };
  const take = (char) => (source[at] === char ? (at += 1) : fail(`\`${char}\` is expected`));
  const key = () => {
    if (source[at] === '"') return string();
    const found = /^[A-Za-z0-9_-]+/.exec(source.slice(at, at + 100));
    if (!found) fail("a name is expected");
    at += found[0].length;
    return found[0];
  };
  const string = () => {
    const found = /^"(?:[^"\\\n]|\\.)*"/.exec(source.slice(at));
    if (!found) fail("a text is expected");
    at += found[0].length;
    return JSON.parse(found[0]);
  };
  const value = () => {
    blank(true);
    const char = source[at];
    if (char === '"') return string();
    if (char === "[") return list();
    if (char === "{") return inline();
    const found = /^(true|false|-?[0-9]+)/.exec(source.slice(at, at + 40));
    if (!found) fail("a value is expected");
    at += found[0].length;
    return JSON.parse(found[0]);
  };
  const list = () => {
    const values = [];
    for (at += 1, blank(true); source[at] !== "]"; blank(true)) {
      values.push(value());
      blank(true);
      if (source[at] !== "]") take(",");
    }
    at += 1;
    return values;
  };
  const inline = () => {
    const members = {};
    for (at += 1, blank(true); source[at] !== "}"; blank(true)) {
      pair(members);
      blank(true);
      if (source[at] !== "}") take(",");
    }
    at += 1;
    return members;
  };
  const pair = (into) => {
    const name = key();
    blank(false);
    take("=");
    into[name] = value();
  };
  const header = () => {
    const many = source.startsWith("[[", at);
    at += many ? 2 : 1;
    const name = key();
    take("]");
    if (many) {
      take("]");
      root[name] ??= [];
      root[name].push((table = {}));
    } else {
      table = root[name] ??= {};
    }
  };

  for (blank(true); at < source.length; blank(true)) {
    if (source[at] === "[") header();
    else pair(table);
  }
  return root;
}
