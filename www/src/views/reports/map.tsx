/**
 * The map of the controls: a cell for each, filled as far as the control is in place, or by whatever
 * else is chosen. The counts below it are the same picture as a table; row by row stands the Statement
 * of Applicability.
 */

import { useState } from "preact/hooks";
import { filling } from "../../charts/strip.js";
import type { Model } from "../../model.js";
import { t } from "../../words/words.js";
import { Select } from "../filters.js";
import { Heading } from "../heading.js";
import { useKept } from "../parts/kept.js";
import { Scroll } from "../scroll.js";
import { useUi } from "../ui.js";
import { measures, type Measure, type Value } from "./measures.js";

export function ControlMap() {
  const { controller } = useUi();
  const { model } = controller;
  const all = measures(controller);
  const [shown, setShown] = useKept("map", "implementation");
  const [isTable, setTable] = useState(false);
  const measure = all.find(({ name }) => name === shown) ?? all[0];
  if (!measure) return null;
  const themes = model.catalogue.chapters.filter(({ force }) => force === "guidance");
  const isStates = measure.name === "implementation";
  return (
    <>
      <p>
        <button type="button" class="quiet" onClick={() => controller.focusOn("after-map")}>
          {t("reports.mapSkip")}
        </button>
      </p>
      <div class="filters one">
        <Select name="map" label={t("reports.mapShow")} value={measure.name} options={all.map(({ name }) => [name, t(`reports.show.${name}`)])} onValue={setShown} />
      </div>
      <ul class="legend">
        {measure.values.map((value) => (
          <li key={value.key}>
            <span class={`cell ${value.look}`}>
              <Corner value={value} />
            </span>{" "}
            {nameOf(measure, value)}
          </li>
        ))}
        {isStates && (
          <li>
            <span class={`cell ${"implemented inherited"}`} /> {t("page.applicability.inherited")}
          </li>
        )}
      </ul>
      {themes.map((theme) => (
        <section key={theme.id}>
          <Heading depth={3} class="map-title">
            <button type="button" class="quiet" onClick={() => controller.go(theme.id)}>
              {theme.id} {theme.title}
            </button>
          </Heading>
          <ul class="map">
            {theme.items.map((id) => (
              <Cell key={id} id={id} to={theme.id} measure={measure} />
            ))}
          </ul>
        </section>
      ))}
      <details open={isTable} onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary>{t("reports.mapTable")}</summary>
        {isTable && <Counts measure={measure} themes={themes} model={model} />}
      </details>
    </>
  );
}

function Cell({ id, to, measure }: { id: string; to: string; measure: Measure }) {
  const { controller } = useUi();
  const { model } = controller;
  const state = model.state(id);
  const key = measure.of(id);
  const value = measure.values.find((it) => it.key === key);
  const isStates = measure.name === "implementation";
  const inherited = isStates && state?.applicability === "inherited" ? "inherited_" : "";
  const says = isStates ? t(`reports.cell.${inherited}${key}`) : value ? nameOf(measure, value) : key;
  return (
    <li>
      <button
        type="button"
        class={`cell ${isStates ? filling(state) : (value?.look ?? "")}`}
        aria-label={`${id} ${model.items.get(id)?.title ?? ""}, ${says}`}
        data-item={id}
        onClick={() => controller.go(to, id)}
      >
        <span>{id.split(".").at(-1)}</span>
        {value && <Corner value={value} />}
      </button>
    </li>
  );
}

const Corner = ({ value: { corner } }: { value: Value }) => (corner === undefined ? null : <i class={corner} />);

/** What a value is called: those of implementation have their names on the page already. */
const nameOf = ({ name }: Measure, { key }: Value): string =>
  key === "excluded" ? t("page.applicability.excluded") : name === "implementation" ? t(`page.implementation.${key}`) : name === "maturity" ? t(`page.maturityLevels.${key}`) : t(`reports.${name}.${key}`);

/** How many of each theme have each value. */
function Counts({ measure, themes, model }: { measure: Measure; themes: Model["catalogue"]["chapters"]; model: Model }) {
  const { controller } = useUi();
  const keys = new Map(model.catalogue.items.map(({ id }) => [id, measure.of(id)]));
  const label = t("reports.mapCounts", { what: t(`reports.show.${measure.name}`) });
  return (
    <>
      <Scroll label={label}>
        <table>
          <caption class="hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reports.theme")}</th>
              {measure.values.map((value) => (
                <th key={value.key} scope="col" class="number">
                  {nameOf(measure, value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {themes.map(({ id, title, items }) => (
              <tr key={id}>
                <th scope="row">
                  {id} {title}
                </th>
                {measure.values.map(({ key }) => (
                  <td key={key} class="number">
                    {items.filter((item) => keys.get(item) === key).length}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>
        <button type="button" class="quiet flush" onClick={() => controller.go("soa")}>
          {t("reports.mapRows")}
        </button>
      </p>
    </>
  );
}
