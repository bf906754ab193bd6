/** Several questions at once: boxes to tick in the rows, and one thing that is set of all of them in one step. */

import { useEffect } from "preact/hooks";
import type { ItemView } from "../../api.js";
import { derived } from "../../derived.js";
import { refusal } from "../../refusal.js";
import { options, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormBox, FormSelect, FormText, focusOf, useForm, type Form } from "../parts/form.js";
import { useUi } from "../ui.js";
import { changed, type What } from "./set.js";

const IMPLEMENTATIONS = ["not_assessed", "not_implemented", "planned", "partly", "implemented"];
const REASONS = ["", "no_risk", "no_activity", "no_asset", "other"];

const box = (id: string): string => `is.${id}`;
const why = (id: string): string => `why.${id}`;

/** The rows of a chapter that are shown, to be ticked. */
export function Several({ ids, onEnd }: { ids: readonly string[]; onEnd: () => void }) {
  const { controller } = useUi();
  const { model } = controller;
  const items = ids.map((id) => model.items.get(id)).filter((item) => item !== undefined);
  const form = useForm("several", { what: "owner" });
  const what = form.get("what") as What;
  // Only a control can be left out.
  const canTake = ({ kind }: ItemView): boolean => kind === "control" || (what !== "excluded" && what !== "applicable");
  const chosen = items.filter((item) => canTake(item) && form.get(box(item.id)) !== "").map(({ id }) => id);
  useEffect(() => {
    // The button that led here is gone; what was begun before is come back to without a move.
    if (!form.touched) requestAnimationFrame(() => controller.focusOn("several-head"));
  }, []);
  const all = (isIn: boolean): void => items.filter(canTake).forEach(({ id }) => form.set(box(id), isIn ? "on" : ""));
  const end = (): void => {
    form.clear();
    onEnd();
    controller.focusOn("several");
  };
  const refuse = (field: string, message: string): void => {
    form.refuse(field, message);
    controller.focusOn(focusOf(form, field));
  };
  const set = (): void => {
    if (chosen.length === 0) return refuse("what", t("several.noneChosen"));
    const missing = what === "excluded" && chosen.find((id) => form.get(why(id)).trim() === "");
    if (missing) return refuse(why(missing), t("several.noReason"));
    const wanted = { what, value: form.get(what), why: (id: string) => form.get(why(id)) };
    const answers = chosen.map((id) => JSON.stringify(changed(model.answer(id) ?? { id }, wanted)));
    const outcome = derived(model).change((report, engine) => report.putAnswers(engine, answers));
    if (!outcome.ok) {
      controller.report(outcome.problems);
      return refuse(what === "applicable" || what === "excluded" ? "what" : what, refusal(outcome.problems));
    }
    const said = t("several.said", { count: chosen.length });
    form.clear();
    controller.registered(outcome.value.ids, outcome.value.dropped, said);
    controller.notice = said;
    controller.focusOn("several-head");
  };
  return (
    <section class="several">
      <div tabIndex={-1} data-focus="several-head">
        <Heading depth={2}>{t("several.title")}</Heading>
      </div>
      <p class="row">
        <button type="button" class="quiet" onClick={() => all(true)}>
          {t("several.all", { count: items.filter(canTake).length })}
        </button>
        <button type="button" class="quiet" onClick={() => all(false)}>
          {t("several.none")}
        </button>
      </p>
      {items.map((item) => (
        <Row key={item.id} item={item} form={form} isWhy={what === "excluded"} canTake={canTake(item)} />
      ))}
      <FormBox class="panel" onSave={set}>
        <p class="note" role="status">
          {t("several.chosen", { count: chosen.length })}
        </p>
        <FormSelect form={form} field="what" label={t("several.what")} options={(["owner", "due", "implementation", "applicable", "excluded"] as const).map((it) => [it, t(`several.to.${it}`)])} />
        {what === "owner" && <FormText form={form} field="owner" label={t("page.owner")} hint={t("several.emptyOwner")} />}
        {what === "due" && <FormText form={form} field="due" type="date" label={t("page.due")} />}
        {what === "implementation" && <FormSelect form={form} field="implementation" label={t("page.implementationLabel")} options={[["", t("page.implementationAuto")], ...options("page.implementation", IMPLEMENTATIONS)]} />}
        {what === "excluded" && <FormSelect form={form} field="excluded" label={t("page.exclusionReason")} hint={t("several.eachReason")} options={REASONS.map((it) => [it, t(`page.exclusion.${it || "none"}`)])} />}
        <div class="actions">
          <button type="button" class="primary" part="button primary" onClick={set}>
            {t("several.set", { count: chosen.length })}
          </button>
          <button type="button" part="button" onClick={end}>
            {t("several.end")}
          </button>
        </div>
      </FormBox>
    </section>
  );
}

function Row({ item: { id, title }, form, isWhy, canTake }: { item: ItemView; form: Form; isWhy: boolean; canTake: boolean }) {
  const { model } = useUi().controller;
  const answer = model.answer(id);
  const state = model.state(id);
  const isIn = form.get(box(id)) !== "";
  const facts = [
    t(`page.implementation.${state?.implementation ?? "not_assessed"}`),
    state?.applicability === "excluded" ? t("page.applicability.excluded") : "",
    answer?.owner ?? "",
    answer?.due ? t("several.due", { day: answer.due }) : "",
  ];
  return (
    <div class="several-row">
      <div class="check-line">
        {canTake ? (
          <input id={`several-${id}`} type="checkbox" checked={isIn} aria-describedby={`several-${id}-now`} onChange={(event) => form.set(box(id), event.currentTarget.checked ? "on" : "")} />
        ) : (
          <span class="no-box" />
        )}
        <label for={canTake ? `several-${id}` : undefined}>
          <bdi class="item-id">{id}</bdi> {title}
        </label>
      </div>
      <p class="note" id={`several-${id}-now`}>
        {canTake ? facts.filter((fact) => fact !== "").join(", ") : t("several.requirement")}
      </p>
      {isWhy && isIn && canTake && <FormText form={form} field={why(id)} label={t("several.why", { id })} rows={2} />}
    </div>
  );
}
