/** The eight questions for whoever does not know which standard is needed. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";
import { answer, answersOf, type YesOrNo } from "./choosing.js";
import { useSetup } from "./setup.js";
import { saidMode } from "./start.js";

export function Chooser() {
  const setup = useSetup();
  const { asked } = setup.derived.use((report) => report.chooser());
  return (
    <details class="chooser">
      <summary>{t("setup.unsure")}</summary>
      <p class="muted">{t("setup.unsureLead")}</p>
      {asked.map((id) => (
        <Asked key={id} id={id} />
      ))}
    </details>
  );
}

function Asked({ id }: { id: string }) {
  const { controller } = useUi();
  const setup = useSetup();
  const answers = answersOf(setup);
  const question = t(`chooser.question.${id}`);
  const give = (to: YesOrNo | undefined): void => answer(setup, { ...answersOf(setup), [id]: to }, saidMode);
  return (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="setup-choice">
        <legend tabIndex={-1} data-focus={`asked-${id}`}>
          <Heading depth={3} class="asked-text">
            {question}
          </Heading>
          <span class="muted">{t(`chooser.help.${id}`)}</span>
        </legend>
        <div class="options">
          {(["yes", "no"] as const).map((value) => (
            <label key={value} class="option" part="option">
              <input type="radio" name={`asked-${id}`} value={value} checked={answers[id] === value} onChange={() => give(value)} />
              <span>{t(`setup.${value}`)}</span>
            </label>
          ))}
          {answers[id] && (
            <button
              type="button"
              class="quiet"
              aria-label={t("setup.clearAnswer", { question })}
              onClick={() => {
                give(undefined);
                controller.focusOn(`asked-${id}`);
              }}
            >
              {t("setup.clear")}
            </button>
          )}
        </div>
      </fieldset>
    </form>
  );
}
