/** The first view: what this is, where to begin, the two scores, and whose assessment it is. */

import type { AboutRecord } from "../api.js";
import { percent } from "../format.js";
import { t } from "../words/words.js";
import { TextField } from "./fields.js";
import { Heading, ViewHeading } from "./heading.js";
import { Kept, WhereKept } from "./kept.js";
import { useUi } from "./ui.js";

export function Overview() {
  const { controller } = useUi();
  const { model } = controller;
  const chapters = model.catalogue.chapters;
  const next = chapters.find((chapter) => model.progress(chapter).status !== "complete");
  const begun = chapters.some((chapter) => model.progress(chapter).answered > 0);
  return (
    <>
      <ViewHeading>{t("page.overview")}</ViewHeading>
      <p class="lead">{t("page.intro")}</p>
      <WhereKept />
      <p>
        <button
          type="button"
          class="primary"
          part="button primary"
          onClick={() => controller.go(next?.id ?? "results")}
        >
          {next ? (begun ? `${t("page.go")}: ${next.id} ${next.title}` : t("page.start")) : t("page.view.results")}
        </button>
      </p>
      <div class="cards">
        <Card of="requirements" hint={t("page.requirementsHint")} />
        <Card of="controls" hint={t("page.controlsHint")} />
      </div>
      <p class="muted">{t("page.introScores")}</p>
      <About />
      <Kept />
    </>
  );
}

function Card(props: { of: "requirements" | "controls"; hint: string }) {
  const score = useUi().controller.model.score(props.of);
  return (
    <div class="card" part="card">
      <p class="card-name">{t(`page.${props.of}`)}</p>
      <p class="muted">{props.hint}</p>
      <p class="card-figure">
        {score?.scoreBp === undefined ? t("page.notYet") : percent(score.scoreBp)}
        {score?.scoreBp !== undefined && <span class="card-unit"> {t("page.conformity")}</span>}
      </p>
      <p>
        {t("page.coverage")} {percent(score?.coverageBp)}{" "}
        <span class="muted">({t("page.assessedOf", { assessed: score?.assessed ?? 0, inScope: score?.inScope ?? 0 })})</span>
      </p>
    </div>
  );
}

function About() {
  const { controller } = useUi();
  const about = controller.model.engine.about();
  const text = (field: "organization" | "scope" | "version" | "approver", wide = false) => (
    <TextField
      place={{ id: "about", field }}
      label={t(`page.${field}`)}
      wide={wide}
      value={about[field] ?? ""}
      onValue={(value) => controller.editAbout((current) => ({ ...current, [field]: value }))}
    />
  );
  return (
    <section class="about">
      <Heading depth={2}>{t("page.about")}</Heading>
      <div class="fields">
        {text("organization")}
        {text("scope", true)}
        {text("version")}
        <TextField
          place={{ id: "about", field: "date" }}
          label={t("page.date")}
          type="date"
          value={about.date ?? ""}
          onValue={(date) => controller.editAbout((current) => withDate(current, date))}
        />
        {text("approver")}
      </div>
    </section>
  );
}

function withDate({ date: _, ...about }: AboutRecord, date: string): AboutRecord {
  return date === "" ? about : { ...about, date };
}
