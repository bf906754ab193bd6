/** The way through the controls without a reason: one at a time, or several at once. */

import { useState } from "preact/hooks";
import { derived } from "../../derived.js";
import { hasEntry, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { FormChoices, useForm } from "../parts/form.js";
import { useKept } from "../parts/kept.js";
import { useHelp } from "../parts/help.js";
import { Notice } from "../parts/notice.js";
import { ItemWay, Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { withoutReason, type SoaRow } from "./data.js";
import { Decide } from "./decide.js";
import { ControlTitle, Status } from "./why.js";

const NONE: readonly string[] = [];
/** What takes the focus after each decision. */
const NEXT = "decide control";

export function Undecided() {
  const { controller } = useUi();
  const { model } = controller;
  const way = useForm("undecided", { way: "one" });
  const [said, setSaid] = useState("");
  const open = withoutReason(model);
  const takeBack = (): void => {
    derived(model).takeBack();
    controller.registered([], [], t("certification.said.takenBack"));
    setSaid("");
    controller.focusOn(NEXT);
  };
  const next = (said: string): void => {
    setSaid(said);
    controller.focusOn(NEXT);
  };
  return (
    <>
      <p class="lead">{t("certification.undecidedLead")}</p>
      {said !== "" && (
        <p>
          {said}{" "}
          {derived(model).canTakeBack && (
            <button type="button" class="quiet" onClick={takeBack}>
              {t("certification.takeBack")}
            </button>
          )}
        </p>
      )}
      {open.length === 0 ? (
        <Notice kind="ok" title={t("certification.allDecided")} focusKey={NEXT}>
          <p>
            <Way to="soa">{t("certification.toStatement")}</Way>
          </p>
        </Notice>
      ) : (
        <>
          <p class="note">{t("certification.left", { count: open.length })}</p>
          <FormChoices
            form={way}
            field="way"
            legend={t("certification.howToGo")}
            look="row"
            choices={[
              { value: "one", name: t("certification.oneByOne") },
              { value: "many", name: t("certification.severalAtOnce") },
            ]}
          />
          {way.get("way") === "one" ? <One open={open} onNext={next} /> : <Several open={open} onNext={next} />}
        </>
      )}
    </>
  );
}

interface Props {
  readonly open: readonly SoaRow[];
  readonly onNext: (said: string) => void;
}

function One({ open, onNext }: Props) {
  const { items } = useUi().controller.model;
  const [later, setLater] = useKept("undecided later", NONE);
  // What was put off comes again at the end, in the order in which it was put off.
  const isOpen = (id: string): boolean => open.some((row) => row.id === id);
  const again = later.find(isOpen);
  const row = open.find(({ id }) => !later.includes(id)) ?? open.find(({ id }) => id === again);
  useHelp(row && items.get(row.id)?.chapter);
  if (!row) return null;
  const { id } = row;
  const name = hasEntry(`item.${id}.question`) ? id : row.title;
  const putOff = (): void => {
    setLater([...later.filter((it) => it !== id), id]);
    onNext(t("certification.said.later", { id: name }));
  };
  const text = (field: string): string => (hasEntry(`item.${id}.${field}`) ? t(`item.${id}.${field}`) : "");
  return (
    <section class="panel">
      <div tabIndex={-1} data-focus={NEXT}>
        <Heading depth={2}>
          <ControlTitle row={row} />
        </Heading>
      </div>
      {text("question") && <p>{text("question")}</p>}
      {text("purpose") && <p class="note">{text("purpose")}</p>}
      <p>
        <Status row={row} /> {name === id && <ItemWay id={id}>{t("certification.seeQuestion", { id })}</ItemWay>}
      </p>
      <Decide key={id} id={id} controls={[id]} name={name} onDone={onNext} onLater={putOff} />
    </section>
  );
}

function Several({ open, onNext }: Props) {
  const [chosen, setChosen] = useKept<ReadonlySet<string>>("undecided chosen", new Set());
  const ids = open.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const set = (some: readonly SoaRow[], isIn: boolean): void => {
    const next = new Set(chosen);
    for (const { id } of some) {
      if (isIn) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const themeOf = ({ theme }: SoaRow): string => theme ?? t("certification.beyond");
  const next = (said: string): void => {
    setChosen(new Set());
    onNext(said);
  };
  return (
    <section>
      <div tabIndex={-1} data-focus={NEXT}>
        <Heading depth={2}>{t("certification.severalAtOnce")}</Heading>
      </div>
      {[...new Set(open.map(themeOf))].map((theme) => {
        const rows = open.filter((row) => themeOf(row) === theme);
        const isAll = rows.every(({ id }) => chosen.has(id));
        return (
          <fieldset key={theme} class="choose">
            <legend>{t("certification.group", { name: theme, count: rows.length })}</legend>
            <p>
              <button type="button" class="quiet" onClick={() => set(rows, !isAll)}>
                {t(isAll ? "certification.chooseNone" : "certification.chooseAll")}
                <span class="hidden">{t("certification.ofTheme", { theme })}</span>
              </button>
            </p>
            {rows.map((row) => (
              <div key={row.id} class="check-line">
                <input type="checkbox" id={`choose-${row.id}`} checked={chosen.has(row.id)} onChange={(event) => set([row], event.currentTarget.checked)} />
                <label for={`choose-${row.id}`}>
                  <ControlTitle row={row} />
                </label>
              </div>
            ))}
          </fieldset>
        );
      })}
      <div class="panel">
        <Decide id="several" controls={ids} name={t("certification.controls", { count: ids.length })} onDone={next} />
      </div>
    </section>
  );
}
