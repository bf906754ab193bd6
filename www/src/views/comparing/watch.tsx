/** Choosing a measure for clause 9.1: who measures, how often, and what for. */

import { derived } from "../../derived.js";
import { t } from "../../words/words.js";
import { done } from "../parts/done.js";
import { FormBox, FormText, focusOf, useForm } from "../parts/form.js";
import { useUi } from "../ui.js";
import type { MeasureRecord } from "./data.js";

const MONTHS_MAX = 120;

export function Watch({ it: { id, title, watched } }: { it: MeasureRecord }) {
  const { controller } = useUi();
  const { owner = "", interval_months: months, why = "" } = watched ?? {};
  const form = useForm(`measures/${id}`, { owner, months: months === undefined ? "" : String(months), why });
  const all = derived(controller.model);
  const refuse = (field: string, message: string): void => {
    form.refuse(field, message);
    controller.focusOn(focusOf(form, field));
  };
  const save = (): void => {
    const who = form.get("owner").trim();
    const typed = form.get("months").trim();
    const every = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    if (who === "") return refuse("owner", t("comparing.sayOwner"));
    if (typed !== "" && (every < 1 || every > MONTHS_MAX)) return refuse("months", t("comparing.refusedMonths"));
    const outcome = all.change((report, engine) => report.watch(engine, id, who, typed === "" ? undefined : every, form.get("why").trim()));
    const refused = done(controller, outcome, t("comparing.watched", { title }));
    if (refused !== "") return refuse("owner", refused);
    form.clear();
    controller.focusOn(id);
  };
  const stop = (): void => {
    const outcome = all.change((report, engine) => report.unwatch(engine, id));
    if (done(controller, outcome, t("comparing.unwatched", { title })) !== "") return;
    form.clear();
    controller.focusOn(id);
  };
  return (
    <FormBox class="on-screen" onSave={save}>
      <div class="fields">
        <FormText form={form} field="owner" label={t("comparing.owner")} />
        <FormText form={form} field="months" label={t("comparing.months")} />
        <FormText form={form} field="why" label={t("comparing.why")} />
      </div>
      <p class="row">
        <button type="button" part="button" onClick={save}>
          {watched ? t("comparing.update") : t("comparing.watch", { title })}
        </button>
        {watched && (
          <button type="button" class="quiet" onClick={stop}>
            {t("comparing.unwatch", { title })}
          </button>
        )}
      </p>
    </FormBox>
  );
}
