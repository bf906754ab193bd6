/** While a mouse is pressed nothing moves under it: a button that moved away would miss its click. */

let isPressed = false;
const waiting = new Set<() => void>();

/** Tells of presses on this element from now on. */
export function watchPress(element: HTMLElement): void {
  element.addEventListener("pointerdown", () => {
    isPressed = true;
    const end = new AbortController();
    const released = (): void => {
      end.abort();
      // The click comes right after the release.
      setTimeout(() => {
        isPressed = false;
        const works = [...waiting];
        waiting.clear();
        for (const work of works) work();
      });
    };
    for (const name of ["pointerup", "pointercancel", "blur"]) addEventListener(name, released, { signal: end.signal });
  });
}

/** Does it now, or once for all as soon as nothing is pressed. */
export function unlessPressed(work: () => void): void {
  if (isPressed) waiting.add(work);
  else work();
}
