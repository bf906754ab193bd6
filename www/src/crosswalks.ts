/** The views of crosswalks: one for each plugin that is carried, and one for each that was opened. */

import type { Model, Route } from "./model.js";
import { platform, type CarriedPlugin } from "./platform/platform.js";

const PREFIX = "crosswalk:";

/** The view of a plugin. */
export const crosswalkRoute = (plugin: string): Route => PREFIX + plugin;

/** The plugin of a view, where it is one of these. */
export const pluginOf = (route: Route): string | undefined =>
  route.startsWith(PREFIX) ? route.slice(PREFIX.length) : undefined;

/** Whether the widget carries a plugin. */
export const isCarried = (id: string): boolean => platform().plugins.some((plugin) => plugin.id === id);

/** Every plugin that has a view, in the order of the menu. An opened one is called by its file. */
export function crosswalks(model: Model): CarriedPlugin[] {
  const opened = [...model.mapped.keys()].filter((id) => !isCarried(id)).sort();
  return [...platform().plugins, ...opened.map((id) => ({ id, title: id }))];
}

/** The plugin of a view, if there is one by now. */
export const crosswalkOf = (model: Model, route: Route): CarriedPlugin | undefined =>
  crosswalks(model).find(({ id }) => id === pluginOf(route));
