/** One chapter: its questions only, and the way to its neighbours. */

import { t } from "../words/words.js";
import { percent } from "../format.js";
import { asked, titleOf } from "../sections.js";
import { ViewHeading } from "./heading.js";
import { Question } from "./question.js";
import { useUi } from "./ui.js";

export function Chapter(props: { id: string }) {
  const { controller } = useUi();
  const { model } = controller;
  const chapter = model.chapter(props.id);
  if (!chapter) return null;
  const { answered, total } = model.progress(chapter);
  const score = model.score(chapter.score);
  return (
    <>
      <ViewHeading>
        {chapter.id} {chapter.title}
      </ViewHeading>
      <p class="chapter-line">
        <span class={`force ${chapter.force}`}>{t(`page.force.${chapter.force}`)}</span>
        <span>{t("page.answeredOf", { answered, total })}</span>
        <span>
          {t("page.conformity")} <strong>{percent(score?.scoreBp)}</strong>, {t("page.coverage")} {percent(score?.coverageBp)}
        </span>
      </p>
      <p class="muted">{t(`page.forceNote.${chapter.force}`)}</p>
      {chapter.items.map((id) => {
        const item = model.items.get(id);
        return (
          item && (
            <Question
              key={id}
              item={item}
              answer={model.answer(id)}
              state={model.state(id)}
              problems={model.itemProblems.get(id)}
            />
          )
        );
      })}
      <Neighbours id={chapter.id} />
    </>
  );
}

function Neighbours(props: { id: string }) {
  const { controller } = useUi();
  const routes = ["overview", ...asked(controller.model).map(({ id }) => id), "results"];
  const here = routes.indexOf(props.id);
  const name = (route: string): string => titleOf(controller.model, route);
  const link = (route: string | undefined, word: string, primary: boolean) =>
    route && (
      <button
        type="button"
        class={primary ? "primary" : ""}
        part={primary ? "button primary" : "button"}
        onClick={() => controller.go(route)}
      >
        {word}: {name(route)}
      </button>
    );
  return (
    <nav class="neighbours" aria-label={t("page.chapterNav")}>
      {link(routes[here - 1], t("page.previous"), false)}
      {link(routes[here + 1], t("page.next"), true)}
    </nav>
  );
}
