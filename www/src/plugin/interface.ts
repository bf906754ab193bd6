/**
 * The plugin interface as a table. Generated from `plugins/sdk/wit/v1/crosswalk.wit`, member by
 * member, by `cargo xtask codegen`: not to be edited.
 */

import { list, oneOf, option, record, result, string, u8, u16, type Type } from "./abi.js";

const relation = oneOf("equal", "equivalent", "superset", "subset", "intersects", "none");

const basis = oneOf("syntactic", "semantic", "functional");

const applicability = oneOf("applicable", "excluded", "inherited");

const implementation = oneOf("not_assessed", "not_implemented", "planned", "partly", "implemented");

const extension = record({
  name: string,
  value: string,
});

const provenance = record({
  document: string,
  version: string,
  licence: string,
  method: string,
});

const description = record({
  id: string,
  name: string,
  version: string,
  summary: string,
  sourceFramework: string,
  targetFramework: string,
  targetTitle: string,
  provenance: provenance,
  extensions: list(extension),
});

const target = record({
  id: string,
  title: string,
  group: string,
  groupTitle: string,
  category: string,
  residual: string,
});

const mapping = record({
  target: string,
  sources: list(string),
  relation: relation,
  coverageBp: option(u16),
  confidenceBp: u16,
  basis: basis,
  rationale: string,
});

const sourceState = record({
  id: string,
  applicability: applicability,
  implementation: implementation,
  maturity: option(u8),
});

const remark = record({
  target: string,
  gap: string,
  extensions: list(extension),
});

/** The exported instance; a core export is named after it and the function. */
export const INTERFACE = "annexa:crosswalk/mapper@1.0.0";

/** What each function takes and gives. */
export const FUNCTIONS = {
  describe: { result: description },
  targets: { result: list(target) },
  mappings: { result: list(mapping) },
  assess: { parameter: list(sourceState), result: result(list(remark), string) },
} as const satisfies Record<string, { parameter?: Type; result: Type }>;

export type FunctionName = keyof typeof FUNCTIONS;
