/** Imports TypeScript of `src` into a unit test, through the same bundler as the build. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const www = fileURLToPath(new URL("..", import.meta.url));

export async function source(path) {
  const folder = mkdtempSync(join(tmpdir(), "annexa-unit-"));
  try {
    await build({
      configFile: false,
      root: www,
      logLevel: "warn",
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        lib: { entry: join(www, "src", path), formats: ["es"], fileName: () => "unit.mjs" },
      },
    });
    return await import(pathToFileURL(join(folder, "unit.mjs")).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
