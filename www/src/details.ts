/** What stands below a question when it is opened: help, details, exclusion; in a file of its own that is loaded late. */

export { dressFields } from "./styles/fields.js";
export { Exclusion } from "./views/details/exclusion.js";
export { Fields } from "./views/details/fields.js";
export { Help } from "./views/details/help.js";
