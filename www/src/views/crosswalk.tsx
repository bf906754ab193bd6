/** A crosswalk's view below its heading: run the plugin or one's own, and what came of it. */

import { isCarried } from "../crosswalks.js";
import type { CarriedPlugin } from "../platform/platform.js";
import { sessionOf } from "../plugin/session.js";
import { t } from "../words/words.js";
import { CrosswalkResult } from "./crosswalk_result.js";
import { FileButton } from "./file_button.js";
import { Heading } from "./heading.js";
import { PluginOffer } from "./plugin_offer.js";
import { Problems } from "./problems.js";
import { useUi } from "./ui.js";

export function CrosswalkView({ plugin }: { plugin: CarriedPlugin }) {
  const { controller } = useUi();
  const session = sessionOf(controller);
  const mapped = controller.model.mapped.get(plugin.id);
  const failed = session.refused ?? (mapped && "problems" in mapped.crosswalk ? mapped.crosswalk : undefined);
  const computed = mapped && "bytes" in mapped.crosswalk ? mapped.crosswalk.bytes : undefined;
  return (
    <>
      <p class="lead">{t("crosswalk.crosswalkIntro")}</p>
      {isCarried(plugin.id) && (
        <p>
          <button
            type="button"
            class="primary"
            part="button primary"
            aria-disabled={session.busy}
            onClick={() => void session.runCarried(plugin.id)}
          >
            {session.busy ? t("crosswalk.running") : t("crosswalk.runCarried", { title: plugin.title })}
          </button>
        </p>
      )}
      {failed && (
        <>
          <Problems title={`${t("crosswalk.notComputed")}: ${failed.plugin}`} problems={failed.problems} />
          <p class="muted">{t("crosswalk.notComputedNote")}</p>
        </>
      )}
      {computed && mapped?.stale && (
        <p class="notice">
          {t("crosswalk.stale")}{" "}
          <button type="button" part="button" onClick={() => void session.runAgain(plugin.id)}>
            {t("crosswalk.runAgain")}
          </button>
        </p>
      )}
      {computed && <CrosswalkResult bytes={computed} />}
      <section class="own-plugin">
        <Heading depth={2}>{t("crosswalk.ownPlugin")}</Heading>
        <p class="muted">{t("crosswalk.ownPluginHint")}</p>
        <FileButton
          label={t("crosswalk.choosePlugin")}
          accept=".wasm,application/wasm"
          onFile={(file) => void session.consider(file)}
        />
        {session.offer && <PluginOffer offer={session.offer} />}
      </section>
    </>
  );
}
