/** What binds: laws, contracts, demands of customers, policies, and what each asks for. */

import { useState } from "preact/hooks";
import type { ObligationRecord } from "../../document.js";
import { isoDate } from "../../format.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { Facts } from "../parts/facts.js";
import { FormBox, FormCheck, FormSelect, FormText, focusOf, useForm } from "../parts/form.js";
import { State } from "../parts/mark.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { ControlLine } from "./control.js";
import { labelOf, settle, useRisks, type Risks } from "./data.js";
import { idsOf, Picker } from "./picker.js";
import { Undo } from "./undo.js";

const KINDS = ["law", "contract", "customer", "policy"] as const;

export function Obligations() {
  const risks = useRisks();
  const { controller, document } = risks;
  const opened = useOpened("obligations");
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const obligations = [...(document.obligations ?? [])].sort((one, other) => new Intl.Collator(undefined, { numeric: true }).compare(labelOf(one), labelOf(other)));
  const edit = (id: string): void => {
    setEdited(id);
    controller.focusOn(focusOf({ id: formId(id) }, "title"));
  };
  return (
    <>
      <p class="lead">{obligations.length === 0 ? t("risks.obligationsNone") : t("risks.obligationsLead", { count: obligations.length })}</p>
      <Undo risks={risks} />
      <RowTable
        label={t("risks.obligationsTitle")}
        head={t("risks.obligation")}
        rows={obligations}
        idOf={({ id = "" }) => id}
        title={(it) => (
          <>
            <bdi class="id">{labelOf(it)}</bdi> {it.title}
          </>
        )}
        sub={(it) => <Term obligation={it} />}
        columns={[
          { name: t("risks.kindHead"), cell: ({ kind }) => t(`risks.kind.${kind}`) },
          { name: t("risks.asksFor"), width: "w1", cell: (it) => asksFor(it) },
          { name: t("risks.term"), width: "w2", cell: (it) => <Term obligation={it} /> },
          { name: t("page.owner"), width: "w3", cell: ({ owner }) => owner || "–" },
        ]}
        detail={(it) => <Detail risks={risks} obligation={it} onEdit={() => edit(it.id ?? "")} />}
        {...opened}
        empty={t("risks.obligationsEmpty")}
      />
      {edited === undefined ? (
        <p>
          <button type="button" class="primary" part="button primary" onClick={() => edit("")}>
            {t("risks.addObligation")}
          </button>
        </p>
      ) : (
        <ObligationForm key={edited} risks={risks} id={edited} onDone={() => setEdited(undefined)} />
      )}
    </>
  );
}

function asksFor({ controls = [], items = [] }: ObligationRecord): string {
  const count = controls.length + items.length;
  return count === 0 ? t("risks.asksNothing") : t("risks.asksCount", { count });
}

/** From when until when it binds, with a mark where that is over or still to come. */
function Term({ obligation: { since, until } }: { obligation: ObligationRecord }) {
  const today = isoDate(new Date());
  if (until !== undefined && until < today) return <State name="warn" tone="fair">{t("risks.ended", { date: day(until) })}</State>;
  if (since !== undefined && since > today) return <State name="ready">{t("risks.sinceDay", { date: day(since) })}</State>;
  if (until !== undefined) return <>{t("risks.untilDay", { date: day(until) })}</>;
  return <>{since === undefined ? "–" : t("risks.sinceDay", { date: day(since) })}</>;
}

function Detail({ risks, obligation, onEdit }: { risks: Risks; obligation: ObligationRecord; onEdit: () => void }) {
  const { derived, controller } = risks;
  const { id = "" } = obligation;
  const label = labelOf(obligation);
  const asked = [...(obligation.controls ?? []), ...(obligation.items ?? [])];
  return (
    <>
      {obligation.demands && <p>{obligation.demands}</p>}
      <Facts
        facts={[
          [t("risks.kindHead"), t(`risks.kind.${obligation.kind}`)],
          obligation.source ? [t("risks.source"), obligation.source] : undefined,
          [
            t("risks.asksFor"),
            asked.length === 0 ? (
              t("risks.asksNothing")
            ) : (
              <ul class="plain">
                {asked.map((it) => (
                  <ControlLine key={it} id={it} />
                ))}
              </ul>
            ),
          ],
          [t("risks.reading"), t(obligation.explicit ? "risks.explicit" : "risks.ownReading")],
          [t("risks.term"), <Term obligation={obligation} />],
          [t("page.owner"), obligation.owner || t("risks.nobody")],
        ]}
      />
      <p class="row">
        <button type="button" part="button" onClick={onEdit}>
          {t("risks.edit", { label })}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            if (settle(risks, derived.remove("obligations", id, true), t("risks.removed", { label, title: obligation.title }))) controller.focusOn("undo");
          }}
        >
          {t("risks.remove", { label })}
        </button>
      </p>
    </>
  );
}

