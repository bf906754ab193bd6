/** Setting something of several answers at once, in a file of its own that is loaded late. */

import { startReports as start } from "./derived.js";
import { dressParts } from "./styles/parts.js";

export { Several } from "./views/several/several.js";

export async function startReports(): Promise<void> {
  await start();
  dressParts();
}
