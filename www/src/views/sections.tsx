/** The list of sections: chapters with status and count, then the reports. */

import type { ChapterView } from "../api.js";
import { crosswalkOf, crosswalkRoute, crosswalks } from "../crosswalks.js";
import { percent } from "../format.js";
import type { Route } from "../model.js";
import { entryOr, t } from "../words/words.js";
import { useUi } from "./ui.js";

const REPORTS = ["results", "gaps", "soa"] as const;

export function Sections(props: { narrow: boolean }) {
  const { controller } = useUi();
  const { model } = controller;
  const list = (
    <nav aria-label={t("page.sections")} part="nav" class="sections">
      <Scores />
      <ul>
        <Entry route="overview" label={t("page.overview")} />
      </ul>
      <p class="part-label">{t("page.requirementsPart")}</p>
      <Chapters chapters={model.catalogue.chapters.filter(({ force }) => force === "requirement")} />
      <p class="part-label">{t("page.controlsPart")}</p>
      <Chapters chapters={model.catalogue.chapters.filter(({ force }) => force === "guidance")} />
      <p class="part-label">{t("page.reportsPart")}</p>
      <ul>
        {REPORTS.map((route) => (
          <Entry key={route} route={route} label={t(`page.${route}`)} />
        ))}
        {crosswalks(model).map(({ id, title }) => (
          <Entry key={id} route={crosswalkRoute(id)} label={t("page.crosswalk", { title })} />
        ))}
      </ul>
    </nav>
  );
  if (!props.narrow) return list;
  const here = model.chapter(model.route);
  const plugin = crosswalkOf(model, model.route);
  const other = plugin ? t("page.crosswalk", { title: plugin.title }) : entryOr(`page.${model.route}`, t("page.overview"));
  const name = here ? `${here.id} ${here.title}` : other;
  return (
    // A new key closes the list when a section was chosen.
    <details class="menu" key={model.route}>
      <summary>{t("page.menu", { here: name })}</summary>
      {list}
    </details>
  );
}

function Chapters(props: { chapters: readonly ChapterView[] }) {
  const { model } = useUi().controller;
  return (
    <ul>
      {props.chapters.map((chapter) => {
        const { answered, total, status } = model.progress(chapter);
        return (
          <Entry
            key={chapter.id}
            route={chapter.id}
            label={`${chapter.id} ${chapter.title}`}
            status={status}
            note={`${t(`page.status.${status}`)}, ${answered}/${total}`}
          />
        );
      })}
    </ul>
  );
}

function Entry(props: { route: Route; label: string; status?: string; note?: string }) {
  const { controller } = useUi();
  const current = controller.model.route === props.route;
  return (
    <li>
      <button
        type="button"
        class={`entry ${props.status ?? ""}`}
        part="nav-entry"
        aria-current={current ? "page" : undefined}
        onClick={() => controller.go(props.route)}
      >
        <span class="entry-label">{props.label}</span>
        {props.note && <span class="entry-note">{props.note}</span>}
      </button>
    </li>
  );
}

function Scores() {
  const { model } = useUi().controller;
  return (
    <dl class="scores" part="scores">
      {(["requirements", "controls"] as const).map((key) => {
        const score = model.score(key);
        return (
          <div key={key}>
            <dt>{t(`page.${key}`)}</dt>
            <dd>
              <strong>{percent(score?.scoreBp)}</strong>
              <span class="muted">
                {t("page.coverage")} {percent(score?.coverageBp)}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
