/** Questions about the organization in three groups, none of them required, and what follows from them. */

import type { Question } from "../../document.js";
import { asked } from "../../sections.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";
import { Asked } from "./asked.js";
import { Follows } from "./follows.js";
import type { AskedView } from "./records.js";
import { useSetup } from "./setup.js";
import { TakeBack } from "./take_back.js";

/** The groups in order; a question that stands in none comes with the last. */
const GROUPS: readonly (readonly [name: string, questions: readonly Question[]])[] = [
  ["firm", ["people", "sites", "premises", "remote", "start", "isms", "capacity_cd_week"]],
  ["technology", ["it", "systems", "cloud_services", "development", "ot", "suppliers"]],
  ["obligations", ["sector", "personal_data", "certificate"]],
];

function groups(questions: readonly AskedView[]): [string, AskedView[]][] {
  const placed = new Set(GROUPS.flatMap(([, ids]) => ids));
  const last = GROUPS.length - 1;
  return GROUPS.map(([name, ids], at) => {
    const own = ids.flatMap((id) => questions.filter((question) => question.id === id));
    return [name, at === last ? [...own, ...questions.filter(({ id }) => !placed.has(id))] : own];
  });
}

export function Context() {
  const { controller } = useUi();
  const { model } = controller;
  const setup = useSetup();
  const { questions } = setup.context();
  const answered = questions.filter(({ answer }) => answer !== undefined && answer !== null).length;
  const [first] = asked(model);
  return (
    <>
      <p class="lead">{t("setup.context.lead", { total: questions.length, count: answered })}</p>
      <TakeBack />
      {groups(questions).map(([name, own]) => (
        <section key={name}>
          <Heading depth={2}>{t(`setup.context.group_${name}`)}</Heading>
          {own.map((question) => (
            <Asked key={question.id} question={question} />
          ))}
        </section>
      ))}
      <Follows />
      <div class="neighbours">
        <button type="button" part="button" onClick={() => controller.go("start")}>
          {t("setup.context.back")}
        </button>
        <button type="button" class="primary" part="button primary" onClick={() => controller.go(first?.id ?? "overview")}>
          {t("setup.context.next")}
        </button>
      </div>
    </>
  );
}
