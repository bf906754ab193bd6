// What every script of this folder does with a list of durations.

/** The duration below which `share` of them lie. */
export function percentile(durations, share) {
  const sorted = durations.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (durations) => percentile(durations, 0.5);

/** Milliseconds that `work` takes. */
export function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Two or more measurements, one after the other and again; a list of results for each. */
export function alternate(rounds, measurements) {
  const results = measurements.map(() => []);
  for (let round = 0; round < rounds; round++) {
    measurements.forEach((measure, place) => results[place].push(measure()));
  }
  return results;
}
