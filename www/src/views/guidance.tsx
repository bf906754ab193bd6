/** Help with one question; drawn only once it is opened, since most of it is never read. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ItemView } from "../api.js";
import { t } from "../strings/en.js";
import { useUi } from "./ui.js";

export function Guidance(props: { item: ItemView }) {
  const [opened, setOpened] = useState(false);
  return (
    <details part="guidance" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        {t.guidance}
        <span class="hidden">{t.ofItem(props.item.id)}</span>
      </summary>
      {opened && <Content item={props.item} />}
    </details>
  );
}

function Content({ item }: { item: ItemView }) {
  return (
    <dl class="help">
      <Term name={t.purpose}>{item.purpose}</Term>
      <Term name={t.good}>{item.good}</Term>
      <Term name={t.steps}>
        <List entries={item.guidance} />
      </Term>
      <Term name={t.evidence}>
        <List entries={item.evidence} />
      </Term>
      {item.documents.length > 0 && (
        <Term name={t.documents}>
          <List entries={item.documents.map(({ title, source, needed }) => `${title} (${source}, ${t.needed[needed]})`)} />
        </Term>
      )}
      {item.amendment && <Term name={t.amendment[item.amendment.force]}>{item.amendment.text}</Term>}
      {item.attributes.length > 0 && (
        <Term name={t.attributes}>
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
