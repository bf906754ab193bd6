// Randomness from a seed: the same seed gives the same assessment on every machine.

export class Random {
  constructor(seed) {
    this.state = (seed ^ 0x9e3779b9) >>> 0;
    for (let warm = 0; warm < 8; warm += 1) this.next();
  }

  /** 32 random bits (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number of a range, both ends included. */
  of(least, most) {
    return least + (this.next() % (most - least + 1));
  }

  /** True in so many of a hundred cases. */
  in100(cases) {
    return this.next() % 100 < cases;
  }

  pick(list) {
    return list[this.next() % list.length];
  }

  /** Up to so many of a list, each once. */
  some(list, most) {
    const left = [...list];
    const chosen = [];
    for (let count = this.of(0, Math.min(most, left.length)); count > 0; count -= 1) {
      chosen.push(...left.splice(this.next() % left.length, 1));
    }
    return chosen;
  }

  shuffle(list) {
    const left = [...list];
    for (let at = left.length - 1; at > 0; at -= 1) {
      const other = this.next() % (at + 1);
      [left[at], left[other]] = [left[other], left[at]];
    }
    return left;
  }
}
