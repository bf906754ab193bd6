/** Visits to pages with the widget, for the tests of the draft. */

import { opening } from "./opening.mjs";

const page = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Keep</title><script type="module" src="/annexa.js"></script></head><body><main><h1>Keep</h1>${body}</main></body></html>`;
const PAGES = {
  "/one.html": page("<annexa-assessment></annexa-assessment>"),
  "/two.html": page(`<annexa-assessment id="one"></annexa-assessment><annexa-assessment id="two"></annexa-assessment>`),
  "/same.html": page(`<annexa-assessment id="one" draft="x"></annexa-assessment><annexa-assessment id="two" draft="x"></annexa-assessment>`),
  "/none.html": page(`<annexa-assessment storage="none"></annexa-assessment>`),
  "/elsewhere.html": page("<p>Another page.</p>"),
};

/** The server and the browser of the file that imports this. */
export const site = opening({ pages: PAGES });

/** A person with storage of their own, and the widget on their first page; `prepare` runs in each page first. */
export async function visitor({ path, prepare } = {}) {
  const context = await site.browser.newContext({ acceptDownloads: true });
  if (prepare) await context.addInitScript(prepare);
  const tab = await context.newPage();
  const widget = await visit(tab, path);
  return { context, tab, widget };
}

/** Opens the widget in a page once more. */
export async function visit(tab, path = "/one.html") {
  await tab.goto(site.server.origin + path);
  await tab.waitForSelector("annexa-assessment >> css=.view-heading");
  return tab.locator("annexa-assessment").first();
}

export const answer = (widget, answers) =>
  widget.evaluate((element, given) => {
    for (const [id, response] of Object.entries(given)) element.respond(id, response);
  }, answers);
export const hash = (widget) => widget.evaluate((element) => element.hash());
export const heading = (widget) => widget.locator(".view-heading").textContent();
export const press = (widget, name) => widget.getByRole("button", { name, exact: true }).click();
export const answers = (widget) => widget.evaluate((element) => JSON.parse(new TextDecoder().decode(element.save())).answers.length);
/** Goes on with the only draft, and waits until it is there. */
export async function goOn(widget) {
  await press(widget, "Go on where you were");
  await widget.locator(".ask").waitFor({ state: "detached" });
}
/** Lets the draft be written: 250 ms are promised. */
export const settle = (tab) => tab.waitForTimeout(250);

/** What the browser keeps, read without the widget. */
export const kept = (tab) =>
  tab.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
    const database = await done(indexedDB.open("annexa"));
    const store = database.transaction("summaries").objectStore("summaries");
    const keys = await done(store.getAllKeys());
    const values = await done(store.getAll());
    database.close();
    return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
  });

/** The moment that a draft's line ends with. */
export const when = async (widget) => /\d+ \w+ \d{4}, \d\d:\d\d/.exec(await widget.locator(".drafts li").first().textContent())[0];
