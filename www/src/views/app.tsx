/** The widget's frame: title, actions, sections, the current view, and one polite live region. */

import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { Patterns } from "../charts/stacked.js";
import type { Controller } from "../controller.js";
import { crosswalkOf } from "../crosswalks.js";
import type { Route } from "../model.js";
import type { Part } from "../part.js";
import { barPart, crosswalkPart, VIEW_PARTS } from "../parts.js";
import { titleOf, viewOf } from "../sections.js";
import { t } from "../words/words.js";
import { Ask } from "./ask.js";
import { Chapter } from "./chapter.js";
import { Heading } from "./heading.js";
import { NotKept } from "./kept.js";
import { Late } from "./late.js";
import { Overview } from "./overview.js";
import { Problems } from "./problems.js";
import { OpenFile, Sections } from "./sections.js";
import { Tools } from "./tools.js";
import { UiContext, useUi } from "./ui.js";

export function App(props: { controller: Controller; level: number; narrow: boolean }) {
  const { controller, level, narrow } = props;
  const { model, question } = controller;
  // The same object each time: a new one would draw every question again after each click.
  const ui = useMemo(() => ({ controller, level, narrow }), [controller, level, narrow]);
  return (
    <UiContext.Provider value={ui}>
      <Patterns />
      <Bar />
      <div class={narrow || question ? "frame narrow" : "frame"}>
        {!question && <Sections narrow={narrow} />}
        <div class="view" part="view">
          <NotKept />
          <Problems title={model.problemsTitle} problems={model.problems} />
          {question ? <Ask question={question} /> : <View route={model.route} />}
        </div>
      </div>
      <div class="status" role="status" aria-live="polite">
        {controller.status}
      </div>
    </UiContext.Provider>
  );
}

/** Whose assessment it is, what has become of it, and the way to keep it. */
function Bar() {
  const { controller, narrow } = useUi();
  const { model, question } = controller;
  const { organization, version } = model.engine.about();
  const bar = barPart.loaded;
  return (
    <header class="bar" part="header">
      <div class="who">
        <Heading depth={0} class="title">
          {organization || t("page.title")}
        </Heading>
        {!question && (
          <p>
            {version && `${t("page.draftOf", { version })} `}
            <span class="unsaved">{controller.notice || (bar ? <bar.SavedLine /> : model.dirty && t("page.unsaved"))}</span>
          </p>
        )}
      </div>
      {!question && (
        <div class="actions">
          {!narrow && (
            <>
              <Tools />
              <OpenFile />
            </>
          )}
          <button type="button" class="primary" part="button primary" onClick={() => void controller.save()}>
            {t("page.save")}
          </button>
        </div>
      )}
    </header>
  );
}

function View({ route }: { route: Route }) {
  const { model } = useUi().controller;
  if (route === "overview") return <Overview />;
  const title = titleOf(model, route);
  const plugin = crosswalkOf(model, route);
  if (plugin) return late(route, title, crosswalkPart, ({ CrosswalkView }) => <CrosswalkView plugin={plugin} />);
  const row = viewOf(route);
  // A new key for each view, so that nothing of one is kept for another.
  return row ? late(route, title, VIEW_PARTS[row.part], ({ View }) => <View route={route} />) : <Chapter key={route} id={route} />;
}

const late = <T,>(route: Route, title: string, part: Part<T>, view: (part: T) => ComponentChildren) => (
  <Late key={route} title={title} part={part}>
    {view}
  </Late>
);
