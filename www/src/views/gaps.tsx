/** The gap list: what is missing, by force, with the guidance and the way to the question. */

import type { Force, GapView } from "../api.js";
import { t } from "../strings/en.js";
import { Heading, ViewHeading } from "./heading.js";
import { ItemButton } from "./item_button.js";
import { useUi } from "./ui.js";

export function Gaps() {
  const { controller } = useUi();
  const gaps = controller.model.engine.gaps();
  return (
    <>
      <ViewHeading>{t.gaps}</ViewHeading>
      <p class="lead">{t.gapsIntro(gaps.length)}</p>
      <p>
        <button type="button" part="button" onClick={() => controller.downloadCsv("gaps")}>
          {t.downloadGaps}
        </button>
      </p>
      <Part title={t.gapsRequirements} force="requirement" gaps={gaps} />
      <Part title={t.gapsControls} force="guidance" gaps={gaps} />
    </>
  );
}

function Part(props: { title: string; force: Force; gaps: readonly GapView[] }) {
  const gaps = props.gaps.filter(({ force }) => force === props.force);
  if (gaps.length === 0) return null;
  return (
    <section>
      <Heading depth={2}>
        {props.title} ({gaps.length})
      </Heading>
      <ul class="gaps">
        {gaps.map((gap) => (
          <Gap key={gap.id} gap={gap} />
        ))}
      </ul>
    </section>
  );
}

function Gap({ gap }: { gap: GapView }) {
  return (
    <li class="gap" part="gap">
      <p class="gap-title">
        <ItemButton id={gap.id} /> <strong>{gap.title}</strong>
        <span class={`badge ${gap.implementation}`}>{t.implementation[gap.implementation]}</span>
      </p>
      <p>
        {t.missing}: {gap.missing}
      </p>
      {gap.guidance.length > 0 && (
        <details>
          <summary>{t.steps}</summary>
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
