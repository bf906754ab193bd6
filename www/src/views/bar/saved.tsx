/** One line on what is kept where, on every view: the browser's draft, and the file, which is the record. */

import { dayOf } from "../../since.js";
import { language, t } from "../../words/words.js";
import { useUi } from "../ui.js";

export function SavedLine() {
  const { keeper, mark, model } = useUi().controller;
  const lang = language() === "en" ? "en-GB" : language();
  const kept = keeper.keeping === "on" ? keeper.keptAt : undefined;
  if (kept === undefined && model.dirty) return <>{t("page.unsaved")}</>;
  const time = kept === undefined ? "" : new Date(kept).toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });
  const day = mark ? dayOf(mark.at) : "";
  const line = !time ? "bar.file" : model.dirty ? (day ? "bar.keptSince" : "bar.keptNoFile") : day ? "bar.keptFile" : "bar.kept";
  return time || day ? <>{t(line, { time, day, count: model.changes })}</> : null;
}
