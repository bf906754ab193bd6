/** One writer for a record: whoever holds its Web Lock, over all tabs and places of a page. */

/** Lets go of a record. */
export type Release = () => void;

/** What a page without Web Locks gets: there only a record's revision shows a second writer. */
export const UNLOCKED: Release = () => undefined;

/** Waits for the lock, and gives how to let go of it; the signal ends the wait. */
export function takeLock(name: string, signal: AbortSignal): Promise<Release> {
  if (!navigator.locks) return Promise.resolve(UNLOCKED);
  return new Promise((resolve, reject) => {
    const hold = (): Promise<void> => new Promise((release) => resolve(() => release()));
    navigator.locks.request(name, { signal }, hold).catch(reject);
  });
}
