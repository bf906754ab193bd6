// Small values at the edges that rules have: names, texts, days, ids, labels.

import { daysAfter, monthsAfter } from "../text.mjs";

export const DAYS = ["2026-11-30", "2028-02-29", "2027-02-28", "2026-03-31", "2027-01-01", "2026-08-31"];

export const NAMES = ["Ada", "ada ", " ADA", "Bo", "Bo Li", "\u00c4da", "\u00e4da", "Q \"x\" \\ y", "Bo\u2028Li"];
const TEXTS = [
  "A mail opens the door",
  "A  mail\topens\nthe door",
  " A mail opens the door ",
  "Power fails",
  "Power\u00a0fails",
  "Power fails.",
  "\u201cQuoted\u201d and \"plain\" \\ back",
  "\u{1f512} locked\u3000out",
];
const BLANKS = ["", " ", "\n\t", "\u00a0\u2003"];

export class Values {
  constructor(random, today) {
    this.random = random;
    this.today = today;
    this.shared = random.of(1, 3);
  }

  /** A text, in some cases one that says nothing. */
  text() {
    return this.random.in100(8) ? this.random.pick(BLANKS) : this.random.pick(TEXTS);
  }

  said() {
    return this.random.pick(TEXTS);
  }

  name() {
    return this.random.in100(4) ? this.random.pick(BLANKS) : this.person();
  }

  person() {
    return this.random.in100(60) ? this.random.pick(NAMES.slice(0, this.shared)) : this.random.pick(NAMES);
  }

  /** A day around today: the day itself, its neighbours, edges of months and years, and any. */
  day() {
    const { random, today } = this;
    switch (random.of(0, 7)) {
      case 0:
        return daysAfter(today, random.of(-1, 1));
      case 1:
        return daysAfter(today, random.pick([-30, -31, -29, 30, 31]));
      case 2:
        return monthsAfter(today, random.pick([-12, -6, -3, -24, 12]));
      case 3:
        return daysAfter(monthsAfter(today, random.pick([-12, -6, -3, -1, 12])), random.of(-1, 1));
      case 4:
        return random.pick(["2024-02-29", "2025-11-30", "2027-02-28", "2026-02-28", "1999-12-31"]);
      default:
        return daysAfter(today, random.of(-900, 500));
    }
  }

  past() {
    return daysAfter(this.today, -this.random.of(0, 200));
  }

  /** Two days in their order. */
  days() {
    return [this.day(), this.day()].sort();
  }

  /** The member, in so many of a hundred cases. */
  maybe(cases, member) {
    return this.random.in100(cases) ? member() : undefined;
  }

  id(prefix, number) {
    return this.random.pick([
      () => `${prefix}-${"0123456789abcdefghjkmnpqrstvwxyz"[number % 32]}x${number}`,
      () => `${prefix}-${String(number * 7919).padStart(10, "k")}`,
      () => `${prefix}${number}`,
      () => `${prefix} ${number}-z`,
      () => `${prefix.toUpperCase()}.${number}-`,
    ])();
  }

  label(letter, most) {
    const { random } = this;
    if (random.in100(12)) return undefined;
    if (random.in100(6)) return random.pick(["", " ", "Team A", `${letter}-`, "10", "9", "009", "\u00c4-2"]);
    const number = random.of(1, most * 2 + 2);
    return `${letter}-${random.in100(10) ? "0" : ""}${number}`;
  }
}

/** Leaves out members that were not drawn. */
export const drawn = (members) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
