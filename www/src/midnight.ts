/** Tells when a day has begun: at midnight, and when a page that slept through it is looked at again. */

/** Calls `begin` on each new day until the answer is called. */
export function everyDay(begin: () => void): () => void {
  let day = new Date().toDateString();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const now = new Date();
    if (now.toDateString() !== day) {
      day = now.toDateString();
      begin();
    }
    clearTimeout(timer);
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    timer = setTimeout(look, midnight.getTime() - now.getTime() + 50);
  };
  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
