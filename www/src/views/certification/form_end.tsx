/** The end of a form that is a view of its own: saved, given up, or what it is about removed. */

import { t } from "../../words/words.js";
import type { Form } from "../parts/form.js";
import { useUi } from "../ui.js";

/** `back` is the view that giving up leads to; `onRemove` is there where there is something to remove. */
export function FormEnd(props: { form: Form; back: string; onSave: () => void; onRemove?: (() => void) | undefined }) {
  const { controller } = useUi();
  return (
    <p class="row">
      <button type="button" class="primary" part="button primary" onClick={props.onSave}>
        {t("certification.saveIt")}
      </button>
      <button type="button" class="quiet" onClick={() => (props.form.clear(), controller.go(props.back))}>
        {t("certification.cancel")}
      </button>
      {props.onRemove && (
        <button type="button" class="quiet" onClick={props.onRemove}>
          {t("page.remove")}
        </button>
      )}
    </p>
  );
}
