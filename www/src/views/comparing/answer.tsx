/** The questions of a pack, for whoever was sent it: answered here, and handed back as the same file. */

import type { Answering } from "../../answering.js";
import { answer, answeringIn } from "../../answering.js";
import type { Controller } from "../../controller.js";
import { derived, startReports } from "../../derived.js";
import { missingPart, replacingPart } from "../../parts.js";
import { spoken } from "../../problems.js";
import { t } from "../../words/words.js";
import { FileButton } from "../file_button.js";
import { Question } from "../question.js";
import { useUi } from "../ui.js";

/** Opens a pack in place of the assessment, once nothing would be lost; the one that was opened from it goes on. */
export async function openPack(controller: Controller, file: File): Promise<void> {
  const { model } = controller;
  const [replacing] = await Promise.all([replacingPart.load(), startReports()]).catch(() => [undefined]);
  if (!replacing) return controller.refuse([missingPart(file.name)], t("page.partFailed"));
  if (replacing.isTooLarge(controller, file)) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (controller.disposed) return;
  const outcome = derived(model).use((report, engine) => spoken(report.openPack(engine, bytes)));
  if (!outcome.ok) return controller.refuse(outcome.problems);
  const { here, file: opened, ...pack } = outcome.value;
  const start = (): void => {
    answer(model, { ...pack, fileName: file.name, bytes });
    controller.say(t("comparing.packOpened", { count: pack.items.length }));
    controller.go("pack");
  };
  if (here) return start();
  await replacing.unlessLost(controller, t("drafts.openTitle", { file: file.name }), t("drafts.openAnyway"), async () => {
    const taken = await controller.take(new TextEncoder().encode(opened), "file", { from: "file", fileName: file.name });
    if (!controller.disposed && taken.ok) start();
  });
}

export function Answer() {
  const { controller } = useUi();
  const pack = answeringIn(controller.model);
  if (pack) return <Questions pack={pack} />;
  return (
    <>
      <p class="lead">{t("comparing.answerLead")}</p>
      <p class="row">
        <FileButton label={t("comparing.openPack")} accept=".json,application/json" onFile={(file) => void openPack(controller, file)} />
      </p>
    </>
  );
}

function Questions({ pack }: { pack: Answering }) {
  const { controller } = useUi();
  const { model } = controller;
  const { name, items, risks, fileName } = pack;
  const known = items.flatMap((id) => model.items.get(id) ?? []);
  const left = known.filter(({ id }) => !model.state(id)?.answered).length;
  const others = items.length - known.length;
  const save = (): void => {
    controller.takeOver();
    const { edits } = model;
    const outcome = derived(model).use((report, engine) => spoken(report.answeredPack(engine, pack.bytes)));
    if (!outcome.ok) return controller.refuse(outcome.problems, t("page.saveFailed"));
    controller.download(new TextEncoder().encode(outcome.value), fileName, "application/json");
    model.markSaved(edits);
    controller.keeper.touched();
    controller.notice = t("comparing.packBackSaved", { file: fileName });
    controller.say(controller.notice);
    controller.draw();
  };
  return (
    <>
      <p class="lead" data-focus="pack-lead" tabIndex={-1}>
        {t("comparing.answerThese", { name: name || fileName, count: known.length })} <b>{left > 0 ? t("comparing.answerLeft", { count: left }) : t("comparing.answerDone")}</b>
      </p>
      <p class="note">{t("comparing.answerNote")}</p>
      {risks + others > 0 && <p class="note">{t("comparing.answerElsewhere", { risks: t("comparing.keptRisks", { count: risks }), others: t("comparing.packItems", { count: others }) })}</p>}
      {known.map((item) => (
        <Question key={item.id} item={item} answer={model.answer(item.id)} state={model.state(item.id)} problems={model.itemProblems.get(item.id)} />
      ))}
      <p class="row">
        <button type="button" class="primary" part="button primary" onClick={save}>
          {t("comparing.packBackSave")}
        </button>
      </p>
    </>
  );
}
