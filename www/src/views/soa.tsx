/** The Statement of Applicability: totals, what the checks found, and a row for each control. */

import type { SoaRowView, SoaView } from "../api.js";
import { t, word } from "../strings/en.js";
import { tr } from "../strings/reports.js";
import { Findings } from "./findings.js";
import { Heading } from "./heading.js";
import { ItemButton } from "./item_button.js";
import { Scroll } from "./scroll.js";
import { useUi } from "./ui.js";

export function Soa() {
  const { controller } = useUi();
  const { model } = controller;
  const soa = model.soa();
  return (
    <>
      <p>
        <button type="button" part="button" onClick={() => controller.downloadCsv("soa")}>
          {tr.downloadSoa}
        </button>
      </p>
      <Totals totals={soa.totals} />
      <Findings findings={model.lint()} />
      <Heading depth={2}>{tr.soaTable}</Heading>
      <Rows rows={soa.rows} />
    </>
  );
}

function Totals({ totals }: { totals: SoaView["totals"] }) {
  const entries: [string, number][] = [
    [t.applicability.applicable, totals.applicable],
    [t.applicability.excluded, totals.excluded],
    [t.applicability.inherited, totals.inherited],
    [t.implementation.implemented, totals.implemented],
    [t.implementation.partly, totals.partly],
    [t.implementation.planned, totals.planned],
    [t.implementation.not_implemented, totals.notImplemented],
    [t.implementation.not_assessed, totals.notAssessed],
  ];
  return (
    <dl class="totals" aria-label={tr.soaTotals}>
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
    <Scroll label={t.soa}>
      <table class="soa">
        <caption class="hidden">{t.soa}</caption>
        <thead>
          <tr>
            <th scope="col">{tr.control}</th>
            <th scope="col">{t.applicabilityLabel}</th>
            <th scope="col">{tr.reasons}</th>
            <th scope="col">{t.providerOrJustification}</th>
            <th scope="col">{t.implementationLabel}</th>
            <th scope="col">{t.owner}</th>
            <th scope="col">{t.evidenceLabel}</th>
            <th scope="col">{tr.changed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <ItemButton id={row.id} /> {row.title}
              </th>
              <td>{t.applicability[row.applicability]}</td>
              <td>{row.reasons.map(reasonText).join(", ")}</td>
              <td>{[row.provider, row.justification].filter((part) => part !== "").join(": ")}</td>
              <td>{t.implementation[row.implementation]}</td>
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

/** Reasons are words of the data: those for including, then those for excluding. */
const reasonText = (reason: string): string => word({ ...t.exclusion, ...t.inclusion }, reason);