const formId = (id: string): string => (id === "" ? "obligations/add" : `obligations/edit:${id}`);

function ObligationForm({ risks, id, onDone }: { risks: Risks; id: string; onDone: () => void }) {
  const { document, controller, derived, model } = risks;
  const known = document.obligations?.find((it) => it.id === id);
  const form = useForm(formId(id), {
    title: known?.title ?? "",
    kind: known?.kind ?? "",
    source: known?.source ?? "",
    demands: known?.demands ?? "",
    asked: [...(known?.controls ?? []), ...(known?.items ?? [])].join(" "),
    explicit: known?.explicit ? "on" : "",
    owner: known?.owner ?? "",
    since: known?.since ?? "",
    until: known?.until ?? "",
  });
  const refuse = (field: string, message: string): void => {
    form.refuse(field, message);
    controller.focusOn(focusOf(form, field));
  };
  const save = (): void => {
    const title = form.get("title").trim();
    const kind = form.get("kind");
    const { since, until } = { since: form.get("since"), until: form.get("until") };
    if (title === "") return refuse("title", t("risks.sayObligation"));
    if (kind === "") return refuse("kind", t("risks.sayKind"));
    if (since !== "" && until !== "" && until < since) return refuse("until", t("risks.endsBefore"));
    const half = ["since", "until"].find((field) => form.message(field) !== "");
    if (half) return controller.focusOn(focusOf(form, half));
    const asked = idsOf(form, "asked");
    const isRequirement = (it: string): boolean => model.items.get(it)?.force === "requirement";
    const members = {
      title,
      kind,
      source: form.get("source").trim(),
      demands: form.get("demands").trim(),
      controls: asked.filter((it) => !isRequirement(it)),
      items: asked.filter(isRequirement),
      explicit: form.get("explicit") !== "",
      owner: form.get("owner").trim(),
    };
    const days = { ...(since === "" ? {} : { since }), ...(until === "" ? {} : { until }) };
    const outcome = known ? derived.patch("obligations", id, { ...members, since: since || null, until: until || null }) : derived.put("obligations", { ...members, ...days });
    if (!settle(risks, outcome, t("risks.obligationSaved", { title })) || !outcome.ok) return;
    form.clear();
    onDone();
    controller.focusOn(outcome.value.ids[0] ?? "heading");
  };
  return (
    <FormBox class="risk-form panel" onSave={save}>
      <Heading depth={2}>{known ? t("risks.edit", { label: labelOf(known) }) : t("risks.addObligation")}</Heading>
      <div class="fields">
        <FormText form={form} field="title" label={t("risks.obligationName")} />
        <FormSelect form={form} field="kind" label={t("risks.kindHead")} options={[["", t("risks.chooseKind")], ...KINDS.map((kind): [string, string] => [kind, t(`risks.kind.${kind}`)])]} />
        <FormText form={form} field="source" label={t("risks.source")} hint={t("risks.sourceHint")} />
        <FormText form={form} field="owner" label={t("risks.obligationOwner")} />
        <FormText form={form} field="since" type="date" label={t("risks.since")} />
        <FormText form={form} field="until" type="date" label={t("risks.until")} />
      </div>
      <FormText form={form} field="demands" label={t("risks.demands")} rows={2} />
      <Picker form={form} field="asked" risks={risks} label={t("risks.asksFor")} all />
      <FormCheck form={form} field="explicit">
        {t("risks.explicitField")}
      </FormCheck>
      <p class="row">
        <button type="button" class="primary" part="button primary" onClick={save}>
          {t("risks.saveObligation")}
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
