// Random criteria of risk that hang together: 3 to 5 steps, 2 to 6 levels, a matrix that never falls.

import { drawn } from "./values.mjs";

const ROLES = ["risk owner", "Top management", " CISO ", "board"];

export function criteria(values) {
  const { random } = values;
  const steps = (letter) => {
    const count = random.of(3, 5);
    const offset = random.in100(10) ? 3 : 0;
    return Array.from({ length: count }, (_, at) =>
      drawn({
        word: `${letter}${at + 1 + offset}`,
        name: `step ${at}`,
        anchor: values.maybe(80, () => values.text()),
      }),
    );
  };
  const likelihood = steps("l");
  const consequence = steps("c");
  const levels = Array.from({ length: random.of(2, 6) }, (_, at) => ({ word: `v${at}`, name: `level ${at}` }));
  const top = levels.length - 1;
  const growth = random.of(10, 60);
  const matrix = [];
  for (const row of likelihood.keys()) {
    matrix.push([]);
    for (const column of consequence.keys()) {
      const least = Math.max(matrix[row][column - 1] ?? 0, matrix[row - 1]?.[column] ?? 0);
      const step = random.in100(growth) ? random.pick([1, 1, 1, 2, 3]) : 0;
      matrix[row].push(Math.min(top, least + step));
    }
  }
  const line = random.in100(70) ? 0 : random.of(0, top);
  const ofLevels = (member) =>
    random.shuffle(levels).filter(() => random.in100(75)).map((level) => ({ level: level.word, ...member() }));
  return drawn({
    likelihood,
    consequence,
    levels,
    matrix: matrix.map((row) => row.map((level) => levels[level].word)),
    accept_up_to: levels[line].word,
    may_accept: values.maybe(90, () =>
      ofLevels(() => drawn({ roles: values.maybe(85, () => random.some(ROLES, 3)) })),
    ),
    accept_months_max: values.maybe(40, () => random.pick([1, 6, 12, 24])),
    review_months: values.maybe(50, () => ofLevels(() => ({ months: random.pick([1, 3, 6, 12, 24]) }))),
    other_dimension: values.maybe(20, () => "Safety"),
    ask_inherent: values.maybe(30, () => random.in100(50)),
  });
}

export { ROLES };
