/** One bundle's configuration: plain ES modules beside each other, no preload helper, no HTML. */

import { readFileSync } from "node:fs";
import { pluginModules } from "./plugins.mjs";
import { wordsModules } from "./words.mjs";

/** The parts that are loaded late, by the module that each begins with. */
const LATE = {
  bar: "annexa-bar.js",
  certification: "annexa-certification.js",
  comparing: "annexa-comparing.js",
  crosswalk: "annexa-crosswalk.js",
  crosswalk_engine: "annexa-crosswalk-engine.js",
  details: "annexa-details.js",
  planning: "annexa-planning.js",
  replacing: "annexa-replacing.js",
  report_engine: "annexa-report-engine.js",
  reports: "annexa-reports.js",
  risks: "annexa-risks.js",
  setup: "annexa-setup.js",
  several: "annexa-several.js",
  shared: "annexa-shared.js",
  whole_engine: "annexa-whole.js",
};

/** A late part by its module; each carried plugin is one of its own. */
function chunkName({ name, facadeModuleId }) {
  const [, plugin] = /\/plugins\/([a-z0-9-]+)\.wasm\?base64$/.exec(facadeModuleId ?? "") ?? [];
  return plugin ? `annexa-${plugin}.js` : (LATE[name] ?? "annexa-widget.js");
}

/**
 * @param {string} www the folder of this package, with a slash at its end
 * @param {Record<string, string>} entry output name to source file
 * @param {{ alone?: boolean, offline?: boolean }} options whether all goes into one file, late parts
 *   too, and whether the engine always comes as a module, so that its glue keeps no way to the network
 */
export function bundle(www, entry, { alone = false, offline = false } = {}) {
  return {
    configFile: false,
    root: www,
    logLevel: "warn",
    plugins: [glue(offline), base64(), pluginModules(www), wordsModules(www)],
    build: {
      outDir: "dist",
      emptyOutDir: false,
      target: "es2023",
      lib: { entry, formats: ["es"] },
      rolldownOptions: {
        output: {
          entryFileNames: "[name].js",
          codeSplitting: alone ? false : { groups: shares(www) },
          chunkFileNames: chunkName,
          // Hints for bundlers are of no use in what is already bundled.
          comments: { annotation: false, jsdoc: false },
          // A library build keeps its white space unless it is told here.
          minify: true,
        },
      },
    },
  };
}

/**
 * What several parts share is a file of its own: one for what the first view needs, and one for what
 * only late parts do.
 */
function shares(www) {
  const first = new Set();
  const follow = (id, context) => {
    if (first.has(id)) return;
    first.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) follow(next, context);
  };
  const widget = (id, context) => {
    for (const entry of ["define.ts", "class.ts"]) follow(`${www}src/${entry}`, context);
    return first.has(id) ? "widget" : null;
  };
  return [
    { name: widget, debugName: "widget", minShareCount: 2, priority: 2 },
    { name: "shared", minShareCount: 2, priority: 1 },
  ];
}

/**
 * The generated glue may fall back to a URL of its own; the widget always passes one, and a library
 * build would put the whole engine into the script in its place. The late engines always come
 * as bytes, so their glue keeps no way to the network at all.
 */
function glue(offline) {
  const ownUrl = /new URL\(\s*(['"])\w+_bg\.wasm\1,\s*import\.meta\.url\s*\)/g;
  const request = /\bfetch\(module_or_path\)/g;
  return {
    name: "annexa-glue",
    transform(code, id) {
      const [, module] = /\/generated\/(annexa|crosswalk|report)\.js$/.exec(id) ?? [];
      if (!module) return null;
      const plain = code.replace(ownUrl, "undefined");
      const calm = offline || module !== "annexa" ? plain.replace(request, "undefined") : plain;
      if (module !== "report") return { code: calm, map: null };
      // The page hands the compiled module to a worker, and the glue keeps it to itself.
      return { code: calm.replace("wasmModule = module;", "wasmModule = __wbg_init.module = module;"), map: null };
    },
  };
}

/** `import text from "./file?base64"`: a file's bytes as text, so that they need no request. */
function base64() {
  return {
    name: "annexa-base64",
    load(id) {
      const [file, query] = id.split("?");
      if (query !== "base64") return null;
      return { code: `export default "${readFileSync(file).toString("base64")}";`, map: null };
    },
  };
}
