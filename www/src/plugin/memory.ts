/** A plugin's linear memory as the canonical ABI sees it: checked reads under one budget. */

import { badAlignment, badDiscriminant, badText, outside, overBudget } from "./fault.js";
import { alignTo, layout, payloadOffset, type Type } from "./abi.js";

/** The most that one call may give back, in bytes; the native host has the same limit. */
export const OUTPUT_BUDGET_BYTES = 4 * 1024 * 1024;

/** Any value of the interface, as plain data. */
export type Value = string | number | undefined | Value[] | { [field: string]: Value };

// A BOM is a character of the string here, and a broken byte is an error, as in the native host.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads values out of a memory that the guest wrote; nothing in it is believed. */
export class Reader {
  #left = OUTPUT_BUDGET_BYTES;

  constructor(private readonly memory: WebAssembly.Memory) {}

  /** Reads the value of a type that lies at a pointer. */
  read(type: Type, at: number): Value {
    const { size, align } = layout(type);
    this.#check(at, size, align, type.kind);
    return this.#value(type, at);
  }

  #value(type: Type, at: number): Value {
    switch (type.kind) {
      case "u8":
        return this.#view().getUint8(at);
      case "u16":
        return this.#view().getUint16(at, true);
      case "enum":
        return this.#enum(type.cases, at);
      case "option":
        return this.#discriminant(at, 2) === 0
          ? undefined
          : this.#value(type.of, at + payloadOffset(type.of));
      case "result": {
        const payload = at + payloadOffset(type.ok, type.err);
        return this.#discriminant(at, 2) === 0
          ? { ok: this.#value(type.ok, payload) }
          : { err: this.#value(type.err, payload) };
      }
      case "string":
        return this.#string(at);
      case "list":
        return this.#list(type.of, at);
      case "record":
        return this.#record(type.fields, at);
    }
  }

  #enum(cases: readonly string[], at: number): string {
    // The discriminant was checked against the number of cases.
    return cases[this.#discriminant(at, cases.length)] as string;
  }

  #record(fields: readonly (readonly [string, Type])[], at: number): Value {
    const made: { [field: string]: Value } = {};
    let offset = at;
    for (const [name, type] of fields) {
      const { size, align } = layout(type);
      offset = alignTo(offset, align);
      const value = this.#value(type, offset);
      // An absent option is an absent member, as in the engine's own records.
      if (value !== undefined) made[name] = value;
      offset += size;
    }
    return made;
  }

  #string(at: number): string {
    const [start, length] = this.#pair(at);
    this.#charge(length);
    this.#check(start, length, 1, "string");
    try {
      return decoder.decode(new Uint8Array(this.memory.buffer, start, length));
    } catch {
      throw badText();
    }
  }

  #list(of: Type, at: number): Value[] {
    const [start, count] = this.#pair(at);
    const { size, align } = layout(of);
    // Charged before anything is allocated: a count alone must not cost memory.
    this.#charge(count * size);
    this.#check(start, count * size, align, "list");
    const made: Value[] = [];
    for (let index = 0; index < count; index += 1) {
      made.push(this.#value(of, start + index * size));
    }
    return made;
  }

  #pair(at: number): [pointer: number, length: number] {
    const view = this.#view();
    return [view.getUint32(at, true), view.getUint32(at + 4, true)];
  }

  #discriminant(at: number, cases: number): number {
    const value = this.#view().getUint8(at);
    if (value >= cases) throw badDiscriminant(value, cases);
    return value;
  }

  #charge(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw overBudget(OUTPUT_BUDGET_BYTES);
  }

  #check(at: number, size: number, align: number, what: string): void {
    if (at % align !== 0) throw badAlignment(what, align);
    if (at + size > this.memory.buffer.byteLength) throw outside(what);
  }

  // Made anew each time: a memory that grew has another buffer.
  #view(): DataView {
    return new DataView(this.memory.buffer);
  }
}
