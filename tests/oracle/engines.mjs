// What the two builds of the engine say: the native one over a pipe, the page's in this process.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { ASKED } from "./rules/chooser.mjs";

const GENERATED = new URL("../../www/generated/", import.meta.url);

/** The texts of many assessments from the native build, each a list in the order of `project`. */
export function native(program, assessments) {
  const input = assessments.map(({ today, choice, file }) => `${today} ${choice} ${JSON.stringify(file)}\n`).join("");
  const { status, stdout, stderr, error } = spawnSync(program, { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw error ?? new Error(`the native engine: ${stderr}`);
  const lines = stdout.toString("utf8").split("\n").slice(0, -1);
  return lines.map((line) => line.split("\t").slice(0, -1));
}

/** The same from the page's whole engine. */
export async function page() {
  const module = await import(new URL("report.js", GENERATED));
  module.initSync({ module: readFileSync(new URL("report_bg.wasm", GENERATED)) });
  const [report, engine] = [new module.Report(), new module.Engine()];
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const line = (bytes) => decoder.decode(bytes).replaceAll("\n", "");
  const asked = (choice, letter) => ASKED.filter((_, at) => choice[at] === letter);
  return ({ today, choice, file }) => {
    for (const outcome of [engine.setToday(today), engine.load(encoder.encode(JSON.stringify(file)))]) {
      if (outcome?.problems) return [JSON.stringify(outcome.problems)];
    }
    return [
      report.report(engine),
      report.soaJson(engine),
      report.risksJson(engine, today),
      report.gatesJson(engine, today),
      report.lintJson(engine, today),
      report.roadmapJson(engine, today),
      report.overJson(engine, today),
      report.contextJson(engine),
      report.papersJson(engine, today),
      report.choiceJson(engine, asked(choice, "y"), asked(choice, "n"), "", "", ""),
    ].map(line);
  };
}
