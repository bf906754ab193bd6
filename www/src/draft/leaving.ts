/** When a page is hidden, left, or comes back from the browser's own cache. */

export interface Leaving {
  /** The page is hidden, or is about to be left: what is to be kept is written now. */
  left(): void;
  /** The page is left; others may go on with what is kept. */
  gone(): void;
  /** The page is there again, as it was. */
  back(): void;
  /** Whether something would be lost, so that the browser may ask. */
  loses(): boolean;
}

export interface Watch {
  /** Whether leaving is looked at; a page that need not look can be kept in the browser's cache. */
  guard(isOn: boolean): void;
  stop(): void;
}

/** Listens until it is stopped. */
export function watchLeaving({ left, gone, back, loses }: Leaving): Watch {
  const ends = new AbortController();
  const { signal } = ends;
  const ask = (event: BeforeUnloadEvent): void => {
    left();
    if (loses()) event.preventDefault();
  };
  addEventListener("pagehide", gone, { signal });
  addEventListener("pageshow", (event) => event.persisted && back(), { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && left(), { signal });
  const guard = (isOn: boolean): void => {
    if (isOn) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  };
  return {
    guard,
    stop: () => {
      ends.abort();
      guard(false);
    },
  };
}
