/** Nothing is kept of a view that was left: nodes and listeners after many visits are as before. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { either, opening } from "./opening.mjs";
import { goTo, openDetails } from "./person.mjs";

const site = opening({ driver: either("chromium") });

test("fifty visits, a hundred changes of the view, keep no node and no listener", async () => {
  const { page, close } = await site.open("/demo/");
  const session = await page.createCDPSession();
  const counters = async () => {
    for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
    return session.send("Memory.getDOMCounters");
  };
  const visit = async () => {
    await goTo(page, "A.5 ");
    await openDetails(page, "A.5.1");
    await goTo(page, "Overview");
  };
  for (let round = 0; round < 3; round += 1) await visit();
  const before = await counters();
  for (let round = 0; round < 50; round += 1) await visit();
  const after = await counters();
  const grown = { nodes: after.nodes - before.nodes, listeners: after.jsEventListeners - before.jsEventListeners };
  assert.deepEqual(grown, { nodes: 0, listeners: 0 });
  await close();
});
