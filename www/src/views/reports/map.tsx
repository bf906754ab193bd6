/** The map of the controls: a cell for each, filled as far as the control is in place. */

import type { ItemStateView } from "../../api.js";
import { STATES } from "../../standing.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";

export function ControlMap() {
  const { controller } = useUi();
  const { model } = controller;
  const themes = model.catalogue.chapters.filter(({ force }) => force === "guidance");
  return (
    <>
      <p>
        <button type="button" class="quiet" onClick={() => controller.focusOn("after-map")}>
          {t("reports.mapSkip")}
        </button>
      </p>
      <ul class="legend">
        {STATES.map((state) => (
          <li key={state}>
            <span class={`cell ${state}`}>{hasCorner(state) && <i />}</span> {t(`page.implementation.${state}`)}
          </li>
        ))}
        {(["excluded", "inherited"] as const).map((state) => (
          <li key={state}>
            <span class={`cell ${state === "excluded" ? state : "implemented inherited"}`} /> {t(`page.applicability.${state}`)}
          </li>
        ))}
      </ul>
      {themes.map((theme) => (
        <section key={theme.id}>
          <Heading depth={3} class="map-title">
            <button type="button" class="quiet" onClick={() => controller.go(theme.id)}>
              {theme.id} {theme.title}
            </button>
          </Heading>
          <ul class="map">
            {theme.items.map((id) => {
              const state = model.state(id);
              const name = t(`reports.cell.${stateOf(state)}`);
              return (
                <li key={id}>
                  <button
                    type="button"
                    class={`cell ${filling(state)}`}
                    aria-label={`${id} ${model.items.get(id)?.title ?? ""}, ${name}`}
                    data-item={id}
                    onClick={() => controller.go(theme.id, id)}
                  >
                    <span>{id.split(".").at(-1)}</span>
                    {state?.applicability !== "excluded" && hasCorner(state?.implementation) && <i />}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

const hasCorner = (state: string | undefined): boolean => state === "partly" || state === "planned";

/** What a cell says in words. */
const stateOf = (state: ItemStateView | undefined): string =>
  state?.applicability === "excluded" ? "excluded" : `${state?.applicability === "inherited" ? "inherited_" : ""}${state?.implementation ?? "not_assessed"}`;

/** How it is drawn: one that a provider runs has a ring around the filling of its state. */
const filling = (state: ItemStateView | undefined): string =>
  state?.applicability === "excluded" ? "excluded" : `${state?.implementation ?? "not_assessed"} ${state?.applicability === "inherited" ? "inherited" : ""}`;
