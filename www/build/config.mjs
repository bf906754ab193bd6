/** One bundle's configuration: plain ES modules beside each other, no preload helper, no HTML. */

import { readFileSync } from "node:fs";

/**
 * @param {string} www the folder of this package, with a slash at its end
 * @param {Record<string, string>} entry output name to source file
 */
export function bundle(www, entry) {
  return {
    configFile: false,
    root: www,
    logLevel: "warn",
    plugins: [ownWasmUrl(), base64()],
    build: {
      outDir: "dist",
      emptyOutDir: false,
      target: "es2023",
      lib: { entry, formats: ["es"] },
      rolldownOptions: {
        output: {
          entryFileNames: "[name].js",
          // Two chunks at most: the plugin that is loaded late, and what the entries share.
          chunkFileNames: ({ name }) => (name === "soc2" ? "annexa-soc2.js" : "annexa-widget.js"),
          // A library build keeps its white space unless it is told here.
          minify: true,
        },
      },
    },
  };
}

/**
 * The generated glue falls back to a URL of its own; the widget always passes one, and a library
 * build would put the whole engine into the script in its place.
 */
function ownWasmUrl() {
  return {
    name: "annexa-own-wasm-url",
    transform(code, id) {
      if (!id.endsWith("/generated/annexa.js")) return null;
      return { code: code.replace(/new URL\(\s*(['"])annexa_bg\.wasm\1,\s*import\.meta\.url\s*\)/, "undefined"), map: null };
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
