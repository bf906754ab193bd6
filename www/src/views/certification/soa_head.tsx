/** What every tab of the statement begins with: the tabs, and on paper its cover. */

import { t } from "../../words/words.js";
import { Facts } from "../parts/facts.js";
import { day } from "../parts/day.js";
import { Tabs } from "../parts/tabs.js";
import { useUi } from "../ui.js";
import { factsOf } from "./data.js";

export function SoaTabs() {
  const { model } = useUi().controller;
  const findings = factsOf(model).lint();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return (
    <Tabs
      label={t("certification.tabs")}
      tabs={[
        ["soa", t("certification.tab.controls")],
        ["soa/comparison", t("certification.tab.comparison")],
        ["soa/approval", t("certification.tab.approval")],
        ["soa/findings", t("certification.tab.findings", { errors: t("certification.errors", { count: errors }), count: findings.length - errors })],
      ]}
    />
  );
}

/** Who, which scope, which version: what paper begins with, and the tab of the approval. */
export function Cover({ isPaper }: { isPaper?: boolean }) {
  const { model } = useUi().controller;
  const { about = {} } = factsOf(model).file();
  const { hash, papers } = factsOf(model);
  const none = t("certification.none");
  return (
    <div class={isPaper ? "cover" : undefined}>
      <Facts
        facts={[
          [t("page.organization"), about.organization ?? none],
          [t("page.scope"), papers().scope || none],
          [
            t("certification.versionAndDate"),
            <>
              {t("certification.versionOn", { version: about.version ?? none, day: day(about.date) })} <ApprovalLine />
            </>,
          ],
          [t("page.approver"), about.approver ?? none],
          [t("certification.content"), <code>{`sha-256 ${hash()}`}</code>],
        ]}
      />
    </div>
  );
}

/** What has become of the approval, in a sentence. */
export function ApprovalLine() {
  const { model } = useUi().controller;
  const { state, by, on, version } = factsOf(model).approval();
  return <>{t(`certification.approval.${state}`, { by, day: day(on), version: version === "" ? "–" : version })}</>;
}
