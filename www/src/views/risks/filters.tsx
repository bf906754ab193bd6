/** What the register is filtered by: a text, a state, an owner, a cell of a matrix. */

import { t } from "../../words/words.js";
import { labelOf, stepName, type Risks, type Row } from "./data.js";
import type { Looked } from "./register_state.js";
import { STATES } from "./state.js";

interface Props {
  readonly rows: readonly Row[];
  readonly looked: Looked;
  readonly change: (part: Partial<Looked>) => void;
}

/** Stands for risks that nobody owns. */
const NOBODY = "\u0000";

export function filtered(rows: readonly Row[], { find, state, owner, order, ring }: Looked): Row[] {
  const wanted = find.trim().toLowerCase();
  const shown = rows.filter(({ view, record }) => {
    const texts = [record.label, record.title, record.owner, record.event, record.notes];
    const cell = ring && view[ring.grid];
    return (
      (wanted === "" || texts.some((text) => text?.toLowerCase().includes(wanted))) &&
      (state === "" || view.state === state) &&
      (owner === "" || (record.owner || NOBODY) === owner) &&
      (!ring || (cell?.likelihood === ring.likelihood && cell.consequence === ring.consequence))
    );
  });
  const collator = new Intl.Collator(undefined, { numeric: true });
  if (order === "label") shown.sort((one, other) => collator.compare(labelOf(one.record), labelOf(other.record)));
  if (order === "title") shown.sort((one, other) => collator.compare(one.record.title, other.record.title));
  return shown;
}

export function Filters({ rows, looked, change }: Props) {
  const owners = [...new Set(rows.map(({ record }) => record.owner || NOBODY))].sort();
  const states = STATES.filter((state) => rows.some(({ view }) => view.state === state));
  const all = (label: string): [string, string] => ["", label];
  return (
    <div class="filters">
      <div class="field">
        <label for="risks-find">{t("risks.find")}</label>
        <input id="risks-find" type="search" part="input" value={looked.find} onInput={(event) => change({ find: event.currentTarget.value })} />
      </div>
      <Choose id="risks-state" label={t("risks.stateHead")} value={looked.state} onValue={(state) => change({ state })} options={[all(t("risks.allStates")), ...states.map((state): [string, string] => [state, t(`risks.state.${state}`)])]} />
      <Choose id="risks-owner" label={t("page.owner")} value={looked.owner} onValue={(owner) => change({ owner })} options={[all(t("risks.everybody")), ...owners.map((owner): [string, string] => [owner, owner === NOBODY ? t("risks.nobody") : owner])]} />
      <Choose id="risks-order" label={t("risks.order")} value={looked.order} onValue={(order) => change({ order })} options={["urgent", "label", "title"].map((order): [string, string] => [order, t(`risks.orderBy.${order}`)])} />
    </div>
  );
}

function Choose(props: { id: string; label: string; value: string; options: readonly (readonly [string, string])[]; onValue: (value: string) => void }) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select id={props.id} part="input" value={props.value} onChange={(event) => props.onValue(event.currentTarget.value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Every filter that is set, also one that no field shows, with a way out. */
export function FilteredBy({ risks, rows, shown, looked, change }: Props & { risks: Risks; shown: number }) {
  const { criteria } = risks;
  const { ring } = looked;
  const by = [
    looked.find.trim() !== "" && t("risks.filter.find", { text: looked.find.trim() }),
    looked.state !== "" && t(`risks.state.${looked.state}`),
    looked.owner !== "" && (looked.owner === NOBODY ? t("risks.nobody") : looked.owner),
    ring &&
      t(`risks.filter.${ring.grid}`, {
        likelihood: stepName(criteria, "likelihood", ring.likelihood),
        consequence: stepName(criteria, "consequence", ring.consequence),
      }),
  ].filter(Boolean);
  return (
    // It is there before it says something, so that it is heard when it does.
    <div class="filtered-by" aria-live="polite">
      {by.length > 0 && (
        <p>
          {t("risks.filteredBy", { by: by.join(" · "), shown, count: rows.length })}{" "}
          <button type="button" class="quiet" onClick={() => change({ find: "", state: "", owner: "", ring: undefined })}>
            {t("risks.showAll")}
          </button>
        </p>
      )}
    </div>
  );
}
