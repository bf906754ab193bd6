/** What stands beside the way: the risks above the line, what changed since last time, and a reminder. */

import { isFileDue, sinceLast, dayOf } from "../../since.js";
import { wayOf } from "../../next_step.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";

/** The risks above the acceptance line: how many of how many, and how many are left once all plans succeed. */
export function RiskFigure() {
  const { model } = useUi().controller;
  const way = wayOf(model);
  if (!way || (way.risks === 0 && !way.hasClauses)) return null;
  const { above, abovePlanned, highest, risks } = way;
  return (
    <div>
      <dt>{t("since.risks")}</dt>
      <dd class="big">{risks === 0 ? "–" : t("page.answeredShort", { answered: above, total: risks })}</dd>
      <dd class="note">
        {risks === 0 ? t("since.noRisk") : above === 0 ? t("since.allBelow") : t("since.planned", { count: abovePlanned })}
        {highest && ` ${t("since.highest", { title: highest.title, level: highest.level })}`}
      </dd>
    </div>
  );
}

/** What changed since the last file or the last visit. */
export function Since() {
  const { controller } = useUi();
  const since = sinceLast(controller);
  return (
    <>
      <p>
        <button type="button" class="quiet flush" onClick={() => controller.go("results")}>
          {t("since.allResults")}
        </button>
      </p>
      {since && (
        <>
          <Heading depth={2}>{t(since.isFile ? "since.file" : "since.visit", { day: dayOf(since.at) })}</Heading>
          {since.lines.length === 0 ? (
            <p class="note">{t("since.nothing")}</p>
          ) : (
            <ul class="note since">
              {since.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

/** A quiet line where much or old work is in no file: nothing that stands in the way. */
export function Reminder() {
  const { controller } = useUi();
  if (!isFileDue(controller)) return null;
  return (
    <p class="note reminder">
      {t("since.due", { count: controller.model.changes })}{" "}
      <button type="button" class="quiet" onClick={() => void controller.save()}>
        {t("since.save")}
      </button>
    </p>
  );
}

