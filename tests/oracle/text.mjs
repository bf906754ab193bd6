// How texts, names, labels and days are compared.

import { createHash } from "node:crypto";

/** Unicode's property `White_Space`, written out: `\s` of JavaScript is another set. */
const SPACE = "\\t-\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
const RUNS = new RegExp(`[${SPACE}]+`, "gu");
const ENDS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu");

export const trimmed = (text) => text.replace(ENDS, "");
export const isBlank = (text) => text === undefined || trimmed(text) === "";
export const said = (text) => !isBlank(text);

/** The text with each run of white space as one space and none at its ends. */
export const collapsed = (text) => trimmed((text ?? "").replace(RUNS, " "));

/** A name of a person or role as names are compared. */
export const folded = (name) => trimmed(name).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
export const sameName = (a, b) => folded(a) === folded(b);

export const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
export const sorted = (set) => [...new Set(set ?? [])].sort(bytes);

/** Label order: runs of digits as numbers, the rest as bytes. */
export function labels(a, b) {
  const parts = (text) => text.match(/[0-9]+|[^0-9]/gu) ?? [];
  const left = parts(a);
  const right = parts(b);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const numbers = [left[at], right[at]].map((part) => /^[0-9]/.test(part));
    const order =
      numbers[0] && numbers[1]
        ? compare(BigInt(left[at]), BigInt(right[at]))
        : bytes(left[at], right[at]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The first of several orders that tells two apart. */
export const first = (...orders) => orders.find((order) => order !== 0) ?? 0;

export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** JSON without white space, with the escapes of the document format. */
export function json(value) {
  if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value).map(([name, member]) => `${json(name)}:${json(member)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value !== "string") return JSON.stringify(value);
  const text = value.replace(/["\\\n\t\x00-\x1f\x7f-\x9f\u2028\u2029]/g, (char) => {
    if (char === "\n") return "\\n";
    if (char === "\t") return "\\t";
    if (char === '"' || char === "\\") return `\\${char}`;
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${text}"`;
}

/** Leaves out what says nothing. */
export const filled = (members) =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && !value.length),
    ),
  );

const pad = (number, width) => String(number).padStart(width, "0");
const written = (year, month, day) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** The same day some months later, or the last one where there is no such day. */
export function monthsAfter(day, months) {
  const [year, month, number] = day.split("-").map(Number);
  const all = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(all / 12), (all % 12) + 1, 0)).getUTCDate();
  return written(Math.floor(all / 12), (all % 12) + 1, Math.min(number, last));
}

export function daysAfter(day, days) {
  const [year, month, number] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, number + days)).toISOString().slice(0, 10);
}

export const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
