/** Day rates: amounts are shown only for a rate that a person typed. */

import { t } from "../../words/words.js";
import { TextField } from "../fields.js";
import { useUi } from "../ui.js";
import { ratesOf, setRates, type Rates } from "./choosing.js";
import { useSetup } from "./setup.js";

const RATE = /^\d{1,9}$/;

export function Money({ isAudited }: { isAudited: boolean }) {
  const { controller } = useUi();
  const setup = useSetup();
  const rates = ratesOf(setup);
  const field = (name: keyof Rates, label: string, isRate: boolean) => (
    <TextField
      place={{ id: "setup", field: name }}
      label={label}
      type={isRate ? "number" : "text"}
      value={rates[name]}
      onValue={(text) => {
        const value = text.trim();
        if (isRate && value !== "" && !RATE.test(value)) return t("setup.refusedRate");
        setRates(setup, { [name]: value });
        controller.draw();
        return "";
      }}
    />
  );
  return (
    <details>
      <summary>{t("setup.moneyTitle")}</summary>
      <p class="muted">{t("setup.moneyHint")}</p>
      <div class="fields">
        {field("own", t("setup.ownRate"), true)}
        {isAudited && field("bought", t("setup.boughtRate"), true)}
        {field("currency", t("setup.currency"), false)}
      </div>
    </details>
  );
}
