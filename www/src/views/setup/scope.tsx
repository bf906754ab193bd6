/** Scope and cover: the organization, the scope statement out of its parts, and the cover's fields. */

import type { AboutRecord } from "../../api.js";
import type { ScopePartsRecord } from "../../document.js";
import { joined, t } from "../../words/words.js";
import { TextField } from "../fields.js";
import { Heading } from "../heading.js";
import { useUi } from "../ui.js";
import { beginnings } from "./beginnings.js";
import { useSetup } from "./setup.js";
import { TakeBack } from "./take_back.js";

const PARTS = ["boundaries", "sites", "interfaces", "run_by_others", "left_out"] as const;
type PartName = (typeof PARTS)[number];

export function Scope() {
  return (
    <>
      <p class="lead">{t("setup.scope.lead")}</p>
      <div class="fields">
        <AboutField field="organization" />
      </div>
      <section>
        <Heading depth={2}>{t("setup.scope.parts")}</Heading>
        {PARTS.map((name) => (
          <Part key={name} name={name} />
        ))}
        <TakeBack />
      </section>
      <Statement />
      <section>
        <Heading depth={2}>{t("setup.scope.cover")}</Heading>
        <div class="fields">
          <AboutField field="version" />
          <AboutField field="date" />
          <AboutField field="approver" />
        </div>
      </section>
    </>
  );
}

function Part({ name }: { name: PartName }) {
  const setup = useSetup();
  const parts: ScopePartsRecord = setup.derived.document().scope_parts ?? {};
  const put = (text: string): string =>
    setup.change(() => t("setup.scope.saidPart"), (report, engine) => report.patchScopeParts(engine, JSON.stringify({ [name]: text })));
  const offered = parts[name] ? [] : beginnings(name, setup.context().questions);
  return (
    <div class="scope-part">
      <TextField place={{ id: "scope", field: name }} label={t(`setup.scope.${name}`)} rows={2} wide value={parts[name] ?? ""} onValue={put} />
      {offered.map((text) => (
        <button key={text} type="button" class="quiet" onClick={() => put(text)}>
          {t("setup.scope.begin", { text })}
        </button>
      ))}
    </div>
  );
}

function Statement() {
  const { controller } = useUi();
  const { text, built, isWritten, changed } = useSetup().scope();
  const put = (scope: string): string => controller.editAbout((current) => ({ ...current, scope }));
  const write = (): void => {
    put(built);
    controller.say(t("setup.scope.saidWritten"));
    controller.focusOn("scope-text");
  };
  const back = (): void => {
    controller.entries.drop({ id: "about", field: "scope" });
    put("");
    controller.say(t("setup.scope.saidBuilt"));
    controller.focusOn("scope-statement");
  };
  const names = changed.map((name) => t(`label.scope_part.${name}`));
  return (
    <section class="scope-statement" tabIndex={-1} data-focus="scope-statement">
      <Heading depth={2}>{t("setup.scope.statement")}</Heading>
      {isWritten ? (
        <>
          {names.length > 0 && <p class="notice">{t("setup.scope.stale", { count: names.length, parts: joined(names) })}</p>}
          <TextField place={{ id: "about", field: "scope" }} label={t("setup.scope.written")} rows={6} wide value={text} focusKey="scope-text" onValue={put} />
          {built !== "" && (
            <p class="setup-buttons">
              <button type="button" part="button" onClick={back}>
                {t("setup.scope.back")}
              </button>
            </p>
          )}
        </>
      ) : built === "" ? (
        <>
          <p class="muted">{t("setup.scope.blank")}</p>
          <TextField place={{ id: "about", field: "scope" }} label={t("setup.scope.written")} rows={3} wide value="" focusKey="scope-text" onValue={put} />
        </>
      ) : (
        <>
          <p class="muted">{t("setup.scope.built")}</p>
          <p class="scope-text">{text}</p>
          <p class="setup-buttons">
            <button type="button" part="button" onClick={write}>
              {t("setup.scope.write")}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function AboutField({ field }: { field: "organization" | "version" | "date" | "approver" }) {
  const { controller } = useUi();
  const about = controller.model.engine.about();
  return (
    <TextField
      place={{ id: "about", field }}
      label={t(`page.${field}`)}
      type={field === "date" ? "date" : "text"}
      value={about[field] ?? ""}
      onValue={(value) => controller.editAbout((current) => (field === "date" ? withDate(current, value) : { ...current, [field]: value }))}
    />
  );
}

function withDate({ date: _, ...about }: AboutRecord, date: string): AboutRecord {
  return date === "" ? about : { ...about, date };
}
