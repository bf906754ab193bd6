/** The views of results: what came of the answers, and what is missing. */

import type { Route } from "../../model.js";
import { Gaps } from "./gaps.js";
import { Results } from "./results.js";

export const View = ({ route }: { route: Route }) => (route === "gaps" ? <Gaps /> : <Results />);
