// Scores and coverage, and what stands below its target.

import { controls, groups, requirements } from "../facts.mjs";
import { NONCONFORMITY } from "./document.mjs";

const POINTS = { implemented: 10000, partly: 5000, planned: 0, not_implemented: 0 };

/** A share in basis points, half up; none of nothing. */
export const share = (part, whole) =>
  whole === 0 ? null : Math.floor((20000 * part + whole) / (2 * whole));

export const scores = (doc) =>
  groups.map(({ key, items }) => {
    const scope = items.filter((item) => doc.applicability(item.id) !== "excluded");
    const states = scope.map((item) => doc.implementation(item.id));
    const assessed = states.filter((state) => state !== "not_assessed");
    const points = assessed.reduce((sum, state) => sum + POINTS[state], 0);
    return [
      key,
      assessed.length === 0 ? null : Math.floor((2 * points + assessed.length) / (2 * assessed.length)),
      share(assessed.length, scope.length),
      assessed.length,
      scope.length,
      points,
    ];
  });

export const gaps = (doc) =>
  [...requirements, ...controls]
    .filter((item) => doc.applicability(item.id) !== "excluded")
    .filter((item) => {
      const { level, target } = doc.answer(item.id)?.maturity ?? {};
      const below = target !== undefined && level < target;
      const found = NONCONFORMITY.includes(doc.answer(item.id)?.finding?.kind);
      return doc.implementation(item.id) !== "implemented" || below || found;
    })
    .map((item) => [
      item.id,
      item.kind === "control" ? "guidance" : "requirement",
      doc.implementation(item.id),
    ]);
