/** The way to a view through the list of sections, where one section shows its views and the others do not. */

/** The section that holds a view, by how its title begins. */
const SECTIONS = [
  [/^(\d|A\.)/, "questions"],
  [/^(Goal|Context|Scope)/, "setup"],
  [/^(Risk|Treatment|Obligations)/, "risks"],
  [/^(Statement|Stage|Documents|Audits)/, "certification"],
  [/^(Results|Gaps|Roadmap|Compare$|Measures)/, "results"],
  [/^Crosswalk/, "frameworks"],
];

/** The section of a view, by the beginning of its title; the overview is its own. */
export const sectionOf = (label) => SECTIONS.find(([titles]) => titles.test(label))?.[1] ?? "overview";

/**
 * Runs in the page: goes to the view whose title begins with a label, by clicks of the menu's buttons.
 * Written as a function of its root, so that it can be sent as text.
 */
export function follow(root, { label, section }) {
  const menu = () => {
    const details = root.querySelector("details.menu");
    if (details) details.open = true;
  };
  const find = () => [...root.querySelectorAll(".sections .entry-label")].find((entry) => entry.textContent.startsWith(label));
  menu();
  if (find()) return find().click();
  root.querySelector(`.sections [data-section="${section}"] > button`).click();
  menu();
  // A section with one view has led there already.
  find()?.click();
}
