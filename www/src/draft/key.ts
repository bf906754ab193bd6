/** Under what a draft is kept: the page's path and a name; the browser keeps origins apart itself. */

/**
 * The id of a widget's record. Without a name it is the widget's position on the page.
 * Neither half can hold the sign between them.
 */
export const recordId = (path: string, name: string): string => `${path}#${encodeURIComponent(name)}`;

/** The id of a record that was set aside; it sorts behind the record that took its place. */
export const asideId = (id: string, now: number): string => `${id}#${String(now).padStart(15, "0")}`;

/** What an element needs to tell its position; a document's own elements do. */
interface Placed {
  readonly localName: string;
  getRootNode(): unknown;
}

interface Root {
  readonly host?: Placed;
  querySelectorAll(name: string): ArrayLike<unknown>;
}

/** Which of its kind an element is, in its tree and in each tree around that. */
export function position(element: Placed): string {
  const root = element.getRootNode() as Root;
  const all = Array.from(root.querySelectorAll(element.localName));
  const here = String(all.indexOf(element));
  return root.host ? `${root.host.localName} ${position(root.host)} ${here}` : here;
}
