/**
 * The types of `annexa:crosswalk/mapper@1.0.0` as a table, and their layout in linear memory.
 *
 * The table mirrors `plugins/sdk/wit/v1/crosswalk.wit`, member by member; the order is the
 * interface. The loader interprets it, so no code is ever made from what a plugin contains.
 */

export type Type =
  | { readonly kind: "string" | "u8" | "u16" }
  | { readonly kind: "enum"; readonly cases: readonly string[] }
  | { readonly kind: "option"; readonly of: Type }
  | { readonly kind: "list"; readonly of: Type }
  | { readonly kind: "record"; readonly fields: readonly (readonly [name: string, type: Type])[] }
  | { readonly kind: "result"; readonly ok: Type; readonly err: Type };

const string: Type = { kind: "string" };
const u8: Type = { kind: "u8" };
const u16: Type = { kind: "u16" };
const list = (of: Type): Type => ({ kind: "list", of });
const option = (of: Type): Type => ({ kind: "option", of });
const oneOf = (...cases: string[]): Type => ({ kind: "enum", cases });
const record = (fields: Record<string, Type>): Type => ({
  kind: "record",
  fields: Object.entries(fields),
});

const relation = oneOf("equal", "equivalent", "superset", "subset", "intersects", "none");
const basis = oneOf("syntactic", "semantic", "functional");
const applicability = oneOf("applicable", "excluded", "inherited");
const implementation = oneOf("not_assessed", "not_implemented", "planned", "partly", "implemented");

const extension = record({ name: string, value: string });

const provenance = record({ document: string, version: string, licence: string, method: string });

const description = record({
  id: string,
  name: string,
  version: string,
  summary: string,
  sourceFramework: string,
  targetFramework: string,
  targetTitle: string,
  provenance,
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
  relation,
  coverageBp: option(u16),
  confidenceBp: u16,
  basis,
  rationale: string,
});

const finding = record({ id: string, applicability, implementation, maturity: option(u8) });

const remark = record({ target: string, gap: string, extensions: list(extension) });

/** The exported instance; a core export is named after it and the function. */
export const INTERFACE = "annexa:crosswalk/mapper@1.0.0";

/** What each function takes and gives. */
export const FUNCTIONS = {
  describe: { result: description },
  targets: { result: list(target) },
  mappings: { result: list(mapping) },
  assess: { parameter: list(finding), result: { kind: "result", ok: list(remark), err: string } },
} as const satisfies Record<string, { parameter?: Type; result: Type }>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Where a value lies: its size and its alignment, both in bytes. */
export interface Layout {
  readonly size: number;
  readonly align: number;
}

const known = new Map<Type, Layout>();

/** The canonical ABI's layout of a type. */
export function layout(type: Type): Layout {
  const before = known.get(type);
  if (before) return before;
  const made = measure(type);
  known.set(type, made);
  return made;
}

/** Rounds an offset up to an alignment. */
export const alignTo = (offset: number, align: number): number => Math.ceil(offset / align) * align;

/** Where the payload of an option or a result begins: after one byte, aligned for every case. */
export const payloadOffset = (...cases: Type[]): number =>
  Math.max(1, ...cases.map((type) => layout(type).align));

function measure(type: Type): Layout {
  switch (type.kind) {
    case "u8":
    case "enum":
      return { size: 1, align: 1 };
    case "u16":
      return { size: 2, align: 2 };
    case "string":
    case "list":
      return { size: 8, align: 4 };
    case "option":
      return measureCases(type.of);
    case "result":
      return measureCases(type.ok, type.err);
    case "record": {
      let size = 0;
      let align = 1;
      for (const [, field] of type.fields) {
        const inner = layout(field);
        size = alignTo(size, inner.align) + inner.size;
        align = Math.max(align, inner.align);
      }
      return { size: alignTo(size, align), align };
    }
  }
}

function measureCases(...cases: Type[]): Layout {
  const align = payloadOffset(...cases);
  const payload = Math.max(...cases.map((type) => layout(type).size));
  return { size: alignTo(align + payload, align), align };
}
