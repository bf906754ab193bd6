/** The carried plugins, as `cargo xtask build` listed and built them. */

import { readFileSync } from "node:fs";

/** Id and title of each, in the order of the menu. */
export const carried = (www) => JSON.parse(readFileSync(`${www}generated/plugins/carried.json`, "utf8"));

/**
 * `annexa:plugins` is the list; `annexa:plugins/late` brings the bytes of each when it is asked for;
 * `annexa:plugins/inline` holds them.
 */
export function pluginModules(www) {
  const file = ({ id }) => JSON.stringify(`${www}generated/plugins/${id}.wasm?base64`);
  const load = {
    "annexa:plugins": () => `export default ${JSON.stringify(carried(www))};`,
    "annexa:plugins/late": () => {
      const entries = carried(www).map((plugin) => `[${JSON.stringify(plugin.id)}, () => import(${file(plugin)})]`);
      return `export default new Map([${entries}]);`;
    },
    "annexa:plugins/inline": () => {
      const imports = carried(www).map((plugin, index) => `import p${index} from ${file(plugin)};\n`);
      const entries = carried(www).map(({ id }, index) => `[${JSON.stringify(id)}, p${index}]`);
      return `${imports.join("")}export default new Map([${entries}]);`;
    },
  };
  return {
    name: "annexa-plugins",
    resolveId: (id) => (Object.hasOwn(load, id) ? `\0${id}` : null),
    load: (id) => (id.startsWith("\0") ? (load[id.slice(1)]?.() ?? null) : null),
  };
}
