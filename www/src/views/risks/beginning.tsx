/** No risk yet: six threats to begin with, each with why, and by what they are judged. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Go } from "../parts/go.js";
import { State } from "../parts/mark.js";
import { Notice } from "../parts/notice.js";
import { ADD } from "./add_form.js";
import { levelName, threatsOf, type Risks } from "./data.js";
import { Undo } from "./undo.js";

export function Beginning({ risks }: { risks: Risks }) {
  const { controller, criteria, model, hasCriteria } = risks;
  const { likely, all } = threatsOf(model);
  const begin = (field: string, text: string) => () => controller.entries.keep({ id: ADD, field }, text, "");
  return (
    <>
      <p class="lead">
        <b>{t("risks.none")}</b> {t("risks.noneHint")}
      </p>
      <Undo risks={risks} />
      <Heading depth={2}>{t("risks.begin")}</Heading>
      <p class="note">{t("risks.chosenByContext", { shown: likely.length, count: all.length })}</p>
      <ul class="tasks">
        {likely.map(({ code, because }) => (
          <li key={code}>
            <Go to="risks/add" item={code} before={begin("threat", code)}>
              {t(`threats.${code}.label`)}
            </Go>
            <State name="ready">{t("risks.addShort")}</State>
            <p class="note">{t(`risks.because.${because}`)}</p>
          </li>
        ))}
      </ul>
      <p class="row">
        <Go to="risks/add" look="button" before={begin("all", "on")}>
          {t("risks.allThreats", { count: all.length })}
        </Go>
        <Go to="risks/add" look="button" before={begin("threat", "own")}>
          {t("risks.describeOwn")}
        </Go>
      </p>
      <Notice
        title={t(hasCriteria ? "risks.criteriaSet" : "risks.criteriaUsual", {
          count: criteria.likelihood.length,
          line: levelName(criteria, criteria.accept_up_to),
        })}
      >
        <p>
          {t("risks.criteriaHint")} <Go to="risks/criteria">{t("risks.showCriteria")}</Go>
        </p>
      </Notice>
    </>
  );
}
