/**
 * Starts the widget's own workers where the page asks for trusted types.
 *
 * The policy is named `annexa` and passes one kind of URL: that of the widget's own worker that is started.
 * It is the only policy, since the widget never writes markup.
 */

interface Policy {
  createScriptURL(url: string): string;
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

let policy: Policy | undefined;
let expected = "";

/** Makes a module worker from the widget's own script. */
export function startWorker(url: string): Worker {
  expected = url;
  return new Worker(scriptUrl(url), { type: "module", name: "annexa" });
}

function scriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (!factory) return url;
  policy ??= factory.createPolicy("annexa", {
    createScriptURL(asked) {
      if (asked !== expected) throw new TypeError("not the widget's own worker");
      return asked;
    },
  });
  return policy.createScriptURL(url);
}
