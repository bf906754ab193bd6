/** Help with one question: purpose, what good looks like, and the way there. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ItemView } from "../../api.js";
import { hasPart, wordsPart } from "../../words/load.js";
import { entryOr, list, t } from "../../words/words.js";
import { Loading } from "../late.js";
import { documentTitle } from "../../names.js";
import { useUi } from "../ui.js";

/** The help of a chapter comes when one of its questions asks for it. */
export function Help({ item }: { item: ItemView }) {
  const [, setLoaded] = useState(false);
  const name = `help-${item.chapter}`;
  // A catalogue of a page's own has its words from the page, all at once.
  if (!hasPart(name)) return <Content item={item} />;
  const part = wordsPart(name);
  if (!part.loaded) {
    return <Loading title={t("page.guidance")} part={part} focus={item.id} onLoaded={() => setLoaded(true)} />;
  }
  return <Content item={item} />;
}

function Content({ item }: { item: ItemView }) {
  const text = (field: string): string => entryOr(`item.${item.id}.${field}`, "");
  return (
    <dl class="help">
      <Term name={t("page.purpose")}>{text("purpose")}</Term>
      <Term name={t("page.good")}>{text("good")}</Term>
      <Term name={t("page.steps")}>
        <List entries={list(`item.${item.id}.guidance`)} />
      </Term>
      <Term name={t("page.evidence")}>
        <List entries={list(`item.${item.id}.evidence`)} />
      </Term>
      {item.documents.length > 0 && (
        <Term name={t("page.documents")}>
          <List entries={item.documents.map(({ id, source, needed }) => `${documentTitle(id)} (${source}, ${t(`page.needed.${needed}`)})`)} />
        </Term>
      )}
      {item.amendment && <Term name={t(`page.amendment.${item.amendment}`)}>{text("amendment")}</Term>}
      {item.attributes.length > 0 && (
        <Term name={t("page.attributes")}>
          <Attributes item={item} />
        </Term>
      )}
    </dl>
  );
}

function Term(props: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

function List(props: { entries: readonly string[] }) {
  return (
    <ul>
      {props.entries.map((entry, index) => (
        <li key={index}>{entry}</li>
      ))}
    </ul>
  );
}

function Attributes({ item }: { item: ItemView }) {
  const { attributes } = useUi().controller.model.catalogue;
  const line = ({ attribute, values }: ItemView["attributes"][number]): string => {
    const known = attributes.find(({ id }) => id === attribute);
    const labels = values.map((value) => known?.values.find(({ id }) => id === value)?.label ?? value);
    return `${known?.label ?? attribute}: ${labels.join(", ")}`;
  };
  return <List entries={item.attributes.map(line)} />;
}
