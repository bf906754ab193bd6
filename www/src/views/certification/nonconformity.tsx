/** A nonconformity step by step: what is done is folded, and the next step stands open. */

import type { ComponentChildren } from "preact";
import type { NonconformityRecord } from "../../document.js";
import { options, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { SelectField, TextField } from "../fields.js";
import { day } from "../parts/day.js";
import { FormSelect, FormText, focusOf, useForm } from "../parts/form.js";
import { State } from "../parts/mark.js";
import { Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, factsOf } from "./data.js";
import { FormEnd } from "./form_end.js";
import { isDone, nextStep, servedBy, STEPS, type Step } from "./nonconformity_steps.js";
import { lines } from "./why.js";

const GRADES = ["minor", "major"];
const FOUND_BY = ["audit", "review", "incident", "other"];

/** `of` is an id, or `new`. */
export function Nonconformity({ of }: { of: string }) {
  const { controller } = useUi();
  const { model } = controller;
  const entry = factsOf(model).file().nonconformities?.find(({ id }) => id === of);
  if (of === "new") return <Begin />;
  if (!entry) return <p>{t("certification.notThere")}</p>;
  const next = nextStep(model, entry);
  const remove = (): void => {
    if (done(controller, changes(model).remove("nonconformities", of), t("certification.said.gone")) === "") controller.go("audits");
  };
  return (
    <>
      <Heading depth={2}>
        <bdi class="id">{entry.label}</bdi> {entry.what}
      </Heading>
      {STEPS.map((step) => (
        <details key={step} class="fold" open={step === next}>
          <summary>
            <b>{t(`certification.step.${step}`)}</b> <StepState isDone={isDone(model, entry, step)} isNext={step === next} />
          </summary>
          <Fields step={step} entry={entry} />
        </details>
      ))}
      <p class="row">
        <Way to="audits" focus={of} class="button">
          {t("certification.toAudits")}
        </Way>
        <button type="button" class="quiet" onClick={remove}>
          {t("page.remove")}
        </button>
      </p>
    </>
  );
}

function StepState({ isDone, isNext }: { isDone: boolean; isNext: boolean }) {
  if (isDone) return <State name="ok" tone="good">{t("certification.stepState.done")}</State>;
  if (isNext) return <State name="half">{t("certification.stepState.next")}</State>;
  return <State name="wait" tone="dim">{t("certification.stepState.open")}</State>;
}

function Fields({ step, entry }: { step: Step; entry: NonconformityRecord }) {
  const { controller } = useUi();
  const { model } = controller;
  const { id = "" } = entry;
  const set = (field: keyof NonconformityRecord) => (text: string): string => {
    const value = text.trim() === "" ? null : text.trim();
    if (field === "item" && value !== null && !isItem(model, value)) return t("certification.unknownItem");
    if (field === "what" && value === null) return t("certification.sayWhat");
    return done(controller, changes(model).patch("nonconformities", id, { [field]: value }), t("certification.said.entry", { label: entry.label ?? "" }));
  };
  const text = (field: "what" | "item" | "correction" | "root_cause" | "owner" | "notes", label: string, rows?: number) => (
    <TextField
      place={{ id, field }}
      label={label}
      value={entry[field] ?? ""}
      onValue={set(field)}
      {...(rows === undefined ? {} : { rows, wide: true })}
    />
  );
  const date = (field: "found" | "checked", label: string) => (
    <TextField place={{ id, field }} label={label} type="date" value={entry[field] ?? ""} onValue={set(field)} />
  );
  const fields: { readonly [step in Step]: ComponentChildren } = {
    what: (
      <>
        {text("what", t("certification.whatIsWrong"), 3)}
        <SelectField
          place={{ id, field: "grade" }}
          label={t("certification.gradeLabel")}
          value={entry.grade}
          options={options("certification.grade", GRADES)}
          onValue={set("grade")}
        />
        {text("item", t("certification.againstId"))}
        <SelectField
          place={{ id, field: "from" }}
          label={t("certification.foundBy")}
          value={entry.from ?? ""}
          options={options("certification.found_by", ["", ...FOUND_BY])}
          onValue={set("from")}
        />
        {date("found", t("certification.foundOn"))}
        {text("owner", t("page.owner"))}
        {text("notes", t("page.notes"), 2)}
      </>
    ),
    correction: text("correction", t("certification.correctionLabel"), 3),
    cause: text("root_cause", t("certification.causeLabel"), 3),
    action: <Actions id={id} />,
    effect: (
      <>
        {date("checked", t("certification.checkedOn"))}
        <SelectField
          place={{ id, field: "effective" }}
          label={t("certification.effectiveLabel")}
          value={entry.effective ?? ""}
          options={options("certification.yes_no", ["", "yes", "no"])}
          onValue={set("effective")}
        />
      </>
    ),
  };
  return (
    <>
      <p class="note">{t(`certification.stepHint.${step}`)}</p>
      {step === "action" ? fields.action : <div class="fields">{fields[step]}</div>}
    </>
  );
}

const isItem = (model: Parameters<typeof factsOf>[0], id: string): boolean =>
  model.items.has(id) || (factsOf(model).file().own_controls ?? []).some((own) => own.id === id);

/** What prevents it from happening again: actions of the plan that serve it. */
function Actions({ id }: { id: string }) {
  const { controller } = useUi();
  const { model } = controller;
  const form = useForm(`action ${id}`, {});
  const actions = servedBy(model, id);
  const add = (): void => {
    const what = form.get("what").trim();
    const refuse = (why: string): void => {
      form.refuse("what", why);
      controller.focusOn(focusOf(form, "what"));
    };
    if (what === "") return refuse(t("certification.sayWhatIsDone"));
    const [owner, due] = [form.get("owner").trim(), form.get("due")];
    const record = { what, serves: [id], ...(owner === "" ? {} : { owner }), ...(due === "" ? {} : { due }) };
    const refused = done(controller, changes(model).put("actions", record), t("certification.said.action", { what }));
    if (refused !== "") return refuse(refused);
    form.clear();
  };
  return (
    <>
      {actions.length > 0 &&
        lines(
          actions.map(({ label = "", what, owner = t("certification.nobody"), due, done: on }) =>
            on === undefined
              ? t("certification.planDue", { name: `${label} ${what}`, owner, day: day(due) })
              : t("certification.actionDone", { name: `${label} ${what}`, day: day(on) }),
          ),
        )}
      <div class="fields">
        <FormText form={form} field="what" label={t("certification.actionWhat")} />
        <FormText form={form} field="owner" label={t("page.owner")} />
        <FormText form={form} field="due" label={t("page.due")} type="date" />
      </div>
      <p>
        <button type="button" part="button" onClick={add}>
          {t("certification.addAction")}
        </button>
      </p>
    </>
  );
}

/** A new one begins with what is wrong; the steps follow once it stands. */
function Begin() {
  const { controller } = useUi();
  const { model } = controller;
  const form = useForm("new nonconformity", { grade: "minor", from: "audit" });
  const refuse = (field: string, why: string): void => {
    form.refuse(field, why);
    controller.focusOn(focusOf(form, field));
  };
  const add = (): void => {
    const said = Object.fromEntries(["what", "grade", "from", "item", "found"].map((field) => [field, form.get(field).trim()]).filter(([, text]) => text !== ""));
    if (said["what"] === undefined) return refuse("what", t("certification.sayWhat"));
    if (said["item"] !== undefined && !isItem(model, said["item"])) return refuse("item", t("certification.unknownItem"));
    const outcome = changes(model).put("nonconformities", said);
    const refused = done(controller, outcome, t("certification.said.entryAdded"));
    if (refused !== "") return refuse("what", refused);
    form.clear();
    controller.go(`audits/nonconformity:${outcome.ok ? (outcome.value.ids[0] ?? "") : ""}`);
  };
  return (
    <>
      <Heading depth={2}>{t("certification.addNonconformity")}</Heading>
      <p class="lead">{t("certification.nonconformityLead")}</p>
      <div class="fields">
        <FormText form={form} field="what" label={t("certification.whatIsWrong")} rows={3} />
        <FormSelect form={form} field="grade" label={t("certification.gradeLabel")} options={options("certification.grade", GRADES)} />
        <FormText form={form} field="item" label={t("certification.againstId")} />
        <FormSelect form={form} field="from" label={t("certification.foundBy")} options={options("certification.found_by", FOUND_BY)} />
        <FormText form={form} field="found" label={t("certification.foundOn")} type="date" />
      </div>
      <FormEnd form={form} back="audits" onSave={add} />
    </>
  );
}
