/** What is known of a plugin before anything of it runs, and the question whether to run it. */

import { size } from "../format.js";
import { sessionOf, type Offer } from "../plugin/session.js";
import { t } from "../words/words.js";
import { Heading } from "./heading.js";
import { useUi } from "./ui.js";

export function PluginOffer({ offer }: { offer: Offer }) {
  const session = sessionOf(useUi().controller);
  const { facts } = offer;
  const lines: [string, string][] = [
    [t("crosswalk.digest"), facts.digest],
    [t("crosswalk.fileSize"), size(facts.sizeBytes)],
    [t("crosswalk.codeSize"), size(facts.codeSizeBytes)],
    [t("crosswalk.functions"), String(facts.functions)],
    [t("crosswalk.memory"), t("crosswalk.memoryPages", { size: facts.memoryPages * 64, max: facts.memoryPagesMax * 64 })],
    [t("crosswalk.apiVersion"), facts.apiVersion],
  ];
  return (
    <div class="offer" part="offer">
      <Heading depth={3}>{t("crosswalk.confirm", { name: offer.name })}</Heading>
      <dl class="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t("crosswalk.confirmNote")}</p>
      <p class="actions">
        <button type="button" class="primary" part="button primary" onClick={() => void session.runOffer()}>
          {t("crosswalk.run")}
        </button>
        <button type="button" part="button" onClick={() => session.decline()}>
          {t("crosswalk.cancel")}
        </button>
      </p>
    </div>
  );
}
