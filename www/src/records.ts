/** The engine's four calls that speak JSON, as typed records; this is the only place that does so. */

import type { Engine } from "../generated/annexa.js";
import type { AboutRecord, AnswerRecord, Delta, EngineView, Outcome } from "./api.js";

/** Lets an engine take and give records. The members hide the prototype's, so it stays one object. */
export function withRecords(engine: Engine): EngineView {
  const answer = engine.answer.bind(engine);
  const set = engine.set.bind(engine);
  const about = engine.about.bind(engine);
  const setAbout = engine.setAbout.bind(engine);
  return Object.assign(engine as object, {
    answer(id: string): AnswerRecord | undefined {
      const json = answer(id);
      return json === undefined ? undefined : (JSON.parse(json) as AnswerRecord);
    },
    set: (record: AnswerRecord): Outcome<Delta> => set(JSON.stringify(record)),
    about: (): AboutRecord => JSON.parse(about()) as AboutRecord,
    setAbout: (record: AboutRecord): Outcome<undefined> => setAbout(JSON.stringify(record)),
  }) as EngineView;
}
