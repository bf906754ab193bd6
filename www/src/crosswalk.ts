/** The crosswalk's part of the widget, in a file of its own that is loaded late. */

export { dress } from "./styles/late.js";
export { sessionOf } from "./plugin/session.js";
export { CrosswalkView } from "./views/crosswalk.js";
