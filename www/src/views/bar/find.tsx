/** Find: one field over everything, results by group, and Enter for the first of them. */

import { useState } from "preact/hooks";
import type { Controller } from "../../controller.js";
import { find, type Group, type Hit } from "../../find.js";
import type { Model } from "../../model.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { goTo, Way } from "../parts/way.js";
import { useUi } from "../ui.js";

/** What was searched for last, so that Back leads to the same results. */
const searched = new WeakMap<Model, string>();

export function View() {
  const { controller } = useUi();
  const { model } = controller;
  const [text, setText] = useState(searched.get(model) ?? "");
  const groups = find(model, text);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const search = (next: string): void => {
    searched.set(model, next);
    setText(next);
    const all = find(model, next).reduce((sum, group) => sum + group.count, 0);
    if (next.trim() !== "") controller.say(t("bar.found", { count: all }));
  };
  const first = groups[0]?.hits[0];
  return (
    <>
      <div role="search" class="find" onKeyDown={(event) => open(event, controller, first)}>
        <div class="field">
          <label for="find-text">{t("bar.searchFor")}</label>
          <input id="find-text" type="search" part="input" data-focus="find" data-item="find" autocomplete="off" spellcheck={false} value={text} onInput={(event) => search(event.currentTarget.value)} />
        </div>
      </div>
      {text.trim() === "" ? <p class="muted">{t("bar.hint")}</p> : count === 0 ? <p>{t("bar.none", { text: text.trim() })}</p> : groups.map((group) => <Results key={group.name} group={group} />)}
    </>
  );
}

/** No form: where a page is embedded without leave for forms, none is sent, and nobody is told. */
function open(event: KeyboardEvent, controller: Controller, first: Hit | undefined): void {
  // An Enter that ends a composition is the input method's own.
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  if (first) goTo(controller, first.to, first.focus);
}

function Results({ group: { name, hits, count } }: { group: Group }) {
  return (
    <section class="found">
      <Heading depth={2}>
        {t(`bar.group.${name}`)} ({count})
      </Heading>
      <ul class="plain">
        {hits.map((hit) => (
          <li key={hit.key}>
            <Way to={hit.to} focus={hit.focus} item={hit.key} class="quiet way">
              <bdi class="item-id">{hit.id}</bdi> {hit.title}
            </Way>
            {hit.detail && <span class="note"> {hit.detail}</span>}
          </li>
        ))}
      </ul>
      {count > hits.length && <p class="note">{t("bar.some", { shown: hits.length, count })}</p>}
    </section>
  );
}
