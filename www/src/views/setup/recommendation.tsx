/** What a choice means: the standard, and what to expect of questions, work and time. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";
import { Money } from "./money.js";
import type { ChoiceView } from "./records.js";

/** Questions that take half a minute each. */
const QUESTIONS_A_MINUTE = 2;

export function Recommendation({ choice, isOwn }: { choice: ChoiceView; isOwn: boolean }) {
  const { standard, mode } = choice;
  if (!standard || !mode) return null;
  return (
    <section class="recommendation" data-mode={mode}>
      <Heading depth={2}>{t(`setup.need.${standard}`)}</Heading>
      <p>{choice.recommendation}</p>
      <p>{t(`setup.why.${standard}`)}</p>
      {isOwn && (
        <>
          <p class="because">{t("setup.because")}</p>
          <ul class="because">
            {choice.because.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {choice.also && <p>{choice.also}</p>}
        </>
      )}
      <First choice={choice} />
      <details>
        <summary>{t("setup.reckoned")}</summary>
        <Lines of={choice.assumptions} />
      </details>
      <details>
        <summary>{t("setup.more")}</summary>
        <Facts
          rows={[
            ["audit", about(choice, "audit")],
            ["documents", about(choice, "documents")],
            ["others", about(choice, "beside")],
          ]}
        />
        <Part title={t("setup.benefit")} lines={choice.benefit ? [{ text: choice.benefit }] : []} />
        <Part title={t("setup.complexity")} lines={choice.complexity} />
        <Part title={t("setup.overdone")} lines={choice.overdone} />
      </details>
      <Money isAudited={mode === "certify"} />
    </section>
  );
}

type Rows = readonly (readonly [name: string, lines: readonly string[]])[];

/** What a line of costs is about, line by line. */
const about = (choice: ChoiceView, what: string): string[] => choice.costs.filter((line) => line.about === what).map(({ text }) => text);

/** What a person wants to know before choosing. */
function First({ choice }: { choice: ChoiceView }) {
  const { catalogue } = useUi().controller.model;
  const controls = catalogue.items.filter(({ kind }) => kind === "control").length;
  const total = catalogue.items.filter(({ kind }) => kind === "control" || kind === "requirement").length;
  const hasClauses = choice.standard !== "27002";
  const count = hasClauses ? total : controls;
  const figures = { total, controls, requirements: total - controls, minutes: Math.ceil(count / QUESTIONS_A_MINUTE) };
  const documents = new Set(catalogue.items.flatMap((item) => item.documents.filter(({ needed }) => needed !== "organization").map(({ id }) => id))).size;
  return (
    <Facts
      rows={[
        ["questions", [t(hasClauses ? "setup.asked.whole" : "setup.asked.controls", figures)]],
        ["beside", [hasClauses ? t("setup.asked.beside", { documents }) : t("setup.asked.nothing")]],
        ["work", about(choice, "work")],
        ["time", about(choice, "time")],
      ]}
    />
  );
}

function Facts({ rows }: { rows: Rows }) {
  return (
    <dl class="setup-facts">
      {rows.map(([name, lines]) =>
        lines.length === 0 ? null : (
          <div key={name} data-fact={name}>
            <dt>{t(`setup.fact.${name}`)}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Part(props: { title: string; lines: readonly { readonly text: string }[] }) {
  if (props.lines.length === 0) return null;
  return (
    <>
      <Heading depth={3}>{props.title}</Heading>
      <Lines of={props.lines} />
    </>
  );
}

const Lines = (props: { of: readonly { readonly text: string }[] }) => (
  <ul>
    {props.of.map(({ text }) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);
