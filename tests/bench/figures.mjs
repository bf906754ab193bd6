// What every script of this folder does with a list of durations.

/** The duration below which `share` of them lie; the list is sorted in place. */
export function percentile(durations, share) {
  durations.sort((one, other) => one - other);
  return durations[Math.min(durations.length - 1, Math.floor(durations.length * share))];
}
