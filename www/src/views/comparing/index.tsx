/** Comparison of states, and measures for clause 9.1. */

import type { ComponentChildren } from "preact";
import type { Route } from "../../model.js";
import { dressComparing } from "../../styles/comparing.js";
import { t } from "../../words/words.js";
import { Tabs } from "../parts/tabs.js";
import { Answer } from "./answer.js";
import { Compare } from "./compare.js";
import { Measures } from "./measures.js";
import { Merge } from "./merge.js";
import { Packs } from "./packs.js";

dressComparing();

const VIEWS: Readonly<Record<Route, () => ComponentChildren>> = { measures: Measures, compare: Compare, "compare:merge": Merge, "compare:packs": Packs, pack: Answer };

const TABS = [["compare", "states"], ["compare:merge", "merge"], ["compare:packs", "packs"]] as const;

export function View({ route }: { route: Route }) {
  const Own = VIEWS[route] ?? Compare;
  return (
    <>
      {route.startsWith("compare") && <Tabs label={t("comparing.tabs")} tabs={TABS.map(([to, name]) => [to, t(`comparing.tab.${name}`)])} />}
      <Own />
    </>
  );
}
