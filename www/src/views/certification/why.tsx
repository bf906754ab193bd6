/** Why a control is in or out, how far it is, and where it stands in the comparison: in words. */

import type { ComponentChildren } from "preact";
import { joined, t, word } from "../../words/words.js";
import { State, type MarkName } from "../parts/mark.js";
import { useUi } from "../ui.js";
import type { Comparison, ReasonRecord, SoaRow } from "./data.js";

/** The short form for a column: labels of what calls for it, or why it is left out. */
export function why(row: SoaRow): string {
  if (row.applicability === "excluded") return row.justification ?? exclusion(row) ?? "–";
  const parts = [
    row.applicability === "inherited" && t("certification.inheritedFrom", { provider: row.provider ?? t("certification.nobody") }),
    row.justification,
    used(row, "treats"),
    used(row, "holds"),
    ...row.inclusion.filter(({ driver }) => driver === "obliged").map(obligation),
    ...row.inclusion.filter(({ driver }) => driver === "stated").map(stated),
  ];
  return parts.filter((part): part is string => typeof part === "string" && part !== "").join(" · ") || "–";
}

/** The typed reason of an exclusion. */
export const exclusion = (row: SoaRow): string | undefined => (row.exclusion === undefined ? undefined : word("page.exclusion", row.exclusion));

function used(row: SoaRow, driver: "treats" | "holds"): string {
  const names = row.inclusion.filter((reason) => reason.driver === driver).map(({ reference = "" }) => reference);
  return names.length === 0 ? "" : t(`certification.${driver}`, { count: names.length, names: joined(names) });
}

const obligation = ({ reference = "", obligation = "" }: ReasonRecord): string =>
  t("certification.obliged", { name: reference, kind: t(`certification.obligation.${obligation}`) });

function stated({ reason, reference = "" }: ReasonRecord): string {
  const name = word("page.inclusion", reason);
  return reference === "" ? name : t("certification.reasonOf", { reason: name, reference });
}

/** How far a control is, with its mark. */
export function Status({ row }: { row: SoaRow }) {
  if (row.applicability === "excluded") return <State name="excluded">{t("page.applicability.excluded")}</State>;
  const isInherited = row.applicability === "inherited";
  const state = word("page.implementation", row.implementation);
  return (
    <State name={row.implementation satisfies MarkName} isInherited={isInherited}>
      {isInherited ? t("certification.inheritedState", { state: state.toLocaleLowerCase() }) : state}
    </State>
  );
}

/** Where a control stands in the comparison; what contradicts it stands below. */
export function Compared({ row }: { row: SoaRow }) {
  return (
    <>
      {row.comparison === "undecided" ? (
        <State name="wait" tone="dim">{comparison("undecided")}</State>
      ) : (
        <span>{row.comparison ? comparison(row.comparison) : t("certification.beyond")}</span>
      )}
      {row.contradictions.length > 0 && (
        <>
          {" "}
          <br />
          <State name="block" tone="poor">{t("certification.contradiction")}</State>
        </>
      )}
    </>
  );
}

export const comparison = (state: Comparison): string => t(`certification.comparison.${state}`);

/** Parts that are there, one below the other. */
export const lines = (parts: readonly ComponentChildren[]): ComponentChildren => (
  <ul class="plain">
    {parts.map((part, index) => (
      <li key={index}>{part}</li>
    ))}
  </ul>
);

/** A control as people know it: an own one has no id that they would say, and a mark in its place. */
export function ControlTitle({ row: { id, title } }: { row: { readonly id: string; readonly title: string } }) {
  const isKnown = useUi().controller.model.items.has(id);
  return (
    <>
      {isKnown ? <bdi class="id">{id}</bdi> : <span class="tag">{t("certification.ownMark")}</span>} {title}
    </>
  );
}
