/** The folds below a question. What is in them comes late and is drawn once they are opened: most of it is never read. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { AnswerRecord, ItemStateView, ItemView } from "../api.js";
import { detailsPart } from "../parts.js";
import { partsOf, scopeOf } from "../said.js";
import { hasPart, wordsPart } from "../words/load.js";
import { t } from "../words/words.js";
import { Loading } from "./late.js";
import { useUi } from "./ui.js";

interface Props {
  readonly item: ItemView;
  readonly answer: AnswerRecord | undefined;
  readonly state: ItemStateView | undefined;
}

type Details = typeof import("../details.js");

/** What an answer has without its details. */
const ALWAYS: readonly string[] = ["id", "response", "changed"];

/** Help with the question. */
export function Guidance({ item }: Pick<Props, "item">) {
  // The words of the help are as late as what shows them, and need not wait for it.
  const help = `help-${item.chapter}`;
  return (
    <Fold item={item} name="guidance" onOpen={() => hasPart(help) && void wordsPart(help).load().catch(() => undefined)}>
      {({ Help }) => <Help item={item} />}
    </Fold>
  );
}

/** The other dimensions of the answer. */
export function More({ item, answer, state }: Props) {
  const { entries } = useUi().controller;
  const filled = partsOf(answer ?? { id: item.id }).some((part) => !ALWAYS.includes(part));
  return (
    <Fold
      item={item}
      name="more"
      // What stands in a field and is not saved must not be folded away.
      isOpen={entries.has(item.id)}
      note={answer?.owner ? ` (${answer.owner})` : filled && <span class="tag">{t("page.moreSet")}</span>}
    >
      {({ Fields }) => <Fields item={item} answer={answer} state={state} />}
    </Fold>
  );
}

/** The steps of an exclusion, where an answer is one or asks for one. */
export function NotApplicable({ answer }: { answer: AnswerRecord }) {
  if (answer.response !== "not_applicable" && scopeOf(answer)?.state !== "excluded") return null;
  return (
    <Detail title={t("page.more")} focus={answer.id}>
      {({ Exclusion }) => <Exclusion answer={answer} />}
    </Detail>
  );
}

function Fold(props: {
  item: ItemView;
  name: "guidance" | "more";
  isOpen?: boolean;
  note?: ComponentChildren;
  onOpen?: () => void;
  children: (part: Details) => ComponentChildren;
}) {
  const { item, name } = props;
  const [opened, setOpened] = useState(props.isOpen ?? false);
  const title = t(`page.${name}`);
  const open = (): void => {
    props.onOpen?.();
    setOpened(true);
  };
  return (
    <details part={name === "more" ? "details" : name} open={opened} onToggle={(event) => event.currentTarget.open && !opened && open()}>
      <summary>
        {title}
        <span class="hidden">{t("page.ofItem", { id: item.id })}</span>
        {props.note}
      </summary>
      {opened && (
        <Detail title={title} focus={item.id}>
          {props.children}
        </Detail>
      )}
    </details>
  );
}

/** Something of the details, as soon as it is there. */
function Detail(props: { title: string; focus: string; children: (part: Details) => ComponentChildren }) {
  const [, draw] = useState(0);
  const { loaded } = detailsPart;
  if (loaded) return <>{props.children(loaded)}</>;
  return <Loading title={props.title} part={detailsPart} focus={props.focus} onLoaded={() => draw(1)} />;
}
