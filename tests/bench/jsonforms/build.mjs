// Builds the page of JSON Forms from the catalogue as the command line prints it.

import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { tool } from "../page.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const ATTRIBUTES = ["control_type", "infosec_properties", "cybersecurity_concepts", "operational_capabilities", "security_domains"];

/** The chapters with their questions, and the groups whose averages are shown. */
export function questionnaire({ items }) {
  const asked = items.filter((item) => item.question);
  const chapterOf = ({ id }) => (id.startsWith("A.") ? id.split(".").slice(0, 2).join(".") : id.split(".")[0]);
  const groupsOf = (item) => [
    item.id.startsWith("A.") ? "controls" : "requirements",
    chapterOf(item),
    ...ATTRIBUTES.flatMap((attribute) => item[attribute] ?? []),
  ];
  const collect = (namesOf, value) => {
    const groups = new Map();
    for (const item of asked) for (const name of namesOf(item)) groups.set(name, [...(groups.get(name) ?? []), value(item)]);
    return groups;
  };
  const chapters = collect((item) => [chapterOf(item)], ({ id, question }) => ({ id, question }));
  const groups = collect(groupsOf, ({ id }) => id);
  return {
    chapters: [...chapters].map(([title, questions]) => ({ title, questions })),
    groups: [...groups].map(([name, ids]) => ({ name, ids })),
  };
}

/** Puts the page into a folder. */
export async function build(catalogue, folder) {
  const { build } = await tool("vite");
  const text = `export default ${JSON.stringify(questionnaire(catalogue))};`;
  const name = "virtual:questionnaire";
  await build({
    configFile: false,
    root: here,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [{ name: "questionnaire", resolveId: (id) => (id === name ? `\0${name}` : null), load: (id) => (id === `\0${name}` ? text : null) }],
    build: {
      outDir: resolve(folder),
      emptyOutDir: true,
      target: "es2023",
      lib: { entry: join(here, "main.jsx"), formats: ["es"], fileName: () => "main.js" },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Self-assessment</title><script type="module" src="main.js"></script><div id="root"></div></html>\n`;
  await writeFile(join(folder, "index.html"), page);
}
