/** The levels: what they are called, who may accept at them, and how soon a risk is looked at again. */

import type { CriteriaRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { FormText, focusOf, type Form } from "../parts/form.js";
import { useUi } from "../ui.js";
import { heldOf, levelsField, levelWords, LEVELS_MAX, LEVELS_MIN, monthsField, nameField, newWord, rolesField } from "./criteria_form.js";
import { isAbove, type Risks } from "./data.js";
import { Level } from "./level.js";

interface Props {
  readonly form: Form;
  readonly risks: Risks;
  readonly base: CriteriaRecord;
  readonly made: CriteriaRecord;
}

/** A field whose text stands there already and may be written over. */
export function Named({ form, field, label, before, hint, rows }: { form: Form; field: string; label: string; before: string; hint?: string; rows?: number }) {
  const isTyped = form.get(`typed.${field}`) !== "";
  const more = { ...(hint === undefined ? {} : { hint }), ...(rows === undefined ? {} : { rows }) };
  return <FormText form={form} field={field} label={label} shown={isTyped ? undefined : before} onTyped={() => form.set(`typed.${field}`, "on")} {...more} />;
}

/** Names of the levels; one can be taken out, or put on top. */
export function LevelNames({ form, base, made }: Props) {
  const { controller } = useUi();
  const words = levelWords(form, base);
  const set = (next: readonly string[]): void => form.set(levelsField(form), next.join(" "));
  const add = (): void => {
    const word = newWord(words, base);
    set([...words, word]);
    controller.focusOn(focusOf(form, nameField(word)));
  };
  const take = (word: string): void => {
    set(words.filter((it) => it !== word));
    controller.focusOn(ADD_LEVEL);
  };
  return (
    <>
      <div class="fields">
        {made.levels.map(({ word, name }, place) => {
          const before = base.levels.find((level) => level.word === word)?.name ?? "";
          return (
            <div key={word}>
              <Named form={form} field={nameField(word)} label={before === "" ? t("risks.newLevel") : t("risks.nameOf", { name: before })} before={before} />
              {words.length > LEVELS_MIN && (
                <button type="button" class="quiet" onClick={() => take(word)}>
                  {t("risks.leaveOut", { id: name || t("risks.levelAt", { place: place + 1 }) })}
                </button>
              )}
            </div>
          );
        })}
      </div>
      {words.length < LEVELS_MAX && (
        <p>
          <button type="button" part="button" data-focus={ADD_LEVEL} onClick={add}>
            {t("risks.addLevel")}
          </button>
        </p>
      )}
    </>
  );
}

const ADD_LEVEL = "risks/criteria add level";

/** Who may accept up to which level: only levels above the line need somebody. */
export function Acceptors({ form, risks, base, made }: Props) {
  const above = made.levels.filter(({ word }) => isAbove(made, word));
  return (
    <>
      <p class="note">{t("risks.acceptorsHint")}</p>
      <div class="fields">
        {above.map(({ word, name }) => (
          <Named key={word} form={form} field={rolesField(word)} rows={2} label={t("risks.acceptorsOf", { level: name })} before={heldOf(risks, base, word).roles.join("\n")} hint={t("risks.oneALine")} />
        ))}
      </div>
      {above.filter(({ word }) => !made.may_accept?.some(({ level }) => level === word)).map(({ word }) => (
        <p key={word} class="note">
          <Level criteria={made} word={word} /> {t("risks.nobodyAccepts")}
        </p>
      ))}
      <FormText form={form} field="acceptMonths" label={t("risks.acceptMonths")} hint={t("risks.monthsHint", { count: 12 })} />
    </>
  );
}

/** After how many months a risk at each level is looked at again. */
export function ReviewMonths({ form, risks, base, made }: Props) {
  return (
    <>
      <p class="note">{t("risks.reviewHint")}</p>
      <div class="fields">
        {made.levels.map(({ word, name }, place) => (
          <Named key={word} form={form} field={monthsField(word)} label={t("risks.monthsOf", { level: name })} before={heldOf(risks, base, word).months} hint={t("risks.monthsHint", { count: place === made.levels.length - 1 ? 6 : 12 })} />
        ))}
      </div>
    </>
  );
}
