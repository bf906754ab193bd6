/** Goal and standard: one click chooses the mode, and what that means stands below it at once. */

import type { Mode } from "../../document.js";
import { t } from "../../words/words.js";
import { FileButton } from "../file_button.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";
import { Chooser } from "./chooser.js";
import { answer, answersOf, isAnswered, recommended, settle, START_OF } from "./choosing.js";
import { Recommendation } from "./recommendation.js";
import { useSetup } from "./setup.js";
import { TakeBack } from "./take_back.js";

/** What is said of a mode that was just chosen. */
export const saidMode = (mode: Mode | undefined): string =>
  mode ? t("setup.saidMode", { mode: t(`label.mode.${mode}`) }) : t("setup.saidNoMode");

export function Start() {
  const { controller } = useUi();
  const setup = useSetup();
  settle(setup);
  const choice = recommended(setup);
  const own = answersOf(setup);
  const { questions } = setup.context();
  return (
    <>
      <p class="lead">{t("setup.goalLead")}</p>
      <div class="setup-columns">
        <div class="setup-main">
          <Goals mode={choice?.mode ?? undefined} />
          {choice && <Recommendation choice={choice} isOwn={isAnswered(own)} />}
          <Chooser />
          <TakeBack />
        </div>
        <Where />
      </div>
      {!choice && <p class="muted">{t("setup.nothingChosen")}</p>}
      <div class="neighbours">
        <span />
        <button type="button" class="primary" part="button primary" onClick={() => controller.go("context")}>
          {t("setup.next", { count: questions.length })}
        </button>
      </div>
    </>
  );
}

function Goals({ mode }: { mode: Mode | undefined }) {
  const setup = useSetup();
  const { starts } = setup.derived.use((report) => report.chooser());
  const chosen = mode && START_OF[mode];
  const choose = (yes: readonly string[]): void =>
    answer(setup, Object.fromEntries(yes.map((asked) => [asked, "yes"])), saidMode);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <fieldset class="setup-choice goals">
        <legend>
          <Heading depth={2} class="goals-title">
            {t("setup.goalTitle")}
          </Heading>
        </legend>
        {starts.map(({ start, yes }) => (
          <label key={start} class="option goal" part="option">
            <input type="radio" name="goal" value={start} checked={chosen === start} onChange={() => choose(yes)} />
            <span>
              <b>{t(`setup.choice.${start}`)}</b>
              <span class="muted">{t(`setup.choiceHint.${start}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </form>
  );
}

/** Where the answers are, and the way to a file. */
function Where() {
  const { controller } = useUi();
  return (
    <section class="setup-panel">
      <Heading depth={2}>{t("setup.where.title")}</Heading>
      <p>{t("setup.where.here")}</p>
      <p>{t("setup.where.file")}</p>
      <FileButton label={t("setup.where.open")} accept=".json,application/json" onFile={(file) => void controller.openFile(file)} />
    </section>
  );
}
