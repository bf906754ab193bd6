/** What a person says of a document. Each field counts once it is left. */

import { useState } from "preact/hooks";
import type { PaperRecord } from "../../document.js";
import { monthsIn } from "../../refusal.js";
import { options, t } from "../../words/words.js";
import { SelectField, TextField } from "../fields.js";
import { Heading } from "../heading.js";
import { FormText, focusOf, useForm } from "../parts/form.js";
import { openRow } from "../parts/opened.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, factsOf, type PaperRow } from "./data.js";
import { keyOf } from "./documents.js";

const STATES = ["missing", "draft", "approved"];
/** The document whose approval is that of the statement, and follows from it. */
const STATEMENT = "D.6.1.3d";

export function DocumentFields({ row, record }: { row: PaperRow; record: PaperRecord | undefined }) {
  const { controller } = useUi();
  const { model } = controller;
  const key = keyOf(row);
  const [changing, setChanging] = useState(false);
  const { entries } = controller;
  const base: PaperRecord = record ?? (row.id === undefined ? { title: row.title } : { id: row.id });
  const set = (part: Partial<PaperRecord>): string => {
    const next = Object.fromEntries(Object.entries({ ...base, ...part }).filter(([, value]) => value !== "" && value !== undefined));
    return done(controller, changes(model).paper(next), t("certification.said.document", { name: row.title }));
  };
  const remove = (): void => {
    done(controller, changes(model).removePaper(key), t("certification.said.documentGone", { name: row.title }));
    controller.focusOn(row.id === undefined ? "heading" : key);
  };
  const place = (field: string) => ({ id: key, field: `document.${field}` });
  const isOpen = changing || entries.has(key);
  const text = (field: "owner" | "version" | "link" | "notes", label: string, rows?: number) => (
    <TextField
      place={place(field)}
      label={label}
      value={base[field] ?? ""}
      onValue={(value) => set({ [field]: value.trim() })}
      {...(rows === undefined ? {} : { rows, wide: true })}
    />
  );
  return (
    <div class="on-screen">
      <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setChanging(!changing)}>
        {t("certification.change")}
        <span class="hidden">{t("page.ofItem", { id: row.title })}</span>
      </button>
      {record && (
        <button type="button" class="quiet" onClick={remove}>
          {t("certification.forgetDocument")}
          <span class="hidden">{t("page.ofItem", { id: row.title })}</span>
        </button>
      )}
      {isOpen && (
        <div class="fields">
          <SelectField
            place={place("state")}
            label={t("certification.state")}
            value={base.state ?? "missing"}
            options={options("certification.document_state", STATES)}
            hint={row.id === STATEMENT ? t("certification.statementHint") : undefined}
            onValue={(state) => set({ state: state as NonNullable<PaperRecord["state"]> })}
          />
          {text("owner", t("page.owner"))}
          {text("version", t("page.version"))}
          <TextField place={place("date")} label={t("certification.approvedOn")} type="date" value={base.date ?? ""} onValue={(date) => set({ date })} />
          <TextField
            place={place("review")}
            label={t("certification.reviewMonths")}
            type="number"
            value={base.review_months === undefined ? "" : String(base.review_months)}
            onValue={(value) => {
              const months = monthsIn(value);
              if (months === "refused") return t("page.refusedMonths");
              const { review_months: _, ...rest } = base;
              if (months !== undefined) return set({ review_months: months });
              return done(controller, changes(model).paper(rest), t("certification.said.document", { name: row.title }));
            }}
          />
          {text("link", t("certification.where"))}
          {text("notes", t("page.notes"), 2)}
        </div>
      )}
    </div>
  );
}

/** A document of the organization's own: known by its title. */
export function AddDocument() {
  const { controller } = useUi();
  const { model } = controller;
  const form = useForm("new document", {});
  const refuse = (why: string): void => {
    form.refuse("title", why);
    controller.focusOn(focusOf(form, "title"));
  };
  const add = (): void => {
    const title = form.get("title").trim();
    if (title === "") return refuse(t("certification.nameIt"));
    if (factsOf(model).papers().documents.some((row) => row.title === title)) return refuse(t("certification.nameTwice"));
    const refused = done(controller, changes(model).paper({ title, state: "draft" }), t("certification.said.document", { name: title }));
    if (refused !== "") return refuse(refused);
    form.clear();
    openRow(controller, "documents", title);
    controller.go("documents", title);
  };
  return (
    <>
      <Heading depth={2}>{t("certification.addDocument")}</Heading>
      <p class="lead">{t("certification.addDocumentLead")}</p>
      <div class="fields">
        <FormText form={form} field="title" label={t("certification.documentTitle")} />
      </div>
      <p class="row">
        <button type="button" class="primary" part="button primary" onClick={add}>
          {t("certification.addIt")}
        </button>
        <button type="button" class="quiet" onClick={() => (form.clear(), controller.go("documents"))}>
          {t("certification.cancel")}
        </button>
      </p>
    </>
  );
}
