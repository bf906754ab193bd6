/** Problems of the engine in words: it gives code, case and values, the language has the sentences. */

import type { Outcome as EngineOutcome, ProblemData } from "../generated/annexa.js";
import type { Outcome, ProblemView } from "./api.js";
import type { Part } from "./part.js";
import { wordsPart } from "./words/load.js";
import { hasEntry, joined, t, word, type Values } from "./words/words.js";

/** Problems whose sentences come late; those that the page makes itself have theirs. */
const late = new WeakSet<ProblemView>();

const sentencesPart = (): Part<true> => wordsPart("problems");

/**
 * A problem with its sentences, in the language that is shown when they are read. Until the
 * sentences have come the code stands for them.
 */
export function inWords({ code, case: which, place, values }: ProblemData): ProblemView {
  const key = which === "" ? code : `${code}.${which}`;
  const say = (field: string, before: string): string =>
    hasEntry(`${key}.${field}`) ? t(`${key}.${field}`, named(values)) : before;
  const problem: ProblemView = {
    code,
    place,
    get message() {
      return say("message", code);
    },
    get fix() {
      return say("fix", "");
    },
  };
  late.add(problem);
  return problem;
}

/** What the engine answers, its problems in words. */
export const spoken = <T>(outcome: EngineOutcome<T>): Outcome<T> =>
  outcome.ok ? outcome : { ok: false, problems: outcome.problems.map(inWords) };

/** Brings the sentences of problems; nothing where they are there, or are not needed. */
export function sentences(problems: readonly ProblemView[]): Promise<true> | undefined {
  const part = sentencesPart();
  return part.loaded || !problems.some((problem) => late.has(problem)) ? undefined : part.load();
}

/** The values as the renderer takes them: closed sets have names, lists are one text. */
function named(values: ProblemData["values"]): Values {
  const entries = values.map(([name, value]) => {
    if (Array.isArray(value)) return [name, joined(value)];
    return [name, typeof value === "object" ? word(`label.${value.set}`, value.word) : value];
  });
  return Object.fromEntries(entries) as Values;
}
