/** The demo page: the published entry, and a warning before unsaved answers are lost. */

import "../annexa.js";

const widget = document.querySelector("annexa-assessment");

addEventListener("beforeunload", (event) => {
  if (widget?.dirty) event.preventDefault();
});
