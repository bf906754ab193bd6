// The page's own parts as the benchmarks use them. When the page's inner interfaces change, this
// file changes, and no other of this folder.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const TODAY = "2026-11-23";

/** A module of the packages that the page is built and tested with. */
export const tool = (name) => import(pathToFileURL(createRequire(join(www, "package.json")).resolve(name)).href);

/** Imports the JavaScript of a bundle and starts its wasm. */
export async function wasm(folder, name) {
  const bundle = await import(pathToFileURL(resolve(folder, `${name}.js`)).href);
  await bundle.default({ module_or_path: await readFile(join(folder, `${name}_bg.wasm`)) });
  return bundle;
}

/** The page's model with its records, for Node, by the page's own bundler. */
export async function modelModule(folder) {
  const { build } = await tool("vite");
  const entry = { model: join(www, "src/model.ts"), records: join(www, "src/records.ts") };
  const lib = { entry, formats: ["es"] };
  await build({ configFile: false, root: www, logLevel: "warn", build: { outDir: resolve(folder), emptyOutDir: true, lib } });
  const load = (name) => import(pathToFileURL(resolve(folder, `${name}.js`)).href);
  return { ...(await load("model")), ...(await load("records")) };
}

/** The ids of the questions by chapter. */
export const chaptersOf = (engine) => engine.catalogue().chapters.map(({ items }) => items);

/** How many numbers a packed delta begins with, before those of scores. */
const HEAD_WIDTH = 9;

/** How JavaScript answers with the engine alone: a function that gives how much an answer changed. */
export function alone(engine) {
  const places = new Map(engine.states().map(({ id, index }) => [id, index]));
  const { response: words } = engine.codes();
  const codes = new Map(words.map((word, code) => [word, code]));
  return (id, response) => {
    const packed = engine.respond(places.get(id), codes.get(response));
    if (!(packed instanceof Int32Array)) throw new Error(JSON.stringify(packed.problems));
    return packed.length - HEAD_WIDTH;
  };
}

/** The page's model over an engine, and how a click reaches it. */
export function page({ Model, withRecords }, engine) {
  const model = new Model(() => withRecords(engine), () => TODAY);
  return {
    model,
    click(id, response) {
      const outcome = model.respond(id, response);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      return outcome.value.scores.length;
    },
  };
}

/** How often `work` crosses into an engine that `open` was given: a bridge that counts its calls. */
export function crossings(Engine, open, work) {
  let count = 0;
  const methods = Object.getOwnPropertyDescriptors(Engine.prototype);
  const names = Object.keys(methods).filter((name) => name !== "constructor" && methods[name].value);
  for (const name of names) {
    Engine.prototype[name] = function (...values) {
      count += 1;
      return methods[name].value.apply(this, values);
    };
  }
  try {
    const opened = open();
    count = 0;
    work(opened);
    return count;
  } finally {
    for (const name of names) Object.defineProperty(Engine.prototype, name, methods[name]);
  }
}
