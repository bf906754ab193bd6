/** The demo page: the published entry, and finished examples to look at. */

import "../annexa.js";

const element = document.querySelector("annexa-assessment");
const samples = document.querySelector(".samples");
const said = samples.querySelector("output");

for (const button of samples.querySelectorAll("button")) button.addEventListener("click", () => void show(button.value));

/** Puts a copy of an example in place of the assessment; the copy has nothing in common with others. */
async function show(name) {
  said.value = "";
  try {
    await element.ready;
    if (element.dirty && !confirm(samples.dataset.ask)) return;
    const file = await fetch(new URL(`samples/${name}.json`, import.meta.url));
    const { lineage: _, ...copy } = await file.json();
    const taken = await element.load(new TextEncoder().encode(JSON.stringify(copy)));
    if (!taken.ok) throw new TypeError(taken.problems[0]?.code);
    said.value = copy.about.organization;
  } catch {
    said.value = samples.dataset.failed;
  }
}
