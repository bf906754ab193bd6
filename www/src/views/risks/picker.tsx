/** Controls and requirements of a form: those that are chosen, each with a way out, and a list to add from. */

import { t } from "../../words/words.js";
import { fieldId } from "../entry.js";
import type { Form } from "../parts/form.js";
import { controlMark, controlTitle } from "./control.js";
import type { Risks } from "./data.js";

/** The ids in a field. */
export const idsOf = (form: Form, field: string): string[] => form.get(field).split(" ").filter((id) => id !== "");

interface Props {
  readonly form: Form;
  readonly field: string;
  readonly risks: Risks;
  readonly label: string;
  /** Whether requirements may be chosen too. */
  readonly all?: boolean;
}

export function Picker({ form, field, risks, label, all }: Props) {
  const { model, document } = risks;
  const chosen = idsOf(form, field);
  const id = fieldId({ id: form.id, field });
  const own = (document.own_controls ?? []).map(({ id = "", title }) => ({ id, title }));
  const offered = [...[...model.items.values()].filter(({ force }) => all || force === "guidance"), ...own].filter((it) => !chosen.includes(it.id));
  const set = (ids: readonly string[]): void => form.set(field, ids.join(" "));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {chosen.length > 0 && (
        <ul class="plain">
          {chosen.map((it) => (
            <li key={it}>
              <bdi class="id">{controlMark(document, it)}</bdi> {controlTitle(model, document, it)}{" "}
              <button type="button" class="quiet" aria-label={t("risks.leaveOut", { id: it })} onClick={() => set(chosen.filter((other) => other !== it))}>
                {t("page.remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <select id={id} part="input" value="" onChange={(event) => event.currentTarget.value !== "" && set([...chosen, event.currentTarget.value])}>
        <option value="">{t("risks.chooseMeasure")}</option>
        {offered.map(({ id: it, title }) => (
          <option key={it} value={it}>
            {it} {title}
          </option>
        ))}
      </select>
    </div>
  );
}
