/** What the tests of a file begin with: a server and a browser, started before the first and ended after the last. */

import { after, before } from "node:test";
import { launch, open } from "./browser.mjs";
import { launchBoth, openIn } from "./firefox.mjs";
import { serve } from "./serve.mjs";

/**
 * Both are there from the first test on; `open` opens a page by its path and waits for the widget.
 *
 * @param {{ pages?: Record<string, string>, policy?: (policy: string) => string, driver?: typeof CHROMIUM }} options
 */
export function opening({ driver = CHROMIUM, ...served } = {}) {
  let started;
  const site = {
    server: undefined,
    browser: undefined,
    async open(path, options) {
      // What is to be done before the first test may begin before this has come to its end.
      await started;
      return driver.open(site.browser, site.server.origin + path, options);
    },
  };
  before(() => {
    started = Promise.all([serve(served), driver.launch()]).then(([server, browser]) => Object.assign(site, { server, browser }));
    return started;
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.close();
  });
  return site;
}

/** A Chromium that is driven with everything that its own protocol gives. */
export const CHROMIUM = { launch, open };

/** One of the two browsers by its name, driven with the calls that both know. */
export const either = (name) => ({ launch: () => launchBoth(name), open: openIn });
