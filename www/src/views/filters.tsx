/** The selects above the questions of a chapter; each choice counts at once, and says how much is left. */

import { owners, type Filter } from "../filter.js";
import { t } from "../words/words.js";
import { useUi } from "./ui.js";

export interface Chosen extends Filter {
  /** One question at a time, or all in a list. */
  readonly isOne: boolean;
}

interface Props {
  readonly ids: readonly string[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Stands for everybody, which no owner is called. */
const EVERYBODY = "\n";

export function Filters({ ids, chosen, onChoose }: Props) {
  const names = owners(useUi().controller.model, ids);
  const { show, owner = EVERYBODY, isOne } = chosen;
  return (
    <div class="filters">
      <Select
        name="show"
        value={show}
        options={[["all", t("page.filter.all", { count: ids.length })], ["open", t("page.filter.open")], ["below", t("page.filter.below")]]}
        onValue={(value) => onChoose({ ...chosen, show: value as Filter["show"] })}
      />
      {names.length > 0 && (
        <Select
          name="owner"
          value={owner}
          options={[[EVERYBODY, t("page.filter.everybody")], ["", t("page.filter.nobody")], ...names.map((name): [string, string] => [name, name])]}
          onValue={(value) => onChoose({ ...chosen, owner: value === EVERYBODY ? undefined : value })}
        />
      )}
      <Select
        name="view"
        value={isOne ? "one" : "list"}
        options={[["list", t("page.filter.list")], ["one", t("page.filter.one")]]}
        onValue={(value) => onChoose({ ...chosen, isOne: value === "one" })}
      />
    </div>
  );
}

export function Select(props: { name: string; label?: string; value: string; options: [string, string][]; onValue: (value: string) => void }) {
  const id = `filter-${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label ?? t(`page.filter.${props.name}`)}</label>
      <select id={id} value={props.value} onChange={(event) => props.onValue(event.currentTarget.value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
