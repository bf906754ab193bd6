/** One audit, review or exercise: planned, held, and where its record is. */

import type { EventRecord } from "../../document.js";
import { options, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormSelect, FormText, focusOf, useForm } from "../parts/form.js";
import { openRow } from "../parts/opened.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, factsOf } from "./data.js";
import { FormEnd } from "./form_end.js";

const KINDS = ["internal_audit", "management_review", "exercise"] as const;
const FIELDS = ["kind", "planned", "done", "who", "what", "link", "notes"] as const;

/** `of` is an id, or `new` and a kind. */
export function EventForm({ of }: { of: string }) {
  const { controller } = useUi();
  const { model } = controller;
  const event = factsOf(model).file().events?.find(({ id }) => id === of);
  const [, kind = "internal_audit"] = of.split(" ");
  const initial = event ? Object.fromEntries(FIELDS.map((field) => [field, event[field] ?? ""])) : { kind };
  const form = useForm(`event ${of}`, initial);
  const back = (id: string): void => {
    openRow(controller, form.get("kind") === "management_review" ? "reviews" : "audits", id);
    form.clear();
    controller.go("audits", id);
  };
  const save = (): void => {
    const said = Object.fromEntries(FIELDS.map((field) => [field, form.get(field).trim()]).filter(([, text]) => text !== ""));
    const outcome = changes(model).put("events", { ...(event?.id === undefined ? {} : { id: event.id }), ...said } satisfies Partial<EventRecord>);
    const refused = done(controller, outcome, t("certification.said.event", { kind: t(`certification.event.${form.get("kind")}`) }));
    if (refused !== "") {
      form.refuse("what", refused);
      return controller.focusOn(focusOf(form, "what"));
    }
    back(outcome.ok ? (outcome.value.ids[0] ?? "") : "");
  };
  const remove = (): void => {
    if (done(controller, changes(model).remove("events", of), t("certification.said.gone")) !== "") return;
    form.clear();
    controller.go("audits");
  };
  if (!event && !of.startsWith("new")) return <p>{t("certification.notThere")}</p>;
  return (
    <>
      <Heading depth={2}>{event ? t(`certification.event.${form.get("kind")}`) : t(`certification.addEvent.${form.get("kind")}`)}</Heading>
      <p class="lead">{t(`certification.eventLead.${form.get("kind")}`)}</p>
      <div class="fields">
        <FormSelect form={form} field="kind" label={t("certification.kind")} options={options("certification.event", [...KINDS])} />
        <FormText form={form} field="planned" label={t("certification.plannedFor")} type="date" />
        <FormText form={form} field="done" label={t("certification.doneOn")} type="date" />
        <FormText form={form} field="who" label={t("certification.heldBy")} />
        <FormText form={form} field="what" label={t("certification.covers")} rows={3} />
        <FormText form={form} field="link" label={t("certification.where")} />
        <FormText form={form} field="notes" label={t("page.notes")} rows={2} />
      </div>
      <FormEnd form={form} back="audits" onSave={save} onRemove={event && remove} />
    </>
  );
}
