/** What risks hit: groups of assets, named with the risks and kept in order here. */

import type { GroupRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Facts } from "../parts/facts.js";
import { FormBox, FormSelect, FormText, focusOf, useForm } from "../parts/form.js";
import { useKept } from "../parts/kept.js";
import { useOpened } from "../parts/opened.js";
import { RowTable } from "../parts/table.js";
import { joinedWords, labelOf, settle, type Risks, type Row } from "./data.js";
import { Level } from "./level.js";
import { GROUPS } from "./register_state.js";

const KINDS = ["information", "process", "software", "hardware", "network", "people", "site", "service", "other"] as const;
/** From how many groups on their list is there without being asked for. */
const SHOWN_FROM = 3;
/** States in which something is still to be done. */
const OPEN = ["planned", "insufficient", "untreated"];

export function Groups({ risks, rows, isAsked }: { risks: Risks; rows: readonly Row[]; isAsked: boolean }) {
  const opened = useOpened(GROUPS);
  const [edited, setEdited] = useKept("groups edited", "");
  const collator = new Intl.Collator(undefined, { numeric: true });
  const groups = [...(risks.document.groups ?? [])].sort((one, other) => collator.compare(labelOf(one), labelOf(other)));
  // A way from elsewhere leads to an opened row.
  const isLedTo = groups.some(({ id = "" }) => opened.isOpen(id));
  if (groups.length === 0 || (groups.length < SHOWN_FROM && !isAsked && !isLedTo)) return null;
  const edit = (id: string): void => {
    setEdited(id);
    risks.controller.focusOn(focusOf({ id: formId(id) }, "name"));
  };
  const hitting = ({ id = "" }: GroupRecord): Row[] => rows.filter(({ record }) => record.groups?.includes(id));
  const open = (group: GroupRecord): number => hitting(group).filter(({ view }) => OPEN.includes(view.state)).length;
  return (
    <section>
      <Heading depth={2}>{t("risks.groups")}</Heading>
      <RowTable
        label={t("risks.groups")}
        caption={t("risks.groupsHint")}
        head={t("risks.group")}
        rows={groups}
        idOf={({ id = "" }) => id}
        title={(group) => (
          <>
            <bdi class="id">{labelOf(group)}</bdi> {group.name}
          </>
        )}
        columns={[
          { name: t("risks.groupRisks"), cell: (group) => t("risks.groupCount", { count: hitting(group).length, open: open(group) }) },
          { name: t("risks.groupHighest"), width: "w1", cell: (group) => <Highest risks={risks} rows={hitting(group)} /> },
          { name: t("risks.kindHead"), width: "w2", cell: ({ kind }) => (kind ? t(`risks.groupKind.${kind}`) : "–") },
          { name: t("page.owner"), width: "w3", cell: ({ owner }) => owner || "–" },
        ]}
        detail={(group) =>
          edited === group.id ? (
            <GroupForm key={edited} risks={risks} group={group} onDone={() => setEdited("")} />
          ) : (
            <Detail risks={risks} group={group} rows={hitting(group)} onEdit={() => edit(group.id ?? "")} />
          )
        }
        {...opened}
      />
    </section>
  );
}

/** The highest of today's levels: never a mean or a sum. */
function Highest({ risks, rows }: { risks: Risks; rows: readonly Row[] }) {
  const { criteria } = risks;
  const found = new Set(rows.map(({ view }) => view.exposure?.level));
  const highest = [...criteria.levels].reverse().find(({ word }) => found.has(word));
  return highest ? <Level criteria={criteria} word={highest.word} /> : <>–</>;
}

function Detail({ risks, group, rows, onEdit }: { risks: Risks; group: GroupRecord; rows: readonly Row[]; onEdit: () => void }) {
  const { derived, controller } = risks;
  const label = labelOf(group);
  const remove = (): void => {
    const outcome = derived.remove("groups", group.id ?? "", true);
    if (settle(risks, outcome, t("risks.groupRemoved", { name: group.name, count: rows.length }))) controller.focusOn("undo");
  };
  return (
    <>
      <Facts
        facts={[
          [t("risks.kindHead"), group.kind ? t(`risks.groupKind.${group.kind}`) : "–"],
          [t("page.owner"), group.owner || t("risks.nobody")],
          [t("risks.groupRisks"), joinedWords(rows.map(({ record }) => `${labelOf(record)} ${record.title}`)) || t("risks.groupNone")],
          [t("risks.groupHighest"), <Highest risks={risks} rows={rows} />],
          group.notes ? [t("risks.notes"), group.notes] : undefined,
        ]}
      />
      <p class="row">
        <button type="button" part="button" onClick={onEdit}>
          {t("risks.edit", { label })}
        </button>
        <button type="button" class="quiet" onClick={remove}>
          {t("risks.remove", { label })}
        </button>
      </p>
    </>
  );
}

const formId = (id: string): string => `risks/group:${id}`;

function GroupForm({ risks, group, onDone }: { risks: Risks; group: GroupRecord; onDone: () => void }) {
  const { controller, derived, document } = risks;
  const { id = "" } = group;
  const form = useForm(formId(id), { name: group.name, kind: group.kind ?? "", owner: group.owner ?? "", notes: group.notes ?? "" });
  const done = (): void => {
    form.clear();
    onDone();
    controller.focusOn(id);
  };
  const refuse = (message: string): void => {
    form.refuse("name", message);
    controller.focusOn(focusOf(form, "name"));
  };
  const save = (): void => {
    const name = form.get("name").trim();
    if (name === "") return refuse(t("risks.sayName"));
    // Two of one name could not be told apart where a risk chooses what it hits.
    if (document.groups?.some((other) => other.id !== id && other.name.trim() === name)) return refuse(t("risks.sameGroup", { name }));
    const members = { name, kind: form.get("kind") || null, owner: form.get("owner").trim(), notes: form.get("notes").trim() };
    if (settle(risks, derived.patch("groups", id, members), t("risks.groupSaved", { name }))) done();
  };
  return (
    <FormBox class="risk-form" onSave={save}>
      <div class="fields">
        <FormText form={form} field="name" label={t("risks.groupNameField")} />
        <FormSelect form={form} field="kind" label={t("risks.kindHead")} options={[["", t("risks.kindNone")], ...KINDS.map((kind): [string, string] => [kind, t(`risks.groupKind.${kind}`)])]} />
        <FormText form={form} field="owner" label={t("risks.obligationOwner")} />
      </div>
      <FormText form={form} field="notes" label={t("risks.notes")} rows={2} />
      <p class="row">
        <button type="button" class="primary" part="button primary" onClick={save}>
          {t("risks.saveGroup")}
        </button>
        <button type="button" part="button" onClick={done}>
          {t("risks.cancel")}
        </button>
      </p>
    </FormBox>
  );
}
