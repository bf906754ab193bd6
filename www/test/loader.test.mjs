/** The fixed loader against honest, broken and hostile core modules. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, smallPlugin } from "./plugins.mjs";
import { source } from "./source.mjs";

const { run } = await source("plugin/loader.ts");

const FINDINGS = [
  { id: "4.1", applicability: "applicable", implementation: "implemented", maturity: 3 },
  { id: "A.5.1", applicability: "excluded", implementation: "not_assessed" },
];

/** Runs a module and gives `code phase` of its fault, or "ok". */
function outcome(core) {
  try {
    run(core, FINDINGS);
    return "ok";
  } catch (fault) {
    return `${fault.record.code} ${fault.record.phase} ${fault.record.at}`.trim();
  }
}

const check = (name, plugin, expected) =>
  test(name, () => assert.equal(outcome(plugin instanceof Uint8Array ? plugin : smallPlugin(plugin)), expected));

test("an honest plugin is read completely", () => {
  const said = run(smallPlugin(), FINDINGS);
  assert.deepEqual(said, {
    description: {
      id: "id",
      name: "name",
      version: "version",
      summary: "summary",
      sourceFramework: "source",
      targetFramework: "target",
      targetTitle: "title",
      provenance: { document: "document", version: "edition", licence: "licence", method: "method" },
      extensions: [],
    },
    targets: [
      { id: "CC1.1", title: "First", group: "CC1", groupTitle: "Control environment", category: "Security", residual: "all that is left ✓" },
    ],
    mappings: [
      { target: "CC1.1", sources: ["5.1", "A.5.1"], relation: "subset", coverageBp: 2500, confidenceBp: 7500, basis: "semantic", rationale: "because" },
      { target: "CC1.1", sources: ["A.5.2"], relation: "intersects", confidenceBp: 6000, basis: "functional", rationale: "because" },
    ],
    remarks: [{ target: "CC1.1", gap: "still missing", extensions: [{ name: "k", value: "v" }] }],
  });
});

test("states are lowered as the interface lays them out", () => {
  // The plugin answers an error whose text is the memory of the first state and its id.
  const said = () =>
    run(
      smallPlugin({
        bodies: {
          assess: `
            (if (i32.ne (local.get 1) (i32.const 2)) (then unreachable))
            (if (i32.and (local.get 0) (i32.const 3)) (then unreachable))
            ;; implementation is 4, implemented, and maturity is present and 3
            (if (i32.ne (i32.load8_u offset=8 (local.get 0)) (i32.const 0)) (then unreachable))
            (if (i32.ne (i32.load8_u offset=9 (local.get 0)) (i32.const 4)) (then unreachable))
            (if (i32.ne (i32.load8_u offset=10 (local.get 0)) (i32.const 1)) (then unreachable))
            (if (i32.ne (i32.load8_u offset=11 (local.get 0)) (i32.const 3)) (then unreachable))
            ;; the second state is 12 bytes on: excluded, not assessed, no maturity
            (if (i32.ne (i32.load8_u offset=20 (local.get 0)) (i32.const 1)) (then unreachable))
            (if (i32.ne (i32.load8_u offset=22 (local.get 0)) (i32.const 0)) (then unreachable))
            (i32.store8 (i32.const 512) (i32.const 1))
            (i32.store (i32.const 516) (i32.load offset=12 (local.get 0)))
            (i32.store (i32.const 520) (i32.load offset=16 (local.get 0)))
            (i32.const 512)`,
        },
      }),
      FINDINGS,
    );
  assert.throws(said, { message: "E-PLUGIN A.5.1" });
});

test("a byte order mark is part of a string", () => {
  const mark = new Uint8Array([0xef, 0xbb, 0xbf, 0x61]);
  const said = run(smallPlugin({ change: (image, at) => image.string(at.describe, mark) }), FINDINGS);
  assert.equal(said.description.id, "\ufeffa");
});

test("a memory that grows during the call is read from its new buffer", () => {
  const realloc = `(drop (memory.grow (i32.const 1)))
    (global.set $next (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
    (global.get $next)
    (global.set $next (i32.add (global.get $next) (local.get 3)))`;
  const plugin = smallPlugin({ bodies: { realloc } });
  assert.equal(run(plugin, FINDINGS).remarks.length, 1);
});

