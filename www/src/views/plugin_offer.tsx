/** What is known of a plugin before anything of it runs, and the question whether to run it. */

import { size } from "../format.js";
import { sessionOf, type Offer } from "../plugin/session.js";
import { tc } from "../strings/crosswalk.js";
import { Heading } from "./heading.js";
import { useUi } from "./ui.js";

export function PluginOffer({ offer }: { offer: Offer }) {
  const session = sessionOf(useUi().controller);
  const { facts } = offer;
  const lines: [string, string][] = [
    [tc.digest, facts.digest],
    [tc.fileSize, size(facts.sizeBytes)],
    [tc.codeSize, size(facts.codeSizeBytes)],
    [tc.functions, String(facts.functions)],
    [tc.memory, tc.memoryPages(facts.memoryPages, facts.memoryPagesMax)],
    [tc.apiVersion, facts.apiVersion],
  ];
  return (
    <div class="offer" part="offer">
      <Heading depth={3}>{tc.confirm(offer.name)}</Heading>
      <dl class="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{tc.confirmNote}</p>
      <p class="actions">
        <button type="button" class="primary" part="button primary" onClick={() => void session.runOffer()}>
          {tc.run}
        </button>
        <button type="button" part="button" onClick={() => session.decline()}>
          {tc.cancel}
        </button>
      </p>
    </div>
  );
}
