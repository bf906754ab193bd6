/** Drafts that are kept beside what is on the screen. */

import type { Controller } from "../controller.js";
import { describe } from "../draft/describe.js";
import { forget, goOn, saveDraft } from "../replacing.js";
import { t } from "../words/words.js";
import { Heading } from "./heading.js";

export function OtherDrafts({ controller }: { controller: Controller }) {
  const { keeper } = controller;
  return (
    <section class="drafts">
      <Heading depth={2}>{t("drafts.others")}</Heading>
      <ul>
        {keeper.others.map((draft) => (
          <li key={draft.id}>
            <span>{describe(draft)}</span>
            {keeper.isGoing(draft) && <span class="muted"> {t("drafts.going")}</span>}
            <div class="actions">
              {!draft.fault && button(t("drafts.goOn"), describe(draft), () => void goOn(controller, draft))}
              {button(t("drafts.save"), describe(draft), () => void saveDraft(controller, draft))}
              {button(t("drafts.delete"), describe(draft), () => forget(controller, draft))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Several drafts have the same buttons, so each is named with its draft. */
const button = (label: string, draft: string, act: () => void) => (
  <button type="button" part="button" aria-label={`${label}: ${draft}`} onClick={act}>
    {label}
  </button>
);
