/** Plugins for the tests: a core module built from plain values, and real components gone wrong. */

import binaryen from "binaryen";

export const MAPPER = "annexa:crosswalk/mapper@1.0.0";

/** Compiles WebAssembly text. */
export function compile(text) {
  const module = binaryen.parseText(text);
  try {
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}

/** A memory image under construction: strings and lists go to its end, pointers come back. */
export class Image {
  constructor() {
    this.bytes = new Uint8Array(65_536);
    this.view = new DataView(this.bytes.buffer);
    this.end = 1024;
  }

  place(size, align) {
    this.end = Math.ceil(this.end / align) * align;
    const at = this.end;
    this.end += size;
    return at;
  }

  /** Writes a string's pointer and length at a place. */
  string(at, text) {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const start = this.place(bytes.length, 1);
    this.bytes.set(bytes, start);
    this.pair(at, start, bytes.length);
  }

  pair(at, first, second) {
    this.view.setUint32(at, first, true);
    this.view.setUint32(at + 4, second, true);
  }

  /** Writes a list's pointer and length, and each element through `write(place, element)`. */
  list(at, size, elements, write) {
    const start = this.place(size * elements.length, 4);
    this.pair(at, start, elements.length);
    elements.forEach((element, index) => write(start + size * index, element));
  }

  /** The image as a data segment's text. */
  text() {
    return [...this.bytes.subarray(0, this.end)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
  }
}

const STRINGS = ["id", "name", "version", "summary", "source", "target", "title", "document", "edition", "licence", "method"];

/**
 * A small honest plugin as a core module: one target, two mappings, one remark.
 * `change(image, places)` may spoil the image; `bodies` replaces functions' WebAssembly text.
 */
export function smallPlugin({ change = () => {}, bodies = {} } = {}) {
  const image = new Image();
  const at = { describe: image.place(96, 4), targets: image.place(8, 4), mappings: image.place(8, 4), assess: image.place(12, 4) };
  STRINGS.forEach((text, index) => image.string(at.describe + 8 * index, text));
  image.list(at.describe + 88, 16, [], () => {});
  image.list(at.targets, 48, [["CC1.1", "First", "CC1", "Control environment", "Security", "all that is left ✓"]], (place, fields) => {
    fields.forEach((text, index) => image.string(place + 8 * index, text));
    at.target = place;
  });
  const rows = [
    { sources: ["5.1", "A.5.1"], relation: 3, coverage: 2500, confidence: 7500, basis: 1 },
    { sources: ["A.5.2"], relation: 4, coverage: undefined, confidence: 6000, basis: 2 },
  ];
  image.list(at.mappings, 36, rows, (place, row) => {
    image.string(place, "CC1.1");
    image.list(place + 8, 8, row.sources, (inner, text) => image.string(inner, text));
    image.bytes[place + 16] = row.relation;
    image.bytes[place + 18] = row.coverage === undefined ? 0 : 1;
    image.view.setUint16(place + 20, row.coverage ?? 0, true);
    image.view.setUint16(place + 22, row.confidence, true);
    image.bytes[place + 24] = row.basis;
    image.string(place + 28, "because");
    at.mapping ??= place;
  });
  image.list(at.assess + 4, 24, ["still missing"], (place, gap) => {
    image.string(place, "CC1.1");
    image.string(place + 8, gap);
    image.list(place + 16, 16, [["k", "v"]], (inner, [name, value]) => {
      image.string(inner, name);
      image.string(inner + 8, value);
    });
  });
  change(image, at);
  const body = (name) => bodies[name] ?? `(i32.const ${at[name]})`;
  return compile(`(module
    (memory (export "memory") 4 64)
    (global $next (mut i32) (i32.const 65536))
    (data (i32.const 0) "${image.text()}")
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
      ${bodies.realloc ?? `
      (global.set $next (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
      (global.get $next)
      (global.set $next (i32.add (global.get $next) (local.get 3)))`})
    (func (export "${MAPPER}#describe") (result i32) ${body("describe")})
    (func (export "${MAPPER}#targets") (result i32) ${body("targets")})
    (func (export "${MAPPER}#mappings") (result i32) ${body("mappings")})
    (func (export "${MAPPER}#assess") (param i32 i32) (result i32) ${body("assess")})
    (func (export "cabi_post_${MAPPER}#describe") (param i32) ${bodies.post ?? ""}))`);
}

/** A copy of a real component whose `describe` was replaced, everything else as it was. */
export function withDescribe(component, expression) {
  const sections = split(component);
  const core = sections.find(({ id }) => id === 1);
  const module = binaryen.readBinary(core.payload);
  module.setFeatures(binaryen.Features.All);
  const exported = exportNamed(module, `${MAPPER}#describe`);
  module.removeFunction(exported);
  module.addFunction(exported, binaryen.createType([]), binaryen.i32, [], expression(module));
  core.payload = module.emitBinary();
  module.dispose();
  return join(component.subarray(0, 8), sections);
}

/** A `describe` that never returns. */
export const loopForever = (module) =>
  module.loop("again", module.block(null, [module.br("again"), module.unreachable()], binaryen.i32));

/** A `describe` that traps. */
export const trap = (module) => module.unreachable();

function exportNamed(module, name) {
  for (let index = 0; index < module.getNumExports(); index += 1) {
    const info = binaryen.getExportInfo(module.getExportByIndex(index));
    if (info.name === name) return info.value;
  }
  throw new Error(`no export ${name}`);
}

function split(component) {
  const sections = [];
  for (let at = 8; at < component.length; ) {
    const id = component[at];
    const [size, start] = readSize(component, at + 1);
    sections.push({ id, payload: component.slice(start, start + size) });
    at = start + size;
  }
  return sections;
}

function join(preamble, sections) {
  const parts = [preamble, ...sections.flatMap(({ id, payload }) => [Uint8Array.from([id, ...sizeBytes(payload.length)]), payload])];
  return new Uint8Array(Buffer.concat(parts));
}

function readSize(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 0x7f) << shift;
    if (bytes[at] < 0x80) return [value >>> 0, at + 1];
  }
}

function sizeBytes(value) {
  const bytes = [];
  do {
    const rest = value >>> 7;
    bytes.push((value & 0x7f) | (rest ? 0x80 : 0));
    value = rest;
  } while (value);
  return bytes;
}
