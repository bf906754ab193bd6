/** The way to the whole engine, which comes when an assessment has more than answers or a report is asked for. */

import { Part } from "./part.js";

/** The module that makes whole engines. */
export const wholePart = new Part(async () => {
  const whole = await import("./whole_engine.js");
  await whole.startWhole();
  return whole;
});
