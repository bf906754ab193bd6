/** Numbers and names as a person reads them. Shares are basis points, which are integers. */

import { share } from "./words/words.js";

/**
 * A share in basis points as per cent with one decimal. The second decimal is rounded half up, so
 * that 9995 and more read "100 %"; one partial answer among fewer than a thousand never comes so near.
 */
export function percent(basisPoints: number | undefined): string {
  if (basisPoints === undefined) return "–";
  return share(Math.floor((basisPoints + 5) / 10));
}

/** A share in whole per cent; it reads 0 or 100 only where it is exactly that. */
export function whole(basisPoints: number | undefined): string {
  if (basisPoints === undefined) return "–";
  const nearest = Math.floor((basisPoints + 50) / 100);
  return share((basisPoints > 0 && nearest === 0 ? 1 : basisPoints < 10_000 && nearest === 100 ? 99 : nearest) * 10);
}

/** A size in bytes, in KiB from one KiB on. */
export function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KiB`;
}

/** `2026-11-23` in the person's own time zone. */
export function isoDate(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Letters that do not come apart into a plain one and a mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** A file name out of an organization's name: ASCII, short, and without a path in it. */
export function fileName(organization: string, what: string, extension: string): string {
  const slug = organization
    .replace(/[ßæœøłđðþı]/gi, (letter) => LETTERS[letter.toLowerCase()] ?? "")
    .normalize("NFKD")
    // Marks, so that "ü" becomes "u" and not two parts.
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return ["annexa", slug, what].filter((part) => part !== "").join("-") + `.${extension}`;
}
