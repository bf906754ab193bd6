/** Waiting, and waiting no longer. */

/** After this a browser that does not answer counts as one that keeps nothing, in milliseconds. */
const PATIENCE_MS = 3_000;

export const pause = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms));

/** A promise that is given up after a while. */
export function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("the browser does not answer", "TimeoutError")), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
