/** One chapter: how far it is, its questions in a list or one at a time, and the way to its neighbours. */

import { useEffect, useRef, useState } from "preact/hooks";
import { ALL, filtered } from "../filter.js";
import { whole } from "../format.js";
import { detailsPart, severalPart } from "../parts.js";
import { asked, titleOf } from "../sections.js";
import { t } from "../words/words.js";
import { Filters, type Chosen } from "./filters.js";
import { ViewHeading } from "./heading.js";
import { Loading } from "./late.js";
import { Question } from "./question.js";
import { useUi } from "./ui.js";

/** How long a chapter is looked at before what its folds hold is brought, in milliseconds. */
const IDLE_MS = 300;

export function Chapter(props: { id: string }) {
  const { controller, narrow } = useUi();
  const { model } = controller;
  const [chosen, setChosen] = useState<Chosen>({ ...ALL, isOne: false });
  const [at, setAt] = useState(0);
  const [isSeveral, setSeveral] = useState(() => controller.entries.has("several"));
  // A row that was just answered stays until a person chooses anew: nothing moves away under a click.
  const kept = useRef<{ of: string; ids: string[] } | undefined>(undefined);
  useEffect(() => {
    // What a question's folds hold is there before one is opened; a failure is told where it is asked for.
    const idle = setTimeout(() => void detailsPart.load().catch(() => undefined), IDLE_MS);
    return () => clearTimeout(idle);
  }, []);
  const several = severalPart.loaded;
  const chapter = model.chapter(props.id);
  if (!chapter) return null;
  const of = `${chosen.show} ${chosen.owner}`;
  if (kept.current?.of !== of) kept.current = { of, ids: filtered(model, chapter.items, chosen) };
  const isAll = chosen.show === "all" && chosen.owner === undefined;
  const ids = isAll ? chapter.items : kept.current.ids;
  const place = Math.min(at, Math.max(ids.length - 1, 0));
  const { answered, total } = model.progress(chapter);
  const score = model.score(chapter.score);
  const open = ids.filter((id) => !model.state(id)?.answered);
  const next = open.find((id) => chosen.isOne && ids.indexOf(id) > place) ?? open[0];
  const choose = (now: Chosen): void => {
    setChosen(now);
    setAt(0);
    const left = filtered(model, chapter.items, now).length;
    controller.say(t("page.filter.left", { left, total }));
  };
  const go = (to: number): void => {
    setAt(to);
    requestAnimationFrame(() => controller.focusOn(ids[to] ?? "heading"));
  };
  const shown = chosen.isOne ? ids.slice(place, place + 1) : ids;
  return (
    <>
      <ViewHeading>
        {chapter.id} {chapter.title}
      </ViewHeading>
      <div class="chapter-line">
        <span>
          {t("page.answeredOf", { answered, total })}.{" "}
          {score?.scoreBp === undefined ? (
            <span class="muted">{t("page.conform.none")}</span>
          ) : (
            t("page.chapterScore", { score: whole(score.scoreBp), coverage: whole(score.coverageBp) })
          )}
        </span>
        {next && (
          <button type="button" class="primary" part="button primary" onClick={() => (chosen.isOne ? go(ids.indexOf(next)) : controller.focusOn(next))}>
            {t("page.nextOpen", { id: next })}
          </button>
        )}
      </div>
      <p class="note">
        <span class={`force ${chapter.force}`}>{t(`page.force.${chapter.force}`)}</span> {t(`page.forceNote.${chapter.force}`)} {!narrow && t("page.keys")}
      </p>
      <Filters ids={chapter.items} chosen={chosen} onChoose={choose} />
      {!isAll && (
        <p>
          {t("page.filter.left", { left: ids.length, total })}{" "}
          <button type="button" class="quiet" onClick={() => choose({ ...ALL, isOne: chosen.isOne })}>
            {t("page.filter.reset")}
          </button>
        </p>
      )}
      {isSeveral ? (
        several ? (
          <several.Several ids={ids} onEnd={() => setSeveral(false)} />
        ) : (
          <Loading title={t("page.several")} part={severalPart} focus="heading" />
        )
      ) : (
        <button type="button" class="quiet" data-focus="several" onClick={() => setSeveral(true)}>
          {t("page.several")}
        </button>
      )}
      {!isSeveral && shown.map((id) => {
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
      {!isSeveral && chosen.isOne && ids.length > 0 && (
        <div class="neighbours">
          {place > 0 ? <Step word={t("page.previous")} id={ids[place - 1]} onGo={() => go(place - 1)} /> : <span />}
          <span class="muted">{t("page.filter.place", { place: place + 1, total: ids.length })}</span>
          {place + 1 < ids.length ? <Step word={t("page.following")} id={ids[place + 1]} onGo={() => go(place + 1)} /> : <span />}
        </div>
      )}
      <Neighbours id={chapter.id} />
    </>
  );
}

const Step = (props: { word: string; id: string | undefined; onGo: () => void }) => (
  <button type="button" part="button" onClick={props.onGo}>
    {props.word}: {props.id}
  </button>
);

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
      {link(routes[here + 1], t("page.following"), true)}
    </nav>
  );
}
