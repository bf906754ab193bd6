/** Lowers the host's values into a plugin's memory, which the plugin itself allocates. */

import { badAlignment, outside } from "./fault.js";
import { alignTo, layout, payloadOffset, type Type } from "./abi.js";
import type { Value } from "./memory.js";

/** The guest's `cabi_realloc`. */
export type Realloc = (old: number, oldSize: number, align: number, size: number) => unknown;

const encoder = new TextEncoder();

export class Writer {
  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly realloc: Realloc,
  ) {}

  /** Writes a list and gives its pointer and its length, the two flat parameters. */
  list(of: Type, values: readonly Value[]): [pointer: number, length: number] {
    const { size, align } = layout(of);
    const start = this.#allocate(values.length * size, align);
    values.forEach((value, index) => this.#value(of, value, start + index * size));
    return [start, values.length];
  }

  #value(type: Type, value: Value, at: number): void {
    switch (type.kind) {
      case "u8":
        this.#view().setUint8(at, value as number);
        return;
      case "u16":
        this.#view().setUint16(at, value as number, true);
        return;
      case "enum":
        this.#view().setUint8(at, caseIndex(type.cases, value));
        return;
      case "option":
        this.#view().setUint8(at, value === undefined ? 0 : 1);
        if (value !== undefined) this.#value(type.of, value, at + payloadOffset(type.of));
        return;
      case "string":
        this.#pair(at, this.#string(value as string));
        return;
      case "list":
        this.#pair(at, this.list(type.of, value as Value[]));
        return;
      case "record":
        this.#record(type.fields, value as { [field: string]: Value }, at);
        return;
      case "result":
        throw new TypeError("no function takes a result");
    }
  }

  #record(
    fields: readonly (readonly [string, Type])[],
    value: { [field: string]: Value },
    at: number,
  ): void {
    let offset = at;
    for (const [name, type] of fields) {
      const { size, align } = layout(type);
      offset = alignTo(offset, align);
      this.#value(type, value[name], offset);
      offset += size;
    }
  }

  #string(text: string): [pointer: number, length: number] {
    const bytes = encoder.encode(text);
    const start = this.#allocate(bytes.length, 1);
    new Uint8Array(this.memory.buffer, start, bytes.length).set(bytes);
    return [start, bytes.length];
  }

  #pair(at: number, [pointer, length]: [number, number]): void {
    const view = this.#view();
    view.setUint32(at, pointer, true);
    view.setUint32(at + 4, length, true);
  }

  #allocate(size: number, align: number): number {
    // A guest gives i32; pointers above 2 GiB come out negative.
    const start = Number(this.realloc(0, 0, align, size)) >>> 0;
    if (start % align !== 0) throw badAlignment("allocation", align);
    if (start + size > this.memory.buffer.byteLength) {
      throw outside("allocation");
    }
    return start;
  }

  #view(): DataView {
    return new DataView(this.memory.buffer);
  }
}

function caseIndex(cases: readonly string[], value: Value): number {
  const index = cases.indexOf(value as string);
  if (index < 0) throw new TypeError(`no such case: ${String(value)}`);
  return index;
}
