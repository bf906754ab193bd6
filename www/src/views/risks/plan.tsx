/** The treatment plan: what is to be done, for which risks, by whom and until when. */

import { useState } from "preact/hooks";
import type { ActionRecord } from "../../document.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { Facts } from "../parts/facts.js";
import { FormBox, FormCheck, FormText, focusOf, useForm } from "../parts/form.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { ActionState, actionState } from "./action_line.js";
import { ControlLine } from "./control.js";
import { joinedWords, labelOf, settle, useRisks, type Risks } from "./data.js";
import { idsOf, Picker } from "./picker.js";
import { Undo } from "./undo.js";

const RANK = { overdue: 0, open: 1, done: 2 } as const;

export function Plan() {
  const risks = useRisks();
  const opened = useOpened("plan");
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const actions = [...(risks.document.actions ?? [])].sort(
    (one, other) => RANK[actionState(one)] - RANK[actionState(other)] || (one.due ?? "9").localeCompare(other.due ?? "9") || labelOf(one).localeCompare(labelOf(other)),
  );
  const edit = (id: string): void => {
    setEdited(id);
    risks.controller.focusOn(focusOf({ id: formId(id) }, "what"));
  };
  return (
    <>
      <p class="lead">{lead(actions)}</p>
      <Undo risks={risks} />
      <RowTable
        label={t("risks.planTitle")}
        head={t("risks.what")}
        rows={actions}
        idOf={({ id = "" }) => id}
        title={(action) => (
          <>
            <bdi class="id">{labelOf(action)}</bdi> {action.what}
          </>
        )}
        sub={(action) => <ActionState action={action} />}
        columns={[
          { name: t("risks.serves"), width: "w3", cell: (action) => served(risks, action) || "–" },
          { name: t("risks.due"), cell: ({ due }) => day(due) },
          { name: t("risks.stateHead"), width: "w1", cell: (action) => <ActionState action={action} /> },
          { name: t("page.owner"), width: "w2", cell: ({ owner }) => owner || "–" },
        ]}
        detail={(action) => <Detail risks={risks} action={action} onEdit={() => edit(action.id ?? "")} />}
        {...opened}
        empty={t("risks.planEmpty")}
      />
      {edited === undefined ? (
        <p>
          <button type="button" class="primary" part="button primary" onClick={() => edit("")}>
            {t("risks.addAction")}
          </button>
        </p>
      ) : (
        <ActionForm key={edited} risks={risks} id={edited} onDone={() => setEdited(undefined)} />
      )}
    </>
  );
}

function lead(actions: readonly ActionRecord[]): string {
  const count = (state: string): number => actions.filter((action) => actionState(action) === state).length;
  if (actions.length === 0) return t("risks.planNone");
  if (count("done") === actions.length) return t("risks.planDone", { count: actions.length });
  return [t("risks.planLead", { count: actions.length, done: count("done") }), count("overdue") > 0 && t("risks.planOverdue", { count: count("overdue") })].filter(Boolean).join(" ");
}

/** The labels of what an action serves. */
function served({ document }: Risks, { serves = [] }: ActionRecord): string {
  const all = [...(document.risks ?? []), ...(document.obligations ?? []), ...(document.nonconformities ?? [])];
  return joinedWords(serves.map((id) => all.find((it) => it.id === id)?.label ?? id));
}

