/** The gap list: what is missing, by force, with the guidance and the way to the question. */

import { useState } from "preact/hooks";
import type { Force, GapView } from "../../api.js";
import { derived } from "../../derived.js";
import { everyHelp } from "../../words/load.js";
import { entryOr, t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { ItemButton } from "../item_button.js";
import { Loading } from "../late.js";
import { useUi } from "../ui.js";

/** The list speaks of every question's help, which comes with it. */
export function Gaps() {
  const [, draw] = useState(0);
  if (everyHelp.loaded) return <All />;
  return <Loading title={t("page.view.gaps")} part={everyHelp} focus="heading" onLoaded={() => draw(1)} />;
}

function All() {
  const { controller } = useUi();
  const { model } = controller;
  const gaps = derived(model).gaps();
  // What nobody has looked at is folded away, unless an auditor or a target speaks of it.
  const isOpen = ({ id, implementation }: GapView): boolean => {
    const answer = model.answer(id);
    return implementation === "not_assessed" && !answer?.finding && !answer?.maturity;
  };
  const open = gaps.filter(isOpen).length;
  return (
    <>
      <p class="lead">{intro(gaps.length - open, open)}</p>
      <p>
        <button type="button" part="button" onClick={() => controller.downloadCsv("gaps", derived(model).csv("gaps"))}>
          {t("reports.downloadGaps")}
        </button>
      </p>
      <Part title={t("reports.gapsRequirements")} force="requirement" gaps={gaps} isOpen={isOpen} />
      <Part title={t("reports.gapsControls")} force="guidance" gaps={gaps} isOpen={isOpen} />
    </>
  );
}

function Part(props: {
  title: string;
  force: Force;
  gaps: readonly GapView[];
  isOpen: (gap: GapView) => boolean;
}) {
  const gaps = props.gaps.filter(({ force }) => force === props.force);
  if (gaps.length === 0) return null;
  const open = gaps.filter(props.isOpen);
  return (
    <section>
      <Heading depth={2}>
        {props.title} ({gaps.length - open.length})
      </Heading>
      <List gaps={gaps.filter((gap) => !props.isOpen(gap))} />
      {open.length > 0 && (
        <details class="open-gaps">
          <summary>{t("reports.gapsOpen", { open: open.length })}</summary>
          <List gaps={open} />
        </details>
      )}
    </section>
  );
}

function List({ gaps }: { gaps: readonly GapView[] }) {
  if (gaps.length === 0) return null;
  return (
    <ul class="gaps">
      {gaps.map((gap) => (
        <Gap key={gap.id} gap={gap} />
      ))}
    </ul>
  );
}

function Gap({ gap }: { gap: GapView }) {
  // "A part is in place" says little of itself: what would be the whole, says what is missing.
  const good = entryOr(`item.${gap.id}.good`, "");
  return (
    <li class="gap" part="gap">
      <p class="gap-title">
        <ItemButton id={gap.id} /> <strong>{gap.title}</strong>
        <span class={`badge ${gap.implementation}`}>{t(`page.implementation.${gap.implementation}`)}</span>
      </p>
      <p>
        {t("reports.missing")}: {gap.missing}
      </p>
      {good && (
        <p>
          {t("page.good")}: {good}
        </p>
      )}
      {gap.guidance.length > 0 && (
        <details>
          <summary>{t("page.steps")}</summary>
          <ul>
            {gap.guidance.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function intro(assessed: number, open: number): string {
  const gaps = assessed === 0 ? t("reports.gapsNone") : t("reports.gapsSome", { count: assessed });
  return open === 0 ? t("reports.gapsAll", { gaps }) : t("reports.gapsRest", { gaps, count: open });
}
