// Effort of rows as ranges, how ranges add up, what waits for what, and the calendar.

import { byId, effort, method } from "../facts.mjs";
import { entryOf, soaApproval, stateOf } from "./papers.mjs";

const FIRST = { 0: 0, XS: 50, S: 100, M: 200, L: 400, XL: 800 };
const YEARLY = { 0: 0, XS: 20, S: 50, M: 125, L: 320, XL: 800 };

const PEOPLE = [5, 30, 120, 500, 2000];
const SIZE = {
  fixed: [7000, 10000, 13000, 19000, 30000],
  people: [5000, 10000, 20000, 40000, 80000],
  systems: [5500, 10000, 18000, 36000, 75000],
  sites: [6000, 10000, 15000, 30000, 65000],
  suppliers: [5000, 10000, 17000, 32000, 65000],
};
const TYPED = { suppliers: [5, 15, 40, 100, 300], systems: [10, 40, 150, 500, 2000] };
const IT = {
  cloud: { systems: 8000, sites: 6000, suppliers: 12000 },
  provider: { systems: 6500, sites: 7000, suppliers: 14000 },
};
const SECTOR = { ordinary: 10000, customers_regulated: 11000, regulated: 12500, regulated_ot: 12500 };
const START = { nothing: 13000, usual: 10000, good: 6500, other_system: 5500, certified: 3000 };
const LEFT = { not_implemented: 10000, planned: 9000, partly: 5000, implemented: 0 };
const PAPER = { missing: 10000, draft: 5000, approved: 0 };

const CAPACITY = [200, 400, 700, 1200, 2000];
const LEAST_WEEKS = [6, 8, 12, 18, 26];
const GAP = [4, 6, 10];

export const mul = (a, b) => Math.floor((a * b + 5000) / 10000);

/** A value between the anchors of people, flat beyond both ends. */
function between(people, values) {
  if (people <= PEOPLE[0]) return values[0];
  for (let at = 1; at < PEOPLE.length; at += 1) {
    if (people > PEOPLE[at]) continue;
    const [from, to] = [PEOPLE[at - 1], PEOPLE[at]];
    return values[at - 1] + Math.floor(((values[at] - values[at - 1]) * (people - from)) / (to - from));
  }
  return values.at(-1);
}

function size(context, driver) {
  const byPeople = between(context.people ?? 30, SIZE[driver]);
  const count = context[driver];
  if (driver === "people" || driver === "fixed" || count === undefined) return byPeople;
  if (driver !== "sites") {
    const at = TYPED[driver].findIndex((anchor) => anchor >= count);
    return at < 0 ? SIZE[driver].at(-1) : SIZE[driver][at];
  }
  if (count === 0) return 0;
  if (count === 1) return Math.min(byPeople, 10000);
  if (count <= 3) return 15000;
  return count <= 10 ? 30000 : 65000;
}

/** Size, IT and sector, each step rounded. */
export function factor(context, driver) {
  const sector = context.sector ?? "ordinary";
  const withOt = sector === "regulated_ot" && (driver === "systems" || driver === "sites");
  const run = mul(size(context, driver), IT[context.it]?.[driver] ?? 10000);
  return mul(run, withOt ? 14000 : SECTOR[sector]);
}

const range = (likely) => [Math.floor(likely / 2), likely, 2 * likely];

/** What is left of a row in bp; `undefined` where nobody said anything, `null` where it is excluded. */
function left(doc, id, approvedSoa) {
  if (byId.has(id)) {
    const state = doc.applicability(id);
    if (state === "excluded") return null;
    const known = LEFT[doc.implementation(id)];
    return state === "inherited" ? Math.min(2000, known ?? 2000) : known;
  }
  if (!entryOf(doc, id) && !(id === method.soa_document && approvedSoa === "holds")) return undefined;
  return PAPER[stateOf(doc, id, approvedSoa)];
}

/** The rows of a standard, with their ranges; without a document as not assessed. */
export function rows(context, standard, doc) {
  const approved = doc && soaApproval(doc).state;
  return [...effort.values()]
    .filter((row) => standard !== "27002" || row.id.startsWith("A."))
    .map((row) => {
      const its = doc ? left(doc, row.id, approved) : undefined;
      const whole = its === null ? 0 : factor(context, row.driver);
      const rest = its === null ? 0 : mul(whole, its ?? START[context.start ?? "usual"]);
      return {
        id: row.id,
        after: row.after ?? [],
        open: its !== 0 && its !== null,
        initial: range(mul(FIRST[row.initial], rest)),
        running: range(mul(YEARLY[row.running], whole)),
      };
    });
}

/** The smallest whole number whose square is not below. */
function rootUp(square) {
  if (square <= 0n) return 0n;
  let low = 0n;
  let high = square;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (middle * middle >= square) high = middle;
    else low = middle + 1n;
  }
  return low;
}

export function sum(ranges) {
  const likely = ranges.reduce((all, it) => all + it[1], 0);
  const spread = (of) => {
    const all = ranges.map((it) => BigInt(of(it)));
    const whole = all.reduce((a, b) => a + b, 0n);
    const squares = all.reduce((a, b) => a + b * b, 0n);
    return Number(rootUp((7500n * squares + 2500n * whole * whole + 9999n) / 10000n));
  };
  return [likely - spread((it) => it[1] - it[0]), likely, likely + spread((it) => it[2] - it[1])];
}

/** Both ranges of a standard in a context in which nobody has assessed anything. */
export function expected(context, standard) {
  const all = rows(context, standard);
  const running = sum(all.map((row) => row.running));
  const first = all.map((row) => row.initial);
  if (standard !== "both") return { initial: sum(first), running };
  const [low, likely, high] = sum([...first, range(mul(400, factor(context, "fixed")))]);
  return { initial: [low, likely, likely + mul(high - likely, 8500)], running };
}

/** Weeks until everything is built, and until stage 2, for low, likely and high. */
export function calendar(context, initial) {
  const people = context.people ?? 30;
  const capacity = context.capacity_cd_week ?? between(people, CAPACITY);
  const least = between(people, LEAST_WEEKS);
  const all = initial.map((effortOf, at) => {
    const built = Math.max(least, Math.ceil(effortOf / capacity));
    const first = 2 + Math.ceil((7 * built) / 10);
    const records = 2 + Math.ceil((6 * built) / 10) + 13;
    return [built, Math.max(built + 4, records + 2, first + GAP[at])];
  });
  return { built: all.map(([week]) => week), second: all.map(([, week]) => week) };
}

/** What is left of an assessment: what a row waits for, and what conditions of a gate take. */
export class Open {
  constructor(doc) {
    const all = rows(doc.file.context ?? {}, "27001", doc);
    this.rows = new Map(all.map((row) => [row.id, row]));
  }

  waitsFor(id) {
    const row = this.rows.get(id);
    return row?.open ? row.after.filter((before) => this.rows.get(before).open) : [];
  }

  /** The effort of what blocks a condition and what it waits for; `grounds` are those that block. */
  takes(condition, grounds) {
    const listed = (reason) =>
      method.ground.find((it) => it.condition === condition && it.reasons.includes(reason))?.rows;
    const ids = new Set(grounds.flatMap(([reason, , about]) => listed(reason) ?? about));
    const all = [...ids].filter((id) => this.rows.has(id)).map((id) => this.rows.get(id));
    const waits = new Set(all.flatMap((row) => this.waitsFor(row.id)).filter((id) => !ids.has(id)));
    const effortOf = all.length ? sum(all.map((row) => (row.open ? row.initial : row.running))) : null;
    return [effortOf, [...waits]];
  }
}
