/** The days that a person reckons with for a step, in the place of the model's. */

import type { ReckonedRecord } from "../../document.js";
import { t } from "../../words/words.js";
import { TextField } from "../fields.js";
import { done } from "../parts/done.js";
import { CD_A_DAY, typedDays } from "../parts/effort.js";
import { nameOf, type Planning, type StepRecord } from "./data.js";

const DAYS_MAX_CD = 200_000;

export function OwnFigure({ plan, step }: { plan: Planning; step: StepRecord }) {
  const { derived, controller } = plan;
  const { kind, id } = step;
  const label = nameOf(step);
  const now = derived.document().efforts?.find((it) => it.kind === kind && it.id === id);
  const set = (change: Partial<ReckonedRecord>): string => {
    const { likely_cd, by, why } = { ...now, ...change };
    const outcome = derived.change((report, engine) => report.setEffort(engine, kind, id, likely_cd, by, why));
    return done(controller, outcome, t(likely_cd === undefined ? "planning.ownGone" : "planning.ownSaid", { label }));
  };
  const place = (field: string) => ({ id: `roadmap ${kind} ${id}`, field });
  const text = (field: "by" | "why", name: string) => (
    <TextField
      place={place(field)}
      label={name}
      value={now?.[field] ?? ""}
      onValue={(typed) => {
        const value = typed.trim();
        if (now) return set({ [field]: value });
        return value === "" ? "" : t("planning.ownFirst");
      }}
    />
  );
  return (
    <details class="on-screen">
      <summary>{t("planning.own")}</summary>
      <p class="muted">{t("planning.ownHint")}</p>
      <div class="fields">
        <TextField
          place={place("days")}
          label={t("planning.ownDays", { label })}
          type="number"
          value={now ? String(now.likely_cd / CD_A_DAY) : ""}
          onValue={(typed) => {
            const likely = typedDays(typed, DAYS_MAX_CD);
            if (likely === "refused") return t("planning.refusedDays");
            if (likely === null && !now) return "";
            return set({ likely_cd: likely ?? undefined } as Partial<ReckonedRecord>);
          }}
        />
        {text("by", t("planning.ownBy"))}
        {text("why", t("planning.ownWhy"))}
      </div>
    </details>
  );
}