const pair = (name, offset, first, second) => ({
  change: (image, at) => image.pair(at[name] + offset, first, second),
});

check("invalid UTF-8", { change: (image, at) => image.string(at.describe, new Uint8Array([0xff, 0xfe])) }, "E-UTF8 lift `describe`");
check("an encoded surrogate", { change: (image, at) => image.string(at.describe, new Uint8Array([0xed, 0xa0, 0x80])) }, "E-UTF8 lift `describe`");
check("a string outside of the memory", pair("describe", 0, 4 * 65_536 - 1, 2), "E-RESULT lift `describe`");
check("a string that ends at the end of the memory", pair("describe", 0, 4 * 65_536 - 2, 2), "ok");
check("a string at a pointer above 2 GiB", pair("describe", 0, 0xffff_fff0, 0x20), "E-RESULT lift `describe`");
check("a string of 5 MiB", pair("describe", 0, 0, 5 * 1024 * 1024), "E-OUTPUT lift `describe`");
check("a list of four thousand million targets", pair("targets", 0, 1024, 0xffff_ffff), "E-OUTPUT lift `targets`");
check("a list at an odd pointer", pair("targets", 0, 1025, 1), "E-RESULT lift `targets`");
check("a list outside of the memory", pair("targets", 0, 4 * 65_536, 1), "E-RESULT lift `targets`");
check("an unknown relation", { change: (image, at) => (image.bytes[at.mapping + 16] = 6) }, "E-RESULT lift `mappings`");
check("an option that is neither there nor not", { change: (image, at) => (image.bytes[at.mapping + 18] = 2) }, "E-RESULT lift `mappings`");
check("a result that is neither", { change: (image, at) => (image.bytes[at.assess] = 2) }, "E-RESULT lift `assess`");
check("an unaligned result pointer", { bodies: { describe: "(i32.const 1025)" } }, "E-RESULT lift `describe`");
check("a result pointer at the end of the memory", { bodies: { describe: "(i32.const 262140)" } }, "E-RESULT lift `describe`");
check("a negative result pointer", { bodies: { describe: "(i32.const -4)" } }, "E-RESULT lift `describe`");
check("many views of the same bytes", { change: (image, at) => aliased(image, at) }, "E-OUTPUT lift `targets`");
check("an allocation outside of the memory", { bodies: { realloc: "(i32.const -8)" } }, "E-RESULT lift `assess`");
check("an allocation that is not aligned", { bodies: { realloc: "(i32.const 65537)" } }, "E-RESULT lift `assess`");
check("a trap", { bodies: { mappings: "unreachable" } }, "E-TRAP call `mappings`");
check("endless recursion", { bodies: { describe: "(call 1)" } }, "E-STACK call `describe`");
check("no module at all", new Uint8Array([1, 2, 3]), "E-COMPILE compile");
check("an import", compile('(module (import "env" "now" (func (result i64))))'), "E-INSTANCE instantiate `describe`");
check("no memory", compile("(module)"), "E-INSTANCE instantiate `describe`");
check("no functions", compile('(module (memory (export "memory") 1 1))'), "E-INSTANCE instantiate `describe`");

check("a trap after the result was read", { bodies: { post: "unreachable" } }, "E-TRAP call `describe`");

test("each call has an instance of its own", () => {
  // A counter in memory would show the second call in the same instance.
  const once = "(if (i32.load (i32.const 0)) (then unreachable)) (i32.store (i32.const 0) (i32.const 1))";
  const bodies = { describe: `${once} (i32.const 1024)`, targets: `${once} (i32.const 1120)` };
  assert.equal(outcome(smallPlugin({ bodies })), "ok");
});

test("a plugin's own words are cut and written out", () => {
  const words = `\u202e${"x".repeat(600)}`;
  const change = (image, at) => {
    image.bytes[at.assess] = 1;
    image.string(at.assess + 4, words);
  };
  assert.throws(() => run(smallPlugin({ change }), FINDINGS), { message: `E-PLUGIN \\u{202e}${"x".repeat(499)}` });
});

/** 200 targets whose every string is the same 60 KB: 72 MB out of a small memory. */
function aliased(image, at) {
  const length = 60_000;
  image.list(at.targets, 48, Array.from({ length: 200 }), (place) => {
    for (let field = 0; field < 6; field += 1) image.pair(place + 8 * field, 100_000, length);
  });
}
