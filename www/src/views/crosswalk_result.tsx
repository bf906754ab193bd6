/** A computed crosswalk: totals first, then every target by group, then where it comes from. */

import { useMemo } from "preact/hooks";
import { byGroup, readReport, type CrosswalkReport } from "../plugin/report.js";
import { t, word } from "../words/words.js";
import { Heading } from "./heading.js";
import { Target } from "./target.js";
import { useUi } from "./ui.js";

export function CrosswalkResult({ bytes }: { bytes: Uint8Array }) {
  const { controller } = useUi();
  const report = useMemo(() => readReport(bytes), [bytes]);
  return (
    <section class="crosswalk" part="crosswalk">
      <Heading depth={2}>{report.target_framework.title}</Heading>
      <Totals totals={report.totals} />
      <p>
        <button
          type="button"
          part="button"
          onClick={() => controller.download(bytes, `annexa-crosswalk-${report.plugin.id}.json`, "application/json")}
        >
          {t("crosswalk.downloadCrosswalk")}
        </button>
      </p>
      {byGroup(report.results).map((group) => (
        <section key={group.id}>
          <Heading depth={3}>
            {group.id} {group.title}
          </Heading>
          {group.results.map((result) => (
            <Target key={result.target} result={result} />
          ))}
        </section>
      ))}
      <Source report={report} />
    </section>
  );
}

function Totals({ totals }: { totals: CrosswalkReport["totals"] }) {
  return (
    <dl class="totals" aria-label={t("crosswalk.totals")}>
      {Object.entries(totals).map(([name, total]) => (
        <div key={name}>
          <dt>{word("crosswalk.result", name)}</dt>
          <dd>{total}</dd>
        </div>
      ))}
    </dl>
  );
}

function Source({ report }: { report: CrosswalkReport }) {
  const { plugin, provenance } = report;
  return (
    <details>
      <summary>{t("crosswalk.source")}</summary>
      <p>
        {plugin.name} {plugin.version}
      </p>
      <p>{plugin.summary}</p>
      <p>
        {provenance.document}, {provenance.version}, {provenance.licence}
      </p>
      <p>{provenance.method}</p>
      <p>
        {t("crosswalk.digest")} <code class="digest">{plugin.digest_sha256}</code>
      </p>
    </details>
  );
}
