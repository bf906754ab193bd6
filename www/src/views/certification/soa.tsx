/** The Statement of Applicability: totals, what the checks found, and a row for each control. */

import type { SoaRowView, SoaView } from "../../api.js";
import { derived } from "../../derived.js";
import { t, word } from "../../words/words.js";
import { Findings } from "./findings.js";
import { Heading } from "../heading.js";
import { ItemButton } from "../item_button.js";
import { Scroll } from "../scroll.js";
import { useUi } from "../ui.js";

export function Soa() {
  const { controller } = useUi();
  const { model } = controller;
  const soa = derived(model).soa();
  return (
    <>
      <p>
        <button type="button" part="button" onClick={() => controller.downloadCsv("soa", derived(model).csv("soa"))}>
          {t("reports.downloadSoa")}
        </button>
      </p>
      <Totals totals={soa.totals} />
      <Findings findings={derived(model).lint()} />
      <Heading depth={2}>{t("reports.soaTable")}</Heading>
      <Rows rows={soa.rows} />
    </>
  );
}

function Totals({ totals }: { totals: SoaView["totals"] }) {
  const entries: [string, number][] = [
    [t("page.applicability.applicable"), totals.applicable],
    [t("page.applicability.excluded"), totals.excluded],
    [t("page.applicability.inherited"), totals.inherited],
    [t("page.implementation.implemented"), totals.implemented],
    [t("page.implementation.partly"), totals.partly],
    [t("page.implementation.planned"), totals.planned],
    [t("page.implementation.not_implemented"), totals.notImplemented],
    [t("page.implementation.not_assessed"), totals.notAssessed],
  ];
  return (
    <dl class="totals" aria-label={t("reports.soaTotals")}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rows({ rows }: { rows: readonly SoaRowView[] }) {
  return (
    <Scroll label={t("page.view.soa")}>
      <table class="soa">
        <caption class="hidden">{t("page.view.soa")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("reports.control")}</th>
            <th scope="col">{t("page.applicabilityLabel")}</th>
            <th scope="col">{t("reports.reasons")}</th>
            <th scope="col">{t("page.providerOrJustification")}</th>
            <th scope="col">{t("page.implementationLabel")}</th>
            <th scope="col">{t("page.owner")}</th>
            <th scope="col">{t("page.evidenceLabel")}</th>
            <th scope="col">{t("reports.changed")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <ItemButton id={row.id} /> {row.title}
              </th>
              <td>{t(`page.applicability.${row.applicability}`)}</td>
              <td>{row.reasons.map((reason) => reasonText(row, reason)).join(", ")}</td>
              <td>{[row.provider, row.justification].filter((part) => part !== "").join(": ")}</td>
              <td>{t(`page.implementation.${row.implementation}`)}</td>
              <td>{row.owner}</td>
              <td>{row.evidence.join("; ")}</td>
              <td class="date">{row.changed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Reasons are words of the data; those for including may have a reference. */
const reasonText = ({ applicability }: SoaRowView, reason: string): string =>
  word(applicability === "excluded" ? "page.exclusion" : "page.inclusion", reason);
