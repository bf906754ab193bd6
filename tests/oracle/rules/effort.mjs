// Effort in hundredths of a person-day: factors, sums, weeks. From docs/rules-effort.md.

import { effort } from "../facts.mjs";

const CLASS = { 0: 0, XS: 50, S: 100, M: 200, L: 400, XL: 800 };
const PEOPLE = [5, 30, 120, 500, 2000];
const SIZE = {
  fixed: [7000, 10000, 13000, 19000, 30000],
  people: [5000, 10000, 20000, 40000, 80000],
  systems: [5500, 10000, 18000, 36000, 75000],
  sites: [6000, 10000, 15000, 30000, 65000],
  suppliers: [5000, 10000, 17000, 32000, 65000],
};
const COUNTS = { suppliers: [5, 15, 40, 100, 300], systems: [10, 40, 150, 500, 2000] };
const IT = {
  cloud: { systems: 8000, sites: 6000, suppliers: 12000 },
  provider: { systems: 6500, sites: 7000, suppliers: 14000 },
};
const START = { nothing: 13000, usual: 10000, good: 6500, other_system: 5500, certified: 3000 };

const div = (a, b) => Math.floor(a / b);
export const mul = (a, b) => div(a * b + 5000, 10000);

function between(people, values) {
  if (people <= PEOPLE[0]) return values[0];
  const at = PEOPLE.findIndex((anchor) => people <= anchor);
  if (at < 0) return values.at(-1);
  const [p1, p2, f1, f2] = [PEOPLE[at - 1], PEOPLE[at], values[at - 1], values[at]];
  return f1 + div((f2 - f1) * (people - p1), p2 - p1);
}

function size(context, driver) {
  const own = between(context.people ?? 30, SIZE[driver]);
  const count = context[driver];
  if (driver === "sites" && count !== undefined) {
    if (count === 0) return 0;
    if (count === 1) return Math.min(own, 10000);
    return count <= 3 ? 15000 : count <= 10 ? 30000 : 65000;
  }
  if (COUNTS[driver] && count !== undefined) {
    const at = COUNTS[driver].findIndex((anchor) => count <= anchor);
    return SIZE[driver][at < 0 ? 4 : at];
  }
  return own;
}

function sector(context, driver) {
  const hard = driver === "systems" || driver === "sites";
  return { customers_regulated: 11000, regulated: 12500, regulated_ot: hard ? 14000 : 12500 }[context.sector] ?? 10000;
}

/** Size, IT and sector, each step rounded. */
export const factor = (context, driver) => mul(mul(size(context, driver), IT[context.it]?.[driver] ?? 10000), sector(context, driver));

/** The likely effort of a row; `left` in basis points, or nothing where nobody has looked. */
export function likely(context, id, left) {
  const row = effort.get(id);
  return mul(CLASS[row.initial], mul(factor(context, row.driver), left ?? START[context.start ?? "usual"]));
}

/** Low, likely and high of one thing. */
export const range = (cd) => [div(cd, 2), cd, 2 * cd];

function root(square) {
  if (square === 0n) return 0n;
  let low = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (low * low >= square) low -= 1n;
  while (low * low < square) low += 1n;
  return low;
}

function spread(deviations) {
  const all = deviations.map(BigInt);
  const sum = all.reduce((a, b) => a + b, 0n);
  const squares = all.reduce((a, b) => a + b * b, 0n);
  return Number(root((7500n * squares + 2500n * sum * sum + 9999n) / 10000n));
}

/** Many ranges together. */
export function sum(ranges) {
  const middle = ranges.reduce((all, [, one]) => all + one, 0);
  const below = spread(ranges.map(([low, one]) => one - low));
  const above = spread(ranges.map(([, one, high]) => high - one));
  return [middle - below, middle, middle + above];
}

/** Weeks: capacity, building, stage 1, stage 2, certificate, and what decides the likely stage 2. */
export function calendar(context, ends, more = 0) {
  const people = context.people ?? 30;
  const capacity = (context.capacity_cd_week ?? between(people, [200, 400, 700, 1200, 2000])) + more;
  const least = between(people, [6, 8, 12, 18, 26]);
  const all = ends.map((cd, end) => {
    const work = Math.ceil(cd / capacity);
    const build = Math.max(least, work);
    const first = 2 + Math.ceil((7 * build) / 10);
    const records = 2 + Math.ceil((6 * build) / 10) + 13;
    const terms = [build + 4, records + 2, first + [4, 6, 10][end]];
    const second = Math.max(...terms);
    const names = [work > least ? "capacity" : "waves", "records", "gap"];
    return { build, first, second, certificate: second + [3, 5, 10][end], by: names.filter((_, at) => terms[at] === second) };
  });
  const of = (name) => all.map((one) => one[name]);
  return [capacity, of("build"), of("first"), of("second"), of("certificate"), all[1].by];
}
