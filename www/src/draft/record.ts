/** What a browser keeps of an assessment between two visits: a versioned record, and a summary of it. */

/** The shape of records that this page writes. A newer one is left alone. */
export const RECORD_VERSION = 1;

/** A text that stood in a field and not in the document, and why. */
export interface LeftField {
  readonly id: string;
  readonly field: string;
  readonly text: string;
  readonly message: string;
}

/** What stood in the file that was saved last, in so far as somebody may ask what changed since. */
export interface Mark {
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  /** A letter for each item, in the catalogue's order. */
  readonly states?: string;
  /** The labels of the risks above the line. */
  readonly above?: readonly string[];
  /** How many errors the Statement of Applicability had. */
  readonly errors?: number;
}

/** What was done since the last file. */
export interface SinceFile {
  /** How many changes no file holds, and since when. */
  readonly changes?: number | undefined;
  readonly since?: number | undefined;
  readonly mark?: Mark | undefined;
}

/** Where a person was, and what stood in fields: beside the document, and never in a file. */
export interface LeftAt extends SinceFile {
  readonly route: string;
  /** The item that had the focus. */
  readonly item?: string | undefined;
  readonly fields: readonly LeftField[];
}

/** The most that is kept of fields, in characters; a text that is longer is in its field alone. */
export const FIELDS_MAX = 256 * 1024;

/** What can be said about a record without its document. */
export interface Summary {
  /** Under what it is kept. */
  readonly id: string;
  /** Grows by one with each write, so that a writer sees that another was there. */
  readonly revision: number;
  /** When it was written, in milliseconds since 1970. */
  readonly savedAt: number;
  /** The name of the assessed organization; may be empty. */
  readonly organization: string;
  /** How many questions have an answer. */
  readonly answers: number;
  /** Whether it holds changes that no file holds. */
  readonly dirty: boolean;
  readonly left?: LeftAt | undefined;
  /** Why this page cannot go on with it; it is kept all the same. */
  readonly fault?: "newer" | "unreadable";
}

/** A summary as it is stored, beside the generations of its document. */
export type StoredSummary = Omit<Summary, "id" | "fault"> & { readonly version: number };

/** Reads a stored summary. Whatever cannot be read is named, never thrown away. */
export function readSummary(id: string, stored: unknown): Summary {
  const { version, revision, savedAt, organization, answers, dirty, left } = (stored ?? {}) as Partial<StoredSummary>;
  const known = version === RECORD_VERSION;
  const whole =
    isCount(revision) && isCount(savedAt) && isCount(answers) && typeof organization === "string" && typeof dirty === "boolean";
  if (known && whole) return { id, revision, savedAt, organization, answers, dirty, ...(left && { left: readLeft(left) }) };
  return {
    id,
    // Whoever writes after it must not fall behind it.
    revision: isCount(revision) ? revision : 0,
    savedAt: isCount(savedAt) ? savedAt : 0,
    organization: "",
    answers: 0,
    dirty: true,
    fault: !known && isCount(version) && version > RECORD_VERSION ? "newer" : "unreadable",
  };
}

/** Whoever writes a record is another page than the one that reads it. */
function readLeft({ route, item, fields, changes, since, mark }: LeftAt): LeftAt {
  const texts = Array.isArray(fields) ? (fields as LeftField[]) : [];
  return {
    route: String(route),
    ...(typeof item === "string" && { item }),
    ...(isCount(changes) && isCount(since) && { changes, since }),
    ...(isCount(mark?.at) && { mark }),
    fields: texts.filter((it) => [it?.id, it?.field, it?.text, it?.message].every((text) => typeof text === "string")),
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
