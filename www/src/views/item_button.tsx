/** An item's id as a button that leads to its question. */

import { t } from "../words/words.js";
import { useUi } from "./ui.js";

export function ItemButton(props: { id: string }) {
  const { controller } = useUi();
  const item = controller.model.items.get(props.id);
  if (!item) return <span class="item-id">{props.id}</span>;
  return (
    <button
      type="button"
      class="quiet item-id"
      aria-label={t("page.goTo", { id: props.id })}
      data-item={props.id}
      onClick={() => controller.go(item.chapter, props.id)}
    >
      {props.id}
    </button>
  );
}
