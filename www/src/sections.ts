/**
 * The seven sections in the order of the work, and the views of each.
 *
 * A view is a row of `VIEWS`: its route, the section whose list it stands in, the late part that draws
 * it, and the key of its title under `page.view`. The menu, the routes that exist and the title of a
 * view that is being loaded all come from here.
 */

import type { ChapterView } from "./api.js";
import { crosswalkOf, crosswalkRoute, crosswalks } from "./crosswalks.js";
import { hasClauses } from "./mode.js";
import type { Model, Route } from "./model.js";
import { t } from "./words/words.js";

export type SectionId = "overview" | "setup" | "questions" | "risks" | "certification" | "results" | "frameworks";

/** The late parts that draw views of this table; each has the component `View`. */
export type ViewPart = "bar" | "setup" | "risks" | "certification" | "comparing" | "planning" | "reports";

interface ViewRow {
  /** The route; one that ends with a colon is followed by the id of the thing that is shown. */
  readonly route: Route;
  readonly section: SectionId;
  readonly part: ViewPart;
  /** The last word of the key of its title, where that is not the route. */
  readonly title?: string;
  /** The same where the guidance is used alone, if it is another. */
  readonly plain?: string;
  /** Whether it stands in the menu: always where nothing is said. One that does not is led to from another view. */
  readonly shown?: (model: Model) => boolean;
  /** What stands at the end of its line. */
  readonly note?: (model: Model) => string | undefined;
}

/** Led to from another view, and not from the menu. */
const never = (): boolean => false;

const VIEWS: readonly ViewRow[] = [
  { route: "find", section: "overview", part: "bar", shown: never },
  { route: "start", section: "setup", part: "setup" },
  { route: "context", section: "setup", part: "setup" },
  { route: "scope", section: "setup", part: "setup" },
  { route: "risks", section: "risks", part: "risks" },
  { route: "risks/add", section: "risks", part: "risks", title: "addRisk", shown: never },
  { route: "risks/edit:", section: "risks", part: "risks", title: "editRisk", shown: never },
  { route: "risks/criteria", section: "risks", part: "risks", title: "criteria", shown: never },
  { route: "risks/decide:", section: "risks", part: "risks", title: "decideRisk", shown: never },
  { route: "plan", section: "risks", part: "risks" },
  { route: "obligations", section: "risks", part: "risks" },
  { route: "soa", section: "certification", part: "certification", plain: "selection" },
  { route: "soa/comparison", section: "certification", part: "certification", title: "comparison", shown: never },
  { route: "soa/undecided", section: "certification", part: "certification", title: "undecided", shown: never },
  { route: "soa/approval", section: "certification", part: "certification", title: "soa", shown: never },
  { route: "soa/findings", section: "certification", part: "certification", title: "soa", shown: never },
  { route: "soa/own:", section: "certification", part: "certification", title: "soa", shown: never },
  { route: "gates", section: "certification", part: "certification", shown: hasClauses },
  { route: "documents", section: "certification", part: "certification", shown: hasClauses },
  { route: "documents/add", section: "certification", part: "certification", title: "documents", shown: never },
  { route: "audits", section: "certification", part: "certification", shown: hasClauses },
  { route: "audits/event:", section: "certification", part: "certification", title: "audits", shown: never },
  { route: "audits/nonconformity:", section: "certification", part: "certification", title: "audits", shown: never },
  { route: "results", section: "results", part: "reports" },
  { route: "gaps", section: "results", part: "reports" },
  { route: "roadmap", section: "results", part: "planning" },
  { route: "compare", section: "results", part: "comparing" },
  { route: "pack", section: "questions", part: "comparing", shown: never },
  { route: "compare:", section: "results", part: "comparing", title: "compare", shown: never },
  { route: "measures", section: "results", part: "comparing" },
];

/** A line of the menu. */
export interface Entry {
  readonly route: Route;
  readonly title: string;
  /** What stands at its end, as seen. */
  readonly note?: string | undefined;
  /** How far it is, for a mark. */
  readonly status?: string;
}

/** A section with the view that it leads to; `entries` are its views where there are several. */
export interface Section extends Entry {
  readonly id: SectionId;
  readonly entries: readonly Entry[];
}

const ORDER: readonly SectionId[] = ["overview", "setup", "questions", "risks", "certification", "results", "frameworks"];

/** The sections that have a view, each with its views. */
export function sections(model: Model): Section[] {
  return ORDER.flatMap((id) => {
    const entries = entriesOf(model, id);
    const first = id === "questions" ? (entries.find(({ status }) => status !== "complete") ?? entries[0]) : entries[0];
    return first ? [{ id, route: first.route, title: t(id === "certification" && !hasClauses(model) ? "page.controls" : `page.section.${id}`), ...noteOf(model, id), entries }] : [];
  });
}

function entriesOf(model: Model, id: SectionId): Entry[] {
  switch (id) {
    case "overview":
      return [{ route: "overview", title: t("page.overview") }];
    case "questions":
      return asked(model).map((chapter) => chapterEntry(model, chapter));
    case "frameworks":
      return crosswalks(model).map((plugin) => ({ route: crosswalkRoute(plugin.id), title: t("page.crosswalk", { title: plugin.title }) }));
    default:
      return VIEWS.filter(({ section, shown }) => section === id && (shown?.(model) ?? true)).map((row) => ({
        route: row.route,
        title: nameOfView(model, row),
        note: row.note?.(model),
      }));
  }
}

/** The chapters that are asked; of clauses nobody speaks where the guidance is used alone. */
export const asked = (model: Model): readonly ChapterView[] =>
  hasClauses(model) ? model.catalogue.chapters : model.catalogue.chapters.filter(({ force }) => force === "guidance");

function chapterEntry(model: Model, chapter: ChapterView): Entry {
  const { answered, total, status } = model.progress(chapter);
  return { route: chapter.id, title: nameOf(chapter), status, note: t("page.progress", { answered, total }) };
}

/** The line at the end of a section. */
function noteOf(model: Model, id: SectionId): { note?: string } {
  if (id !== "questions") return {};
  let answered = 0;
  let total = 0;
  for (const chapter of asked(model)) {
    const part = model.progress(chapter);
    answered += part.answered;
    total += part.total;
  }
  return answered > 0 ? { note: t("page.answeredShort", { answered, total }) } : {};
}

const nameOfView = (model: Model, { route, title = route, plain = title }: ViewRow): string => t(`page.view.${hasClauses(model) ? title : plain}`);

/** The row of a route, if there is such a view. */
export function viewOf(route: Route): ViewRow | undefined {
  return VIEWS.find((row) => (row.route.endsWith(":") ? route.startsWith(row.route) && route.length > row.route.length : row.route === route));
}

/** The section that a view belongs to. */
export function sectionOf(model: Model, route: Route): SectionId {
  if (model.chapter(route)) return "questions";
  if (crosswalkOf(model, route)) return "frameworks";
  return viewOf(route)?.section ?? "overview";
}

/** The title of a view, as the menu and its heading have it. */
export function titleOf(model: Model, route: Route): string {
  const chapter = model.chapter(route);
  if (chapter) return nameOf(chapter);
  const plugin = crosswalkOf(model, route);
  if (plugin) return t("page.crosswalk", { title: plugin.title });
  const row = viewOf(route);
  return row ? nameOfView(model, row) : t("page.overview");
}

/** Whether there is such a view. */
export const hasView = (model: Model, route: Route): boolean =>
  route === "overview" || (viewOf(route) ?? model.chapter(route) ?? crosswalkOf(model, route)) !== undefined;

const nameOf = ({ id, title }: ChapterView): string => `${id} ${title}`;
