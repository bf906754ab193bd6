/** The engine's calls that speak JSON or packed numbers, as typed records; nothing else does so. */

import type { Codes, Engine } from "../generated/annexa.js";
import type {
  AboutRecord,
  AnswerRecord,
  Delta,
  EngineView,
  ItemStateView,
  LoadOutcome,
  Outcome,
  Response,
  ScoreView,
  SetDelta,
} from "./api.js";
import { spoken } from "./problems.js";

/** How many numbers a packed delta begins with. */
const HEAD_WIDTH = 9;
/** How many numbers stand for one score in a packed delta. */
const SCORE_WIDTH = 6;

/** Where entries of one opened copy are made: drawn anew, so that no two copies make the same ids. */
const drawnOrigin = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** What stays the same as long as there is an engine: names for its numbers. */
interface Names {
  readonly codes: Codes;
  readonly keys: readonly string[];
  readonly ids: readonly (string | undefined)[];
}

/** Lets an engine take and give records. The members hide the prototype's, so it stays one object. */
export function withRecords(engine: Engine): EngineView {
  const answer = engine.answer.bind(engine);
  const set = engine.set.bind(engine);
  const respond = engine.respond.bind(engine);
  const about = engine.about.bind(engine);
  const setAbout = engine.setAbout.bind(engine);
  const load = engine.load.bind(engine);
  engine.setOrigin(drawnOrigin());
  const states = engine.states();
  const places = new Map(states.map(({ id, index }) => [id, index]));
  const codes = engine.codes();
  const ids: string[] = [];
  for (const { id, index } of states) ids[index] = id;
  const names: Names = {
    codes,
    keys: engine.scores().map((score) => score.key),
    ids,
  };
  const responses = new Map(codes.response.map((word, code) => [word, code]));
  return Object.assign(engine as object, {
    answer(id: string): AnswerRecord | undefined {
      const json = answer(id);
      return json === undefined ? undefined : (JSON.parse(json) as AnswerRecord);
    },
    set(record: AnswerRecord): Outcome<SetDelta> {
      const outcome = spoken(set(JSON.stringify(record)));
      if (!outcome.ok) return outcome;
      const { packed, answer: json } = outcome.value;
      const kept = json === undefined ? {} : { answer: JSON.parse(json) as AnswerRecord };
      return { ok: true, value: { ...unpacked(packed, names), ...kept } };
    },
    respond(id: string, response: Response | undefined): Outcome<Delta> {
      // An unknown place and an unknown code are the engine's to refuse.
      const code = response === undefined ? -1 : (responses.get(response) ?? codes.response.length);
      const result = respond(places.get(id) ?? 0xffff_ffff, code);
      return result instanceof Int32Array ? { ok: true, value: unpacked(result, names) } : spoken(result);
    },
    load(bytes: Uint8Array): LoadOutcome {
      const outcome = spoken(load(bytes));
      if (outcome.ok) engine.setOrigin(drawnOrigin());
      return outcome;
    },
    about: (): AboutRecord => JSON.parse(about()) as AboutRecord,
    setAbout: (record: AboutRecord): Outcome<undefined> => spoken(setAbout(JSON.stringify(record))),
  }) as EngineView;
}

function unpacked(packed: Int32Array | readonly number[], { codes, keys, ids }: Names): Delta {
  const [index = 0, implementation = 0, applicability = 0, response = -1, overridden = 0, answered = 0, has = 0, day = 0, count = 0] =
    packed;
  const item: ItemStateView = {
    index,
    id: ids[index] ?? "",
    implementation: codes.implementation[implementation] ?? "not_assessed",
    applicability: codes.applicability[applicability] ?? "applicable",
    overridden: overridden === 1,
    answered: answered === 1,
    hasAnswer: has === 1,
  };
  const scores: ScoreView[] = [];
  const end = HEAD_WIDTH + count * SCORE_WIDTH;
  for (let at = HEAD_WIDTH; at < end; at += SCORE_WIDTH) {
    const scoreBp = packed[at + 1] ?? -1;
    const coverageBp = packed[at + 2] ?? -1;
    scores.push({
      key: keys[packed[at] ?? -1] ?? "",
      ...(scoreBp < 0 ? {} : { scoreBp }),
      ...(coverageBp < 0 ? {} : { coverageBp }),
      assessed: packed[at + 3] ?? 0,
      inScope: packed[at + 4] ?? 0,
      pointsBp: packed[at + 5] ?? 0,
    });
  }
  const word = codes.response[response];
  return {
    item,
    scores,
    risks: [...packed.slice(end)],
    ...(word === undefined ? {} : { response: word }),
    ...(day === 0 ? {} : { changed: date(day) }),
  };
}

let lastDay = 0;
let lastDate = "";

/** `2026-11-23` of 20261123; nearly always the same day as before. */
function date(day: number): string {
  if (day !== lastDay) {
    const digits = String(day).padStart(8, "0");
    lastDay = day;
    lastDate = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  }
  return lastDate;
}
