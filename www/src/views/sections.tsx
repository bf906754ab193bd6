/** The list of sections: at most one of them shows its views, the one that a person is in. */

import { sectionOf, sections, titleOf, type Entry, type Section } from "../sections.js";
import { t } from "../words/words.js";
import { reportsPart } from "../parts.js";
import { FileButton } from "./file_button.js";
import { Tools } from "./tools.js";
import { useUi } from "./ui.js";

export function Sections(props: { narrow: boolean }) {
  const { controller } = useUi();
  const { model } = controller;
  const here = sectionOf(model, model.route);
  const notes = model.answered > 0 ? reportsPart.loaded?.sectionNotes(controller) : undefined;
  const list = (
    <nav aria-label={t("page.sections")} part="nav" class="sections">
      <ul>
        {sections(model).map((section) => (
          <Line key={section.id} section={{ note: notes?.[section.id], ...section }} isHere={section.id === here} />
        ))}
      </ul>
    </nav>
  );
  if (!props.narrow) return list;
  return (
    // A new key closes the list when a section was chosen.
    <details class="menu" key={model.route}>
      <summary>{t("page.menu", { here: titleOf(model, model.route) })}</summary>
      {list}
      <div class="menu-more">
        <OpenFile />
        <Tools />
      </div>
    </details>
  );
}

/** Opening a file: in the bar where there is room, in the list where there is not. */
export function OpenFile() {
  const { controller } = useUi();
  return <FileButton label={t("page.open")} accept=".json,application/json" onFile={(file) => void controller.openFile(file)} />;
}

function Line({ section, isHere }: { section: Section; isHere: boolean }) {
  const { model } = useUi().controller;
  const isOpen = isHere && section.entries.length > 1;
  // A view that no menu has, such as the form of one risk, is marked by its section.
  const isCurrent = isHere && !(isOpen && section.entries.some(({ route }) => route === model.route));
  return (
    <li class={isHere ? "on" : undefined} data-section={section.id}>
      <Button entry={section} isCurrent={isCurrent} />
      {isOpen && (
        <ul>
          {section.entries.map((entry) => (
            <li key={entry.route}>
              <Button entry={entry} isCurrent={entry.route === model.route} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Button({ entry: { route, title, note, status }, isCurrent }: { entry: Entry; isCurrent: boolean }) {
  const { controller } = useUi();
  return (
    <button
      type="button"
      class={`entry ${status ?? ""}`}
      part="nav-entry"
      aria-current={isCurrent ? "page" : undefined}
      onClick={() => controller.go(route)}
    >
      <span class="entry-label">{title}</span>
      {status && <span class="hidden">{t(`page.status.${status}`)}, </span>}
      {note && (
        <span class="entry-note">
          <span class="hidden">, </span>
          {note}
        </span>
      )}
    </button>
  );
}
