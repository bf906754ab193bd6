/** The conformity of the chapters then and now: a ring, a dot, and the way between. */

import { whole } from "../../format.js";
import { number, t } from "../../words/words.js";
import { useUi } from "../ui.js";
import { chapterTitle, type ScoreRecord } from "./data.js";

export function Chapters({ scores }: { scores: readonly ScoreRecord[] }) {
  const { model } = useUi().controller;
  return (
    <table class="bars" part="chart">
      <caption>{t("comparing.chaptersNote")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("comparing.chapter")}</th>
          <th scope="col" class="number">{t("comparing.then")}</th>
          <th scope="col" class="number">{t("comparing.nowHead")}</th>
          <th scope="col" class="number">{t("comparing.points")}</th>
        </tr>
      </thead>
      <tbody>
        {scores.map(({ key, from_bp: from, to_bp: to, difference_bp: difference }) => (
          <tr key={key}>
            <th scope="row" class="bar-title">
              <div class="barcell">
                <span>{chapterTitle(model, key)}</span>
                <Between from={from} to={to} />
              </div>
            </th>
            <td class="number keep">{whole(from ?? undefined)}</td>
            <td class="number keep">
              <b>{whole(to ?? undefined)}</b>
            </td>
            <td class="number keep">{difference === null ? "–" : signed(difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whole points with their sign; hundredths of one are more than anybody knows. */
function signed(difference_bp: number): string {
  const points = Math.round(Math.abs(difference_bp) / 100);
  if (points === 0) return "0";
  return `${difference_bp < 0 ? "−" : "+"}\u202f${number(points)}`;
}

const at = (bp: number): string => `${bp / 100}%`;

/** Hidden from a reader: the figures beside it are its text. */
const Between = ({ from, to }: { from: number | null; to: number | null }) => (
  <svg class="between" aria-hidden="true" focusable="false">
    <line class="line" x1="0" x2="100%" y1="50%" y2="50%" />
    {from !== null && to !== null && <line class="way" x1={at(from)} x2={at(to)} y1="50%" y2="50%" />}
    {from !== null && <circle class="then" cx={at(from)} cy="50%" r="4.5" />}
    {to !== null && <circle class="now" cx={at(to)} cy="50%" r="4.5" />}
  </svg>
);
