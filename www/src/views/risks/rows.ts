/** The register of risks as the views use it: every risk with the cells that it stands in. */

import type { CellView, GridView, LintView, RegisterRows, RiskRow, TriedRow } from "../../../generated/report.js";

/** What holds of a risk on a day; nothing is left of one that is gone. */
export interface RiskView extends Omit<RiskRow, Cell> {
  readonly current?: CellView;
  readonly exposure?: CellView;
  readonly planned?: CellView;
}

type Cell = "current" | "exposure" | "planned";

/** The register of risks on a day. */
export interface RegisterView {
  readonly current: GridView;
  readonly exposure: GridView;
  readonly planned: GridView;
  readonly risks: readonly RiskView[];
}

/** What would hold of a risk, and what the checks would find of it. */
export interface TriedView {
  readonly risk: RiskView;
  readonly findings: readonly LintView[];
}

/** The engine says each cell once, since it is asked after every answer that touches a risk. */
function withCells(cells: readonly CellView[], { current, exposure, planned, ...rest }: RiskRow): RiskView {
  const named = (name: Cell, place: number | undefined) => {
    const cell = place === undefined ? undefined : cells[place];
    return cell && { [name]: cell };
  };
  return { ...rest, ...named("current", current), ...named("exposure", exposure), ...named("planned", planned) };
}

export const registerView = ({ cells, risks, ...grids }: RegisterRows): RegisterView => ({
  ...grids,
  risks: risks.map((risk) => withCells(cells, risk)),
});

export const triedView = ({ cells, risk, findings }: TriedRow): TriedView => ({ risk: withCells(cells, risk), findings });
