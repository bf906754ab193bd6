/**
 * The types of the plugin interface, and their layout in linear memory.
 *
 * `interface.ts` builds the interface out of them. The loader interprets that table, so no code is
 * ever made from what a plugin contains.
 */

export type Type =
  | { readonly kind: "string" | "u8" | "u16" }
  | { readonly kind: "enum"; readonly cases: readonly string[] }
  | { readonly kind: "option"; readonly of: Type }
  | { readonly kind: "list"; readonly of: Type }
  | { readonly kind: "record"; readonly fields: readonly (readonly [name: string, type: Type])[] }
  | { readonly kind: "result"; readonly ok: Type; readonly err: Type };

export const string: Type = { kind: "string" };
export const u8: Type = { kind: "u8" };
export const u16: Type = { kind: "u16" };
export const list = (of: Type) => ({ kind: "list", of }) as const satisfies Type;
export const option = (of: Type): Type => ({ kind: "option", of });
export const oneOf = (...cases: string[]): Type => ({ kind: "enum", cases });
export const record = (fields: Record<string, Type>): Type => ({
  kind: "record",
  fields: Object.entries(fields),
});
export const result = (ok: Type, err: Type): Type => ({ kind: "result", ok, err });

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
