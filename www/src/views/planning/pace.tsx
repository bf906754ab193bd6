/** How long it takes with so many days a week, and what it costs at a rate: both are only tried. */

import { number, t } from "../../words/words.js";
import { TextField } from "../fields.js";
import { CD_A_DAY, typedDays } from "../parts/effort.js";
import type { Planning } from "./data.js";

const RATE = /^\d{1,9}$/;
const CAPACITY_MAX_CD = 200_000;
/** So many sentences stand open; all of them are in the fold. */
const OPEN_SENTENCES = 3;

export function Pace({ plan }: { plan: Planning }) {
  const { tried, roadmap } = plan;
  const { amount, calendar, assumptions } = roadmap;
  const sentences = assumptions.sentences.map(({ text }) => text);
  const shown = tried.capacity_cd ?? calendar?.capacity_cd_week;
  return (
    <div class="pace">
      <div class="fields on-screen">
        <div>
          <TextField
            place={{ id: "roadmap", field: "capacity" }}
            label={t("planning.capacity")}
            type="number"
            value={shown === undefined ? "" : String(shown / CD_A_DAY)}
            onValue={(text) => {
              const capacity_cd = typedDays(text, CAPACITY_MAX_CD);
              if (capacity_cd === "refused") return t("planning.refusedDays");
              plan.try({ ...tried, capacity_cd: capacity_cd ?? undefined });
              return "";
            }}
          />
          <p class="muted hint">{t("planning.capacityHint")}</p>
        </div>
        <div>
          <TextField
            place={{ id: "roadmap", field: "rate" }}
            label={t("planning.rate")}
            type="number"
            value={tried.rate ?? ""}
            onValue={(text) => {
              const rate = text.trim();
              if (rate !== "" && !RATE.test(rate)) return t("planning.refusedRate");
              plan.try({ ...tried, rate: rate || undefined });
              return "";
            }}
          />
          <p class="muted hint">{t("planning.rateHint")}</p>
        </div>
        <TextField
          place={{ id: "roadmap", field: "currency" }}
          label={t("planning.currency")}
          value={tried.currency ?? ""}
          onValue={(text) => {
            plan.try({ ...tried, currency: text.trim() || undefined });
            return "";
          }}
        />
      </div>
      {amount && (
        <p>
          <b>{t(amount.currency === "" ? "planning.money" : "roadmap.money", { rate: number(amount.day_rate), currency: amount.currency, from: number(amount.from), to: number(amount.to) })}</b>
        </p>
      )}
      <p>{sentences.slice(0, OPEN_SENTENCES).join(" ")}</p>
      {sentences.length > OPEN_SENTENCES && (
        <details>
          <summary>{t("planning.assumptions")}</summary>
          <ul>
            {sentences.slice(OPEN_SENTENCES).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
