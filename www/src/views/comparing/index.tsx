/** Comparison of states, and measures for clause 9.1. */

import type { Route } from "../../model.js";
import { dressComparing } from "../../styles/comparing.js";
import { Compare } from "./compare.js";
import { Measures } from "./measures.js";

dressComparing();

export const View = ({ route }: { route: Route }) => (route === "measures" ? <Measures /> : <Compare />);
