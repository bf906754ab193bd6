/** Some questions in a file of their own: for whom, which, and what they may say beside the answers. */

import { useMemo } from "preact/hooks";
import { derived } from "../../derived.js";
import { fileName, isoDate } from "../../format.js";
import { spoken } from "../../problems.js";
import { asked } from "../../sections.js";
import { t } from "../../words/words.js";
import { FileButton } from "../file_button.js";
import { Heading } from "../heading.js";
import { FormBox, FormCheck, FormSelect, FormText, focusOf, useForm } from "../parts/form.js";
import { Problems } from "../problems.js";
import { useUi } from "../ui.js";
import { openPack } from "./answer.js";

/** Who has most of the work where nobody owns an answer. */
const ROLES = ["management", "lead", "owners", "it", "developers", "personnel", "premises", "purchasing", "legal", "auditor"];

export function Packs() {
  const { controller } = useUi();
  const { model } = controller;
  const form = useForm("packs", { owner: "", name: "", applicability: "", risks: "" });
  const chapters = asked(model).filter(({ id }) => form.get(id) !== "").map(({ id }) => id);
  const owner = form.get("owner");
  const name = form.get("name").trim() || owner;
  const isAllowed = (what: string): boolean => form.get(what) !== "";
  const isPicked = owner !== "" || chapters.length > 0;
  const make = () =>
    isPicked
      ? derived(model).use((report, engine) => spoken(report.packOf(engine, owner, chapters, [], isAllowed("applicability"), isAllowed("risks"), name)))
      : undefined;
  const outcome = useMemo(make, [model, model.edits, model.revision, owner, chapters.join(), name, form.get("applicability"), form.get("risks")]);
  const pack = outcome?.ok ? outcome.value : undefined;
  const save = (): void => {
    if (!pack) {
      form.refuse("owner", t("comparing.sayWhom"));
      return controller.focusOn(focusOf(form, "owner"));
    }
    const file = fileName(name, `pack-${isoDate(new Date())}`, "json");
    controller.download(new TextEncoder().encode(pack.file), file, "application/json");
    const said = t("comparing.packSaved", { file });
    controller.notice = said;
    controller.say(said);
    controller.draw();
  };
  return (
    <>
      <p class="lead">{t("comparing.packsLead")}</p>
      <FormBox class="pack" onSave={save}>
        <div class="fields">
          <FormSelect form={form} field="owner" label={t("comparing.packOwner")} hint={t("comparing.packOwnerHint")} options={[["", t("comparing.packNobody")], ...owners(model).map((it) => [it, it] as const), ...ROLES.map((it) => [it, t("comparing.packRole", { role: t(`roadmap.role.${it}`) })] as const)]} />
          <FormText form={form} field="name" label={t("comparing.packName")} />
        </div>
        <fieldset class="choose">
          <legend>{t("comparing.packChapters")}</legend>
          {asked(model).map(({ id, title }) => (
            <FormCheck key={id} form={form} field={id}>
              <span class="id">{id}</span> {title}
            </FormCheck>
          ))}
        </fieldset>
        <fieldset class="choose">
          <legend>{t("comparing.packAllow")}</legend>
          <p class="note">{t("comparing.packAlways")}</p>
          <FormCheck form={form} field="applicability">
            {t("comparing.packApplicability")}
          </FormCheck>
          <FormCheck form={form} field="risks">
            {t("comparing.packRisks")}
          </FormCheck>
        </fieldset>
        {outcome?.ok === false && <Problems title={t("comparing.packRefused")} problems={outcome.problems} />}
        {pack && (
          <details class="fold">
            <summary>{t("comparing.packAsks", { items: t("comparing.packItems", { count: pack.items.length }), risks: t("comparing.keptRisks", { count: pack.risks.length }) })}</summary>
            <ul>
              {pack.items.map((id) => (
                <li key={id}>
                  <span class="id">{id}</span> {model.items.get(id)?.title}
                </li>
              ))}
            </ul>
          </details>
        )}
        <p class="row">
          <button type="button" class="primary" part="button primary" onClick={save}>
            {t("comparing.packSave")}
          </button>
        </p>
      </FormBox>
      <Heading depth={2}>{t("comparing.answerHead")}</Heading>
      <p>{t("comparing.answerHere")}</p>
      <p class="row">
        <FileButton label={t("comparing.openPack")} accept=".json,application/json" onFile={(file) => void openPack(controller, file)} />
      </p>
      <Heading depth={2}>{t("comparing.packBackHead")}</Heading>
      <p>{t("comparing.packBack")}</p>
      <p class="row">
        <button type="button" part="button" onClick={() => controller.go("compare:merge")}>
          {t("comparing.tab.merge")}
        </button>
      </p>
    </>
  );
}

/** Everybody who owns an answer or a risk, each once. */
function owners(model: Parameters<typeof derived>[0]): string[] {
  const { answers = [], risks = [] } = derived(model).document();
  const names = new Map<string, string>();
  for (const { owner = "" } of [...answers, ...risks]) {
    const name = owner.trim();
    if (name !== "" && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()].sort((one, other) => one.localeCompare(other));
}
