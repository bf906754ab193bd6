/** The map of the controls: a cell for each, filled as far as the control is in place. */

import type { ItemStateView } from "../../api.js";
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
      {themes.map((theme) => (
        <section key={theme.id}>
          <Heading depth={3}>
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
                    {(state?.implementation === "partly" || state?.implementation === "planned") && <i />}
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

/** What a cell says in words. */
const stateOf = (state: ItemStateView | undefined): string =>
  state?.applicability === "excluded" ? "excluded" : `${state?.applicability === "inherited" ? "inherited_" : ""}${state?.implementation ?? "not_assessed"}`;

/** How it is drawn: one that a provider runs has a ring around the filling of its state. */
const filling = (state: ItemStateView | undefined): string =>
  state?.applicability === "excluded" ? "excluded" : `${state?.implementation ?? "not_assessed"} ${state?.applicability === "inherited" ? "inherited" : ""}`;
