/** A draft in a few words: whose, how much of it, and from when; or why it cannot be gone on with. */

import type { Summary } from "./record.js";
import { count } from "../strings/en.js";
import { td } from "../strings/replacing.js";

export function describe({ organization, answers, savedAt, fault }: Summary): string {
  if (fault) return td[fault];
  const when = new Date(savedAt).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
  return td.one(organization || td.noName, count(answers, "answer", "answers"), when);
}
