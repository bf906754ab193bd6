/** One question: a native fieldset with radios, help at hand, and the details of the answer. */

import { Component, type ComponentChildren } from "preact";
import type { AnswerRecord, ItemStateView, ItemView, ProblemView, Response } from "../api.js";
import { t } from "../words/words.js";
import { Guidance, More, NotApplicable } from "./folds.js";
import { Heading } from "./heading.js";
import { Problems } from "./problems.js";
import { useUi } from "./ui.js";

interface Props {
  readonly item: ItemView;
  readonly answer: AnswerRecord | undefined;
  readonly state: ItemStateView | undefined;
  readonly problems: readonly ProblemView[] | undefined;
}

const RESPONSES: readonly Response[] = ["yes", "partly", "no", "unknown"];

/** Drawn again only when something of its own has changed. */
export class Question extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { answer, state, problems } = this.props;
    return next.answer !== answer || next.state !== state || next.problems !== problems;
  }

  override render({ item, answer, state, problems }: Props) {
    return (
      <section class="question" part="question">
        <Choice item={item} answer={answer}>
          {answer && <NotApplicable answer={answer} />}
          <Problems title={t("page.notDone")} problems={problems ?? []} />
          <Guidance item={item} />
          <More item={item} answer={answer} state={state} />
        </Choice>
      </section>
    );
  }
}

/** The responses that an item takes; a requirement can never be "not applicable". */
const offeredTo = ({ kind }: ItemView): readonly Response[] => (kind === "control" ? [...RESPONSES, "not_applicable"] : RESPONSES);

/** The question with its answers; what belongs to them stands in the same line as far as it fits. */
function Choice(props: { item: ItemView; answer: AnswerRecord | undefined; children: ComponentChildren }) {
  const { controller } = useUi();
  const { item } = props;
  const { id, title, question, newIn2022 } = item;
  const chosen = props.answer?.response;
  const offered = offeredTo(item);
  // Keys count only while the focus is among the answers, so that none is taken from a page or a reader.
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const response = offered[Number(event.key) - 1];
    if (response) {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`[value="${response}"]`)?.focus();
      controller.respond(id, response);
    } else if (event.key === "Delete" && chosen) {
      event.preventDefault();
      controller.respond(id, undefined);
    }
  };
  return (
    // Radios outside a form stay in their root's group when they are removed, and keep all around them.
    <form onSubmit={(event) => event.preventDefault()}>
      <fieldset class="asked">
        <legend part="legend" tabIndex={-1} data-focus={id}>
          <Heading depth={2} class="item-title">
            <span class="item-id">{id}</span> {title}
            {newIn2022 && (
              <>
                {" "}
                <span class="tag">{t("page.newIn2022")}</span>
              </>
            )}
          </Heading>
          <span class="item-question">{question}</span>
        </legend>
        <div class="line">
          <div class="options" onKeyDown={onKeyDown}>
            {offered.map((response) => (
              <label key={response} class="option" part="option">
                <input
                  type="radio"
                  name={`answer-${id}`}
                  value={response}
                  checked={chosen === response}
                  onChange={() => controller.respond(id, response)}
                />
                <span>{t(`page.response.${response}`)}</span>
              </label>
            ))}
          </div>
          {props.children}
        </div>
      </fieldset>
    </form>
  );
}