function Detail({ risks, action, onEdit }: { risks: Risks; action: ActionRecord; onEdit: () => void }) {
  const { id = "", done } = action;
  const { derived, controller } = risks;
  const label = labelOf(action);
  const form = useForm(`plan/done:${id}`, { done: done ?? "" });
  const patch = (members: object, said: string): void => {
    if (settle(risks, derived.patch("actions", id, members), said)) controller.focusOn(id);
  };
  const names = (action.serves ?? []).map((of) => {
    const risk = risks.document.risks?.find((it) => it.id === of);
    return risk ? `${labelOf(risk)} ${risk.title}` : of;
  });
  return (
    <>
      <Facts
        facts={[
          [t("risks.serves"), joinedWords(names) || "–"],
          [t("page.owner"), action.owner || t("risks.nobody")],
          [t("risks.due"), day(action.due)],
          (action.controls ?? []).length > 0 && [t("risks.bringsAbout"), <ul class="plain">{action.controls?.map((it) => <ControlLine key={it} id={it} />)}</ul>],
          action.notes ? [t("risks.notes"), action.notes] : undefined,
        ]}
      />
      <div class="check-line">
        <input
          id={`plan-${id}-is-done`}
          type="checkbox"
          checked={done !== undefined}
          onChange={(event) => {
            form.clear();
            const today = event.currentTarget.checked ? isoDate(new Date()) : null;
            patch({ done: today }, today === null ? t("risks.actionReopened", { label }) : t("risks.actionDoneNow", { label, date: day(today) }));
          }}
        />
        <label for={`plan-${id}-is-done`}>{t("risks.isDone", { label })}</label>
      </div>
      {done !== undefined && (
        <div class="fields">
          <FormText form={form} field="done" type="date" label={t("risks.doneOn")} />
          <p>
            <button
              type="button"
              part="button"
              onClick={() => {
                if (form.message("done") !== "" || form.get("done") === "") return controller.focusOn(focusOf(form, "done"));
                const done = form.get("done");
                form.clear();
                patch({ done }, t("risks.actionDoneNow", { label, date: day(done) }));
              }}
            >
              {t("risks.saveDay")}
            </button>
          </p>
        </div>
      )}
      <p class="row">
        <button type="button" part="button" onClick={onEdit}>
          {t("risks.edit", { label })}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            if (settle(risks, derived.remove("actions", id, true), t("risks.removedAction", { label }))) controller.focusOn("undo");
          }}
        >
          {t("risks.remove", { label })}
        </button>
      </p>
    </>
  );
}

const formId = (id: string): string => (id === "" ? "plan/add" : `plan/edit:${id}`);
const serveField = (id: string): string => `serves.${id}`;

function ActionForm({ risks, id, onDone }: { risks: Risks; id: string; onDone: () => void }) {
  const { document, controller, derived } = risks;
  const action = document.actions?.find((it) => it.id === id);
  const all = [...(document.risks ?? []), ...(document.obligations ?? [])].map((it) => ({ id: it.id ?? "", name: `${labelOf(it)} ${it.title}` }));
  const form = useForm(formId(id), {
    what: action?.what ?? "",
    owner: action?.owner ?? "",
    due: action?.due ?? "",
    notes: action?.notes ?? "",
    controls: (action?.controls ?? []).join(" "),
    ...Object.fromEntries((action?.serves ?? []).map((of) => [serveField(of), "on"])),
  });
  const refuse = (field: string, message: string): void => {
    form.refuse(field, message);
    controller.focusOn(focusOf(form, field));
  };
  const save = (): void => {
    const what = form.get("what").trim();
    if (what === "") return refuse("what", t("risks.sayAction"));
    if (form.message("due") !== "") return controller.focusOn(focusOf(form, "due"));
    const known = all.map((it) => it.id);
    const serves = [...(action?.serves ?? []).filter((of) => !known.includes(of)), ...known.filter((of) => form.get(serveField(of)) !== "")];
    const members = { what, owner: form.get("owner").trim(), due: form.get("due") || null, notes: form.get("notes").trim(), controls: idsOf(form, "controls"), serves };
    const { due, ...rest } = members;
    const outcome = action ? derived.patch("actions", id, members) : derived.put("actions", due === null ? rest : { ...rest, due });
    if (!settle(risks, outcome, t("risks.actionSaved", { what })) || !outcome.ok) return;
    form.clear();
    onDone();
    controller.focusOn(outcome.value.ids[0] ?? "heading");
  };
  return (
    <FormBox class="risk-form panel" onSave={save}>
      <Heading depth={2}>{action ? t("risks.edit", { label: labelOf(action) }) : t("risks.addAction")}</Heading>
      <FormText form={form} field="what" label={t("risks.what")} rows={2} />
      <div class="fields">
        <FormText form={form} field="owner" label={t("risks.stepWho")} />
        <FormText form={form} field="due" type="date" label={t("risks.stepDue")} />
      </div>
      {all.length > 0 && (
        <fieldset class="choose">
          <legend>{t("risks.serves")}</legend>
          {all.map((of) => (
            <FormCheck key={of.id} form={form} field={serveField(of.id)}>
              {of.name}
            </FormCheck>
          ))}
        </fieldset>
      )}
      <Picker form={form} field="controls" risks={risks} label={t("risks.bringsAbout")} />
      <FormText form={form} field="notes" label={t("risks.notes")} rows={2} />
      <p class="row">
        <button type="button" class="primary" part="button primary" onClick={save}>
          {t("risks.saveAction")}
        </button>
        <button
          type="button"
          part="button"
          onClick={() => {
            form.clear();
            onDone();
            controller.focusOn("heading");
          }}
        >
          {t("risks.cancel")}
        </button>
      </p>
    </FormBox>
  );
}
