/** A control of one's own, beyond Annex A: what it is, how far it is, who answers for it. */

import type { AnswerRecord, OwnControlRecord } from "../../document.js";
import { options, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormSelect, FormText, focusOf, useForm } from "../parts/form.js";
import { openRow } from "../parts/opened.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, factsOf } from "./data.js";
import { FormEnd } from "./form_end.js";

const IMPLEMENTATIONS = ["not_assessed", "not_implemented", "planned", "partly", "implemented"];

/** `of` is an id, or `new`. */
export function OwnControl({ of }: { of: string }) {
  const { controller } = useUi();
  const { model } = controller;
  const control = factsOf(model).file().own_controls?.find(({ id }) => id === of);
  const answer = factsOf(model).answers().get(of);
  const form = useForm(`own ${of}`, {
    title: control?.title ?? "",
    description: control?.description ?? "",
    implementation: answer?.implementation ?? "",
    owner: answer?.owner ?? "",
    due: answer?.due ?? "",
    notes: answer?.notes ?? "",
  });
  const refuse = (why: string): void => {
    form.refuse("title", why);
    controller.focusOn(focusOf(form, "title"));
  };
  const save = (): void => {
    const title = form.get("title").trim();
    if (title === "") return refuse(t("certification.nameControl"));
    const description = form.get("description").trim();
    const { description: _, ...rest }: Partial<OwnControlRecord> = control ?? {};
    const put = changes(model).put("own_controls", { ...rest, title, ...(description === "" ? {} : { description }) });
    const refused = done(controller, put, t("certification.said.own", { title }));
    if (refused !== "" || !put.ok) return refuse(refused);
    const id = control?.id ?? put.value.ids[0] ?? "";
    const next = answered(answer ?? { id }, (field) => form.get(field).trim());
    const failed = done(controller, changes(model).answer(next), t("certification.said.own", { title }));
    if (failed !== "") return refuse(failed);
    form.clear();
    openRow(controller, "soa", id);
    controller.go("soa", id);
  };
  const remove = (): void => {
    if (done(controller, changes(model).remove("own_controls", of), t("certification.said.gone")) !== "") return;
    form.clear();
    controller.go("soa");
  };
  if (!control && of !== "new") return <p>{t("certification.notThere")}</p>;
  return (
    <>
      <Heading depth={2}>{control ? control.title : t("certification.addOwn")}</Heading>
      <p class="lead">{t("certification.ownLead")}</p>
      <div class="fields">
        <FormText form={form} field="title" label={t("certification.ownTitle")} />
        <FormText form={form} field="description" label={t("certification.description")} rows={3} />
        <FormSelect
          form={form}
          field="implementation"
          label={t("page.implementationLabel")}
          options={options("page.implementation", IMPLEMENTATIONS).map(([value, name]) => [value === "not_assessed" ? "" : value, name] as const)}
        />
        <FormText form={form} field="owner" label={t("page.owner")} />
        <FormText form={form} field="due" label={t("page.due")} type="date" />
        <FormText form={form} field="notes" label={t("page.notes")} rows={2} />
      </div>
      <FormEnd form={form} back="soa" onSave={save} onRemove={control && remove} />
    </>
  );
}

/** The answer with what the form says; what is empty is left out. */
function answered(answer: AnswerRecord, said: (field: string) => string): AnswerRecord {
  const fields = ["implementation", "owner", "due", "notes"] as const;
  const next: Record<string, unknown> = { ...answer };
  for (const field of fields) {
    if (said(field) === "") delete next[field];
    else next[field] = said(field);
  }
  return next as unknown as AnswerRecord;
}
