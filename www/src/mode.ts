/** How the standards are used, and what that changes of the page. */

import type { Model } from "./model.js";

/** Where the member stands in a file at the latest: behind the cover, whose texts have a limit. */
const WITHIN_BYTES = 1 << 20;

/** The only member of a file with this name. In a text the quotes would have backslashes. */
const MEMBER = /[{,\s]"mode"\s*:\s*"([a-z_]+)"/;

/** The mode that a file has, without reading all of it. */
export const modeIn = (bytes: Uint8Array): string | undefined => MEMBER.exec(new TextDecoder().decode(bytes.subarray(0, WITHIN_BYTES)))?.[1];

/** The ways in which nobody speaks of clauses, gates and certificates. */
const WITHOUT_CLAUSES: readonly (string | undefined)[] = ["guidance", "improve", "reference", "no_certificate"];

/** Whether clauses are asked and gates are shown; a system is established where nobody chose. */
export const hasClauses = ({ mode }: Model): boolean => !WITHOUT_CLAUSES.includes(mode);
