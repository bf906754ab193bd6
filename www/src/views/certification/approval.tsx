/** Cover and approval: what is approved, by whom, and which rows have changed since. */

import { useState } from "preact/hooks";
import { hasView } from "../../sections.js";
import { t } from "../../words/words.js";
import { Heading } from "../heading.js";
import { Facts } from "../parts/facts.js";
import { FormText, useForm } from "../parts/form.js";
import { Notice } from "../parts/notice.js";
import { openRow } from "../parts/opened.js";
import { Way } from "../parts/way.js";
import { useUi } from "../ui.js";
import { done } from "../parts/done.js";
import { changes, factsOf, soaErrors, withoutReason } from "./data.js";
import { ApprovalLine, Cover, SoaTabs } from "./soa_head.js";

export function Approval() {
  const { controller } = useUi();
  const { model } = controller;
  const { state, changed, digest } = factsOf(model).approval();
  const row = (id: string): void => {
    openRow(controller, "soa", id);
    controller.go("soa", id);
  };
  const withdraw = (): void => {
    done(controller, changes(model).withdraw(), t("certification.said.withdrawn"));
    controller.focusOn("heading");
  };
  return (
    <>
      <SoaTabs />
      <Cover />
      {hasView(model, "scope") && (
        <p class="on-screen">
          <Way to="scope">{t("certification.changeCover")}</Way>
        </p>
      )}
      <Heading depth={2}>{t("certification.approvalTitle")}</Heading>
      {state === "void" && (
        <Notice kind="bad" title={t("certification.voidTitle")}>
          <p>{t("certification.voidChanged", { count: changed.length })}</p>
          <ul>
            {changed.map((id) => (
              <li key={id}>
                <button type="button" class="way" data-item={`changed ${id}`} onClick={() => row(id)}>
                  {nameOf(model, id)}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {state === "valid_other_status" && (
        <Notice kind="info" title={t("certification.statusOldTitle")}>
          <p>{t("certification.statusOld")}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [t("certification.approvalState"), <ApprovalLine />],
          [t("certification.approvedContent"), <code>{`sha-256 ${digest}`}</code>],
        ]}
      />
      <Form />
      {state !== "never" && (
        <p class="on-screen">
          <button type="button" class="quiet" onClick={withdraw}>
            {t("certification.withdraw")}
          </button>
        </p>
      )}
    </>
  );
}

function nameOf(model: Parameters<typeof factsOf>[0], id: string): string {
  const row = factsOf(model).soa().rows.find((it) => it.id === id);
  if (!row) return id;
  return model.items.has(id) ? `${id} ${row.title}` : row.title;
}

/** Who approves which version. What is missing is said once somebody asks for it. */
function Form() {
  const { controller } = useUi();
  const { model } = controller;
  const { about = {} } = factsOf(model).file();
  const [asked, setAsked] = useState(false);
  const form = useForm("soa approval", { by: about.approver ?? "", version: about.version ?? "" });
  const errors = soaErrors(model);
  const open = withoutReason(model).filter(({ id }) => !errors.some((error) => error.id === id));
  const isBlocked = errors.length > 0 || open.length > 0;
  const by = form.get("by").trim();
  const isNobody = by === "";
  const approve = (): void => {
    setAsked(true);
    if (isBlocked || isNobody) return controller.focusOn("approval refused");
    const refused = done(controller, changes(model).approve(by, form.get("version").trim()), t("certification.said.approved", { by }));
    if (refused !== "") return form.refuse("by", refused);
    form.clear();
    setAsked(false);
    controller.focusOn("heading");
  };
  return (
    <div class="on-screen">
      {asked && (isBlocked || isNobody) && (
        <Notice kind="bad" title={t("certification.notApproved")} isAnswer focusKey="approval refused">
          <ul>
            {isNobody && <li>{t("certification.sayWho")}</li>}
            {errors.length > 0 && (
              <li>
                <Way to="soa">{t("certification.blocked", { count: errors.length })}</Way>
              </li>
            )}
            {open.length > 0 && (
              <li>
                <Way to="soa/undecided">{t("certification.undecided", { count: open.length })}</Way>
              </li>
            )}
          </ul>
        </Notice>
      )}
      <div class="fields">
        <FormText form={form} field="by" label={t("certification.approvedBy")} />
        <FormText form={form} field="version" label={t("page.version")} />
      </div>
      <p class="note">{t("certification.approvalHint")}</p>
      <p>
        <button type="button" class="primary" part="button primary" onClick={approve}>
          {t("certification.approveNow")}
        </button>
      </p>
    </div>
  );
}
