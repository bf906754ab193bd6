/** The crosswalk view: run the carried plugin or one's own, and what came of it. */

import { t } from "../strings/en.js";
import { CrosswalkResult } from "./crosswalk_result.js";
import { FileButton } from "./file_button.js";
import { Heading, ViewHeading } from "./heading.js";
import { PluginOffer } from "./plugin_offer.js";
import { Problems } from "./problems.js";
import { useUi } from "./ui.js";

export function Crosswalk() {
  const { controller } = useUi();
  const { session, model } = controller;
  const { mapped } = model;
  const computed = mapped && "bytes" in mapped.crosswalk ? mapped.crosswalk.bytes : undefined;
  return (
    <>
      <ViewHeading>{t.crosswalk}</ViewHeading>
      <p class="lead">{t.crosswalkIntro}</p>
      <p>
        <button
          type="button"
          class="primary"
          part="button primary"
          aria-disabled={session.busy}
          onClick={() => void session.runSoc2()}
        >
          {session.busy ? t.running : t.runSoc2}
        </button>
      </p>
      {mapped && "problems" in mapped.crosswalk && (
        <>
          <Problems title={`${t.notComputed}: ${mapped.crosswalk.plugin}`} problems={mapped.crosswalk.problems} />
          <p class="muted">{t.notComputedNote}</p>
        </>
      )}
      {computed && mapped?.stale && (
        <p class="notice">
          {t.stale}{" "}
          <button type="button" part="button" onClick={() => void session.runAgain()}>
            {t.runAgain}
          </button>
        </p>
      )}
      {computed && <CrosswalkResult bytes={computed} />}
      <section class="own-plugin">
        <Heading depth={2}>{t.ownPlugin}</Heading>
        <p class="muted">{t.ownPluginHint}</p>
        <FileButton
          label={t.choosePlugin}
          accept=".wasm,application/wasm"
          onFile={(file) => void session.consider(file)}
        />
        {session.offer && <PluginOffer offer={session.offer} />}
      </section>
    </>
  );
}
