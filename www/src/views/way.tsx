/** The way to the goal as a list of things to do; each may be opened at any time, the order is advice. */

import { asked, hasView } from "../sections.js";
import { reportsPart } from "../parts.js";
import { t } from "../words/words.js";
import { useUi } from "./ui.js";

/** The steps in their order: a name, and the view that each leads to. */
const STEPS = [
  ["start", "start"],
  ["context", "context"],
  ["questions", ""],
  ["risks", "risks"],
  ["soa", "soa"],
  ["gates", "gates"],
  ["gaps", "gaps"],
] as const;

export function Way() {
  const { controller } = useUi();
  const { model } = controller;
  const next = asked(model).find((chapter) => model.progress(chapter).status !== "complete") ?? asked(model)[0];
  const total = asked(model).reduce((sum, { items }) => sum + items.length, 0);
  const late = model.answered > 0 ? reportsPart.loaded : undefined;
  const known = late?.wayStates(model);
  return (
    <ol class="way" part="way">
      {STEPS.map(([name, view]) => {
        const route = view || (next?.id ?? "");
        if (!hasView(model, route)) return null;
        const questions = name === "questions" && model.answered > 0 ? t("page.answeredOf", { answered: model.answered, total }) : undefined;
        const { state = questions ?? t("page.way.notYet"), note = t(`page.${name}Way.note`) } = known?.[name] ?? {};
        return (
          <li key={name}>
            <button type="button" class="task" aria-describedby={`way-${name}`} onClick={() => controller.go(route)}>
              {t(`page.${name}Way.title`)}
            </button>
            <span id={`way-${name}`} class="state">
              {late ? (
                <late.WayState model={model} name={name}>
                  {state}
                </late.WayState>
              ) : (
                state
              )}
            </span>
            <p class="note">{late && name === "questions" ? <late.Strip model={model} groups={asked(model)} /> : note}</p>
          </li>
        );
      })}
    </ol>
  );
}
