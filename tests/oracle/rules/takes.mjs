// The rows of a standard as ranges, what waits for what, and what conditions of a gate take.

import { byId, effort, method } from "../facts.mjs";
import { factor, likely, mul, range, sum } from "./effort.mjs";
import { entryOf, soaApproval, stateOf } from "./papers.mjs";

const YEARLY = { 0: 0, XS: 20, S: 50, M: 125, L: 320, XL: 800 };
const LEFT = { not_implemented: 10000, planned: 9000, partly: 5000, implemented: 0 };
const PAPER = { missing: 10000, draft: 5000, approved: 0 };

/** What is left of a row in bp; `undefined` where nobody said anything, `null` where it is excluded. */
function left(doc, id, approvedSoa) {
  if (byId.has(id)) {
    const state = doc.applicability(id);
    if (state === "excluded") return null;
    const known = LEFT[doc.implementation(id)];
    return state === "inherited" ? Math.min(2000, known ?? 2000) : known;
  }
  if (!entryOf(doc, id) && !(id === method.soa_document && approvedSoa === "holds")) return undefined;
  return PAPER[stateOf(doc, id, approvedSoa)];
}

/** The rows of a standard, with their ranges; without a document as not assessed. */
export function rows(context, standard, doc) {
  const approved = doc && soaApproval(doc).state;
  return [...effort.values()]
    .filter((row) => standard !== "27002" || row.id.startsWith("A."))
    .map((row) => {
      const its = doc ? left(doc, row.id, approved) : undefined;
      const whole = its === null ? 0 : factor(context, row.driver);
      return {
        id: row.id,
        after: row.after ?? [],
        open: its !== 0 && its !== null,
        initial: range(its === null ? 0 : likely(context, row.id, its)),
        running: range(mul(YEARLY[row.running], whole)),
      };
    });
}

/** Both ranges of a standard in a context in which nobody has assessed anything. */
export function expected(context, standard) {
  const all = rows(context, standard);
  const running = sum(all.map((row) => row.running));
  const first = all.map((row) => row.initial);
  if (standard !== "both") return { initial: sum(first), running };
  const [low, likely, high] = sum([...first, range(mul(400, factor(context, "fixed")))]);
  return { initial: [low, likely, likely + mul(high - likely, 8500)], running };
}

/** What is left of an assessment: what a row waits for, and what conditions of a gate take. */
export class Open {
  constructor(doc) {
    const all = rows(doc.file.context ?? {}, "27001", doc);
    this.rows = new Map(all.map((row) => [row.id, row]));
  }

  waitsFor(id) {
    const row = this.rows.get(id);
    return row?.open ? row.after.filter((before) => this.rows.get(before).open) : [];
  }

  /** The effort of what blocks a condition and what it waits for; `grounds` are those that block. */
  takes(condition, grounds) {
    const listed = (reason) =>
      method.ground.find((it) => it.condition === condition && it.reasons.includes(reason))?.rows;
    const ids = new Set(grounds.flatMap(([reason, , about]) => listed(reason) ?? about));
    const all = [...ids].filter((id) => this.rows.has(id)).map((id) => this.rows.get(id));
    const waits = new Set(all.flatMap((row) => this.waitsFor(row.id)).filter((id) => !ids.has(id)));
    const effortOf = all.length ? sum(all.map((row) => (row.open ? row.initial : row.running))) : null;
    return [effortOf, [...waits]];
  }
}
