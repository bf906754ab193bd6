/** The engine's calls that speak JSON or packed numbers, as typed records; nothing else does so. */

import type { Delta as PackedDelta, Engine } from "../generated/annexa.js";
import type { AboutRecord, AnswerRecord, Delta, EngineView, LoadOutcome, Outcome, Response, ScoreView } from "./api.js";

/** How many numbers stand for one score in a packed delta. */
const SCORE_WIDTH = 6;

/** Where entries of one opened copy are made: drawn anew, so that no two copies make the same ids. */
const drawnOrigin = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Lets an engine take and give records. The members hide the prototype's, so it stays one object. */
export function withRecords(engine: Engine): EngineView {
  const answer = engine.answer.bind(engine);
  const set = engine.set.bind(engine);
  const respond = engine.respond.bind(engine);
  const about = engine.about.bind(engine);
  const setAbout = engine.setAbout.bind(engine);
  const load = engine.load.bind(engine);
  engine.setOrigin(drawnOrigin());
  const keys = engine.scores().map((score) => score.key);
  return Object.assign(engine as object, {
    answer(id: string): AnswerRecord | undefined {
      const json = answer(id);
      return json === undefined ? undefined : (JSON.parse(json) as AnswerRecord);
    },
    set: (record: AnswerRecord): Outcome<Delta> => unpacked(set(JSON.stringify(record)), keys),
    respond: (id: string, response: Response | undefined): Outcome<Delta> => unpacked(respond(id, response), keys),
    load(bytes: Uint8Array): LoadOutcome {
      const outcome = load(bytes);
      if (outcome.ok) engine.setOrigin(drawnOrigin());
      return outcome;
    },
    about: (): AboutRecord => JSON.parse(about()) as AboutRecord,
    setAbout: (record: AboutRecord): Outcome<undefined> => setAbout(JSON.stringify(record)),
  }) as EngineView;
}

function unpacked(outcome: Outcome<PackedDelta>, keys: readonly string[]): Outcome<Delta> {
  if (!outcome.ok) return outcome;
  const { item, scores: packed } = outcome.value;
  const scores: ScoreView[] = [];
  for (let at = 0; at + SCORE_WIDTH <= packed.length; at += SCORE_WIDTH) {
    const [place = 0, scoreBp = -1, coverageBp = -1, assessed = 0, inScope = 0, pointsBp = 0] = packed.subarray(at, at + SCORE_WIDTH);
    scores.push({
      key: keys[place] ?? "",
      ...(scoreBp < 0 ? {} : { scoreBp }),
      ...(coverageBp < 0 ? {} : { coverageBp }),
      assessed,
      inScope,
      pointsBp,
    });
  }
  return { ok: true, value: { item, scores } };
}
