/** The suggestions of one answer: each control by itself, or all of them with one text. */

import { useState } from "preact/hooks";
import type { Place } from "../../entries.js";
import { joined, t } from "../../words/words.js";
import { TextField } from "../fields.js";
import { ItemButton } from "../item_button.js";
import { useUi } from "../ui.js";
import type { SuggestionView } from "./records.js";
import { useSetup } from "./setup.js";

export function SuggestionGroup({ group }: { group: readonly SuggestionView[] }) {
  const { controller } = useUi();
  const setup = useSetup();
  /** Which controls are about to be left out; the text is read before. */
  const [taking, setTaking] = useState<readonly string[]>([]);
  const [first] = group;
  if (!first) return null;
  const { question } = first;
  const open = group.filter(({ offered }) => offered).map(({ control }) => control);
  const about = taking.filter((id) => open.includes(id));
  const begin = (ids: readonly string[]): void => {
    setTaking(ids);
    controller.focusOn(textKey(first));
  };
  const refuse = (ids: readonly string[]): void => {
    setup.change(() => t("setup.follows.saidRefused", { count: ids.length, ids: joined(ids) }), (report, engine) => report.refuseSuggestions(engine, question, [...ids], ""));
    controller.focusOn(groupKey(first));
  };
  return (
    <div class="suggestion" role="group" aria-label={t("setup.follows.group")} tabIndex={-1} data-focus={groupKey(first)}>
      <p>{first.text}</p>
      <ul class="suggestions">
        {group.map((suggestion) => (
          <Row key={suggestion.control} of={suggestion} onTake={() => begin([suggestion.control])} onKeep={() => refuse([suggestion.control])} />
        ))}
      </ul>
      {about.length > 0 ? (
        <Text of={first} ids={about} onDone={() => setTaking([])} />
      ) : (
        open.length > 1 && (
          <p class="setup-buttons">
            <button type="button" part="button" onClick={() => begin(open)}>
              {t("setup.follows.takeAll", { count: open.length })}
            </button>
            <button type="button" class="quiet" onClick={() => refuse(open)}>
              {t("setup.follows.keepAll", { count: open.length })}
            </button>
          </p>
        )
      )}
    </div>
  );
}

function Row(props: { of: SuggestionView; onTake: () => void; onKeep: () => void }) {
  const { controller } = useUi();
  const setup = useSetup();
  const { control: id, question, decision, offered } = props.of;
  const again = (): void => {
    const said = (): string => t("setup.follows.saidAgain", { id });
    if (decision === "accepted") setup.change(said, (report, engine) => report.withdrawSuggestion(engine, question, id));
    else setup.change(said, (report, engine) => report.reopenSuggestion(engine, question, id));
    controller.focusOn(groupKey(props.of));
  };
  const action = decision === "accepted" ? "withdraw" : "reopen";
  return (
    <li data-control={id} data-state={offered ? "open" : (decision ?? "excluded")}>
      <span>
        <ItemButton id={id} /> {controller.model.items.get(id)?.title}
      </span>
      <span class="setup-buttons">
        {offered ? (
          <>
            <button type="button" part="button" aria-label={t("setup.follows.takeFor", { id })} onClick={props.onTake}>
              {t("setup.follows.take")}
            </button>
            <button type="button" class="quiet" aria-label={t("setup.follows.keepFor", { id })} onClick={props.onKeep}>
              {t("setup.follows.keep")}
            </button>
          </>
        ) : (
          <>
            <span class="muted">{t(`setup.follows.${decision ?? "excluded"}`)}</span>
            {decision && (
              <button type="button" class="quiet" aria-label={t(`setup.follows.${action}For`, { id })} onClick={again}>
                {t(`setup.follows.${action}`)}
              </button>
            )}
          </>
        )}
      </span>
    </li>
  );
}

/** The text with which controls are left out, before they are. */
function Text(props: { of: SuggestionView; ids: readonly string[]; onDone: () => void }) {
  const { controller } = useUi();
  const setup = useSetup();
  const { entries } = controller;
  const { question, justification } = props.of;
  const place: Place = { id: "setup", field: `text.${question}` };
  const ids = joined(props.ids);
  const close = (): void => {
    entries.drop(place);
    props.onDone();
    controller.focusOn(groupKey(props.of));
  };
  const refused = (text: string): string => (text.trim() === "" ? t("setup.follows.refusedText") : "");
  const accept = (): void => {
    controller.takeOver();
    const text = entries.get(place)?.text ?? justification;
    const said = (): string => t("setup.follows.saidAccepted", { count: props.ids.length, ids });
    const message = refused(text) || setup.change(said, (report, engine) => report.acceptSuggestions(engine, question, [...props.ids], text.trim()));
    if (message === "") return close();
    entries.keep(place, text, message);
    controller.focusOn(textKey(props.of));
  };
  return (
    <div class="suggestion-text">
      <TextField
        place={place}
        label={t(props.ids.length === 1 ? "setup.follows.text" : "setup.follows.textAll", { ids })}
        rows={3}
        wide
        kept
        value={justification}
        focusKey={textKey(props.of)}
        onValue={refused}
      />
      <p class="setup-buttons">
        <button type="button" class="primary" part="button primary" onClick={accept}>
          {t("setup.follows.accept", { ids })}
        </button>
        <button type="button" part="button" onClick={close}>
          {t("setup.follows.cancel")}
        </button>
      </p>
    </div>
  );
}

const groupKey = ({ control }: SuggestionView): string => `follows-${control}`;
const textKey = ({ control }: SuggestionView): string => `follows-text-${control}`;
