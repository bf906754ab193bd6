/** One question about the organization: radios, and for a number a field beside them. */

import { number, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { CD_A_DAY } from "../parts/effort.js";
import { useUi } from "../ui.js";
import { Exact } from "./exact.js";
import type { AskedView, CountStepView } from "./records.js";
import { useSetup } from "./setup.js";

export function Asked({ question }: { question: AskedView }) {
  const { controller } = useUi();
  const { id, text, help, answer, options, steps } = question;
  const give = useGive(question);
  const isNumber = options.length === 0;
  const now = answer === undefined || answer === null ? undefined : Number(answer);
  const choices = isNumber
    ? steps.map((step) => ({ value: String(step.typical), label: stepLabel(id, step), isChosen: now !== undefined && isIn(step, now) }))
    : options.map((option) => ({ value: option.word, label: option.text, isChosen: answer === option.word }));
  return (
    <form class="asked" data-question={id} onSubmit={(event) => event.preventDefault()}>
      <fieldset class="setup-choice">
        <legend tabIndex={-1} data-focus={`context-${id}`}>
          <Heading depth={3} class="asked-text">
            {text}
          </Heading>
          <span class="muted">{help}</span>
        </legend>
        <div class="options">
          {choices.map(({ value, label, isChosen }) => (
            <label key={value} class="option" part="option">
              <input type="radio" name={`context-${id}`} value={value} checked={isChosen} onChange={() => give(isNumber ? Number(value) : value)} />
              <span>{label}</span>
            </label>
          ))}
          {isNumber && <Exact question={question} />}
          {answer && (
            <button
              type="button"
              class="quiet"
              aria-label={t("setup.context.clearAnswer", { question: text })}
              onClick={() => {
                give(null);
                controller.focusOn(`context-${id}`);
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

/** Hands an answer on; why it was not taken, or nothing. */
export function useGive({ id }: AskedView): (value: string | number | null) => string {
  const setup = useSetup();
  return (value) => setup.change(() => said(setup), (report, engine) => report.patchContext(engine, JSON.stringify({ [id]: value })));
}

function said(setup: ReturnType<typeof useSetup>): string {
  const { questions, suggestions } = setup.context();
  const answered = questions.filter(({ answer }) => answer !== undefined && answer !== null).length;
  const count = suggestions.filter(({ offered }) => offered).length;
  const line = count === 0 ? "" : t("setup.context.saidSuggestions", { count });
  return t("setup.context.saidAnswered", { answered, total: questions.length, suggestions: line }).trim();
}

const isIn = ({ from, to }: CountStepView, value: number): boolean => value >= from && (to === undefined || to === null || value <= to);

function stepLabel(id: string, { from, to }: CountStepView): string {
  if (id === "capacity_cd_week") return t("setup.context.days", { count: from / CD_A_DAY, number: number(from / CD_A_DAY) });
  if (to === from) return number(from);
  return to === undefined || to === null ? t("setup.context.above", { from }) : t("setup.context.span", { from, to });
}
