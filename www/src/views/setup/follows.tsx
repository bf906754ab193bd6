/** What the answers suggest to leave out: taken with a text of one's own, or refused; nothing is preselected. */

import type { Question } from "../../document.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { ItemButton } from "../item_button.js";
import { useUi } from "../ui.js";
import type { SuggestionView } from "./records.js";
import { useSetup } from "./setup.js";
import { SuggestionGroup } from "./suggestion.js";

export function Follows() {
  const { suggestions } = useSetup().context();
  const open = suggestions.filter(({ offered }) => offered).length;
  const lead = suggestions.length === 0 ? t("setup.follows.none") : open === 0 ? t("setup.follows.decided") : t("setup.follows.lead", { count: open });
  return (
    <section class="follows">
      <Heading depth={2}>{t("setup.follows.title")}</Heading>
      <p>{lead}</p>
      <Stale />
      {byText(suggestions).map((group) => (
        <SuggestionGroup key={group[0]?.text} group={group} />
      ))}
    </section>
  );
}

/** The controls of one rule have one text. */
function byText(suggestions: readonly SuggestionView[]): SuggestionView[][] {
  const groups = new Map<string, SuggestionView[]>();
  for (const suggestion of suggestions) groups.set(suggestion.text, [...(groups.get(suggestion.text) ?? []), suggestion]);
  return [...groups.values()];
}

/** Controls that were left out because of an answer that is another by now. */
function Stale() {
  const { controller } = useUi();
  const setup = useSetup();
  const { questions, suggestions } = setup.context();
  const still = new Set(suggestions.map(({ control, question }) => `${control} ${question}`));
  const stale = new Map<Question, string[]>();
  for (const { control, question, decision } of setup.derived.document().suggestions ?? []) {
    const isOut = controller.model.state(control)?.applicability === "excluded";
    if (decision === "accepted" && isOut && !still.has(`${control} ${question}`)) stale.set(question, [...(stale.get(question) ?? []), control]);
  }
  const again = (question: Question, id: string): void => {
    setup.change(() => t("setup.follows.saidRefused", { count: 1, ids: id }), (report, engine) => report.withdrawSuggestion(engine, question, id));
    controller.focusOn(`context-${question}`);
  };
  return (
    <>
      {[...stale].map(([question, controls]) => (
        <div class="notice" key={question} data-stale={question}>
          <p>{t("setup.follows.stale", { question: questions.find(({ id }) => id === question)?.text ?? question })}</p>
          <ul class="suggestions">
            {controls.map((id) => (
              <li key={id}>
                <span>
                  <ItemButton id={id} /> {controller.model.items.get(id)?.title}
                </span>
                <button type="button" class="quiet" aria-label={t("setup.follows.withdrawFor", { id })} onClick={() => again(question, id)}>
                  {t("setup.follows.withdraw")}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
