/** While a mouse is pressed nothing moves under it: a button that moved away would miss its click. */

let isPressed = false;
const waiting = new Set<() => void>();

/** Tells of presses on this element from now on. */
export function watchPress(element: HTMLElement): void {
  element.addEventListener("pointerdown", () => {
    isPressed = true;
    const end = new AbortController();
    const { signal } = end;
    // What is clicked is settled by then, and what the click changes is drawn at once.
    addEventListener("click", () => (isPressed = false), { capture: true, signal });
    const released = (): void => {
      // The click comes right after the release, where there is one.
      setTimeout(() => {
        end.abort();
        isPressed = false;
        const works = [...waiting];
        waiting.clear();
        for (const work of works) work();
      });
    };
    for (const name of ["pointerup", "pointercancel", "blur"]) addEventListener(name, released, { signal });
  });
}

/** Does it now, or once for all as soon as nothing is pressed. */
export function unlessPressed(work: () => void): void {
  if (isPressed) waiting.add(work);
  else work();
}
