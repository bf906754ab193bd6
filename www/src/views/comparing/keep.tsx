/** Keeping today's state, and the states that are kept. */

import { derived } from "../../derived.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { done } from "../parts/done.js";
import { FormBox, FormText, focusOf, useForm } from "../parts/form.js";
import { useUi } from "../ui.js";
import type { KeptRecord } from "./data.js";

export function Keep() {
  const { controller } = useUi();
  const form = useForm("comparing/keep", { name: "", note: "" });
  const save = (): void => {
    const name = form.get("name").trim();
    const refuse = (message: string): void => {
      form.refuse("name", message);
      controller.focusOn(focusOf(form, "name"));
    };
    if (name === "") return refuse(t("comparing.sayName"));
    const outcome = derived(controller.model).change((report, engine) => report.takeSnapshot(engine, name, form.get("note").trim(), isoDate(new Date())));
    const refused = done(controller, outcome, t("comparing.keptNow", { name }));
    if (refused !== "") return refuse(refused);
    form.clear();
    controller.focusOn("kept-states");
  };
  return (
    <FormBox class="panel on-screen" onSave={save}>
      <Heading depth={2}>{t("comparing.keepHead")}</Heading>
      <div class="fields">
        <FormText form={form} field="name" label={t("comparing.keepName")} />
        <FormText form={form} field="note" label={t("comparing.keepNote")} />
      </div>
      <p>
        <button type="button" class="primary" part="button primary" onClick={save}>
          {t("comparing.keep")}
        </button>
      </p>
    </FormBox>
  );
}

export function KeptStates({ kept }: { kept: readonly KeptRecord[] }) {
  const { controller } = useUi();
  if (kept.length === 0) return null;
  const remove = ({ id, name }: KeptRecord): void => {
    const outcome = derived(controller.model).change((report, engine) => report.removeSnapshot(engine, id));
    if (done(controller, outcome, t("comparing.removed", { name })) === "") controller.focusOn(kept.length > 1 ? "kept-states" : "heading");
  };
  return (
    <section class="kept-states on-screen" tabIndex={-1} data-focus="kept-states">
      <Heading depth={2}>{t("comparing.keptHead")}</Heading>
      <ul class="changes">
        {kept.map((it) => (
          <li key={it.id}>
            <span>
              <b>{it.name}</b>, {day(it.on)}
            </span>
            <button type="button" class="quiet" aria-label={t("comparing.removeOf", { name: it.name })} onClick={() => remove(it)}>
              {t("comparing.remove")}
            </button>
            <p class="note">
              {it.note} {t("comparing.keptAs", { count: it.items })}, {t("comparing.keptRisks", { count: it.risks })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
