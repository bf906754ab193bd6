/** Puts the declarations into `dist`: an entry each, and only the files that an entry leads to. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * @param {string} www the package's folder
 * @param {string} emitted where the compiler put every declaration
 * @param {Record<string, string>} entries declaration in `dist` to module in `src`
 */
export function writeTypes(www, emitted, entries) {
  // The engines' own declarations are an input of the compiler, so it does not copy them.
  mkdirSync(join(emitted, "generated"), { recursive: true });
  for (const name of ["annexa.d.ts", "crosswalk.d.ts", "report.d.ts"]) {
    // They may mention `Symbol.dispose`, which a user's own configuration need not know.
    const text = readFileSync(join(www, "generated", name), "utf8");
    writeFileSync(join(emitted, "generated", name), `/// <reference lib="esnext.disposable" />\n${text}`);
  }
  const seen = new Set();
  for (const [name, module] of Object.entries(entries)) {
    take(join(emitted, `src/${module}.d.ts`), emitted, join(www, "dist/types"), seen);
    writeFileSync(join(www, "dist", name), `export * from "./types/src/${module}.js";\n`);
  }
}

function take(file, from, to, seen) {
  if (seen.has(file)) return;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const target = join(to, relative(from, file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)\.js"/g)) {
    take(join(dirname(file), `${path}.d.ts`), from, to, seen);
  }
}
