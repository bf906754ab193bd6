/** What is known of a plugin before anything of it runs, and the question whether to run it. */

import { size } from "../format.js";
import type { Offer } from "../plugin/session.js";
import { t } from "../strings/en.js";
import { Heading } from "./heading.js";
import { useUi } from "./ui.js";

export function PluginOffer({ offer }: { offer: Offer }) {
  const { session } = useUi().controller;
  const { facts } = offer;
  const lines: [string, string][] = [
    [t.digest, facts.digest],
    [t.fileSize, size(facts.sizeBytes)],
    [t.codeSize, size(facts.codeSizeBytes)],
    [t.functions, String(facts.functions)],
    [t.memory, t.memoryPages(facts.memoryPages, facts.memoryPagesMax)],
    [t.apiVersion, facts.apiVersion],
  ];
  return (
    <div class="offer" part="offer">
      <Heading depth={3}>{t.confirm(offer.name)}</Heading>
      <dl class="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t.confirmNote}</p>
      <p class="actions">
        <button type="button" class="primary" part="button primary" onClick={() => void session.runOffer()}>
          {t.run}
        </button>
        <button type="button" part="button" onClick={() => session.decline()}>
          {t.cancel}
        </button>
      </p>
    </div>
  );
}
