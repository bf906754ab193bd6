/** What could be simplified, what was looked for, and what is left alone. Never more than a remark. */

import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Mark } from "../parts/mark.js";
import { ItemWay } from "../parts/way.js";
import type { OverRecord, Planning } from "./data.js";
import { NodeWay } from "./step_detail.js";

export function Over({ plan }: { plan: Planning }) {
  const over = plan.over();
  const { controls, plans, cheap, cheap_text, carrying, withheld_text } = over;
  return (
    <section class="simpler">
      <Heading depth={2}>{t("planning.simpler")}</Heading>
      <p class="muted">{t("planning.simplerLead")}</p>
      {withheld_text !== undefined && <p>{withheld_text}</p>}
      {withheld_text === undefined && controls.length === 0 && plans.length === 0 && <p>{t("planning.simplerNone")}</p>}
      {controls.map((control) => (
        <Control key={`${control.id} ${control.code}`} plan={plan} control={control} />
      ))}
      {plans.length > 0 && (
        <>
          <Heading depth={3}>{t("planning.simplerPlans")}</Heading>
          <ul>
            {plans.map(({ id, label, waits_for: count }) => (
              <li key={id}>
                <NodeWay plan={plan} node={{ kind: "risk", id, label }} item="over">
                  {t("planning.simplerPlan", { label, count })}
                </NodeWay>
              </li>
            ))}
          </ul>
        </>
      )}
      {carrying.map(({ id, carries }) => (
        <p key={id} class="note">
          {t("planning.carrying", { id, other: carries })}
        </p>
      ))}
      {cheap_text !== undefined && cheap.length > 0 && (
        <details>
          <summary>{cheap_text}</summary>
          <ul class="plain" aria-label={t("planning.cheapList")}>
            {cheap.map((id) => (
              <li key={id}>
                <ItemWay id={id}>
                  <bdi class="id">{id}</bdi> {plan.model.items.get(id)?.title}
                </ItemWay>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Control({ plan, control }: { plan: Planning; control: OverRecord["controls"][number] }) {
  const { id, title, code, looked, overdone } = control;
  const finding = plan.derived.lint().find((it) => it.code === code && it.items.some((item) => item.id === id));
  return (
    <div class="panel">
      <p>
        <ItemWay id={id}>
          <bdi class="id">{id}</bdi> {title}
        </ItemWay>
      </p>
      {finding && <p>{finding.message}</p>}
      {overdone.length > 0 && (
        <>
          <p>{t("planning.overdone")}</p>
          <ul>
            {overdone.map((it) => (
              <li key={it.code}>{it.text}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t("planning.looked")}</summary>
        <ul class="plain">
          {looked.map(({ what, is_found, text }) => (
            <li key={what}>
              <Mark name={is_found ? "ok" : "wait"} tone={is_found ? "good" : "dim"} /> {text}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
