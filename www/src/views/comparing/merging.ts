/** What is being merged: the chosen files, what was decided so far, and what comes of it. */

import type { ConflictView, MergeView, Merging } from "../../../generated/report.js";
import type { ChangedView, Outcome } from "../../api.js";
import type { Controller } from "../../controller.js";
import { derived } from "../../derived.js";
import { missingPart, replacingPart } from "../../parts.js";
import { spoken } from "../../problems.js";
import { wholePart } from "../../whole.js";
import { t } from "../../words/words.js";

/** A file that was chosen. */
export interface Chosen {
  readonly name: string;
  readonly changed: number;
  readonly bytes: Uint8Array;
}

/** What is taken at a conflict, by its path: the word for it, and the value as JSON where it is none of the versions'. */
export type Taken = Readonly<Record<string, { readonly take: Take; readonly value: string }>>;
export type Take = "ours" | "theirs" | "base" | "value" | "keep" | "delete";

/** A merge that is not finished yet. Nothing of it is in the assessment. */
export interface Open {
  readonly other: Chosen;
  readonly base?: Chosen | undefined;
  /** Whether the two are merged although they do not say that they belong together. */
  readonly anyway: boolean;
  readonly taken: Taken;
  /** Whether somebody has tried to finish while conflicts were open. */
  readonly pressed: boolean;
  readonly merging: Merging;
}

/** A merge that is done. */
export interface Finished {
  readonly name: string;
  readonly changes: number;
  readonly decided: number;
}

/** Reads a file as one that is opened is read; a pack is none, and is read here. */
export async function choose(controller: Controller, file: File): Promise<Chosen | undefined> {
  const chosen = (bytes: Uint8Array): Chosen => ({ name: file.name, changed: file.lastModified, bytes });
  const part = await replacingPart.load().catch(() => undefined);
  if (!part) {
    controller.refuse([missingPart("")], t("page.partFailed"));
    return undefined;
  }
  if (part.isTooLarge(controller, file)) return undefined;
  if (await part.isPack(file)) return chosen(new Uint8Array(await file.arrayBuffer()));
  const read = await part.readFile(controller, file);
  return read && chosen(read.bytes);
}

/** A new merge of these files. */
export function begin(other: Chosen, base?: Chosen, anyway = false): Open {
  const { Merging } = wholePart.loaded ?? {};
  if (!Merging) throw new TypeError("E-PART");
  return { other, base, anyway, taken: {}, pressed: false, merging: new Merging() };
}

/** Reads the files anew: what is merged may be another assessment by now. */
export function read(controller: Controller, { merging, other, base, anyway }: Open): Outcome<undefined> {
  return derived(controller.model).use((_report, engine) => spoken(merging.take(engine, other.bytes, base?.bytes, anyway)));
}

/** What comes of the merge with what was decided. */
export function look(controller: Controller, open: Open): Outcome<MergeView> {
  return derived(controller.model).use((report, engine) => spoken(open.merging.look(report, engine, ...choices(open))));
}

/** Takes over what was merged, in one step. */
export function finish(controller: Controller, open: Open, name: string): Outcome<ChangedView> {
  return derived(controller.model).change((report, engine) => open.merging.finish(report, engine, name, ...choices(open)));
}

/** The conflicts that nobody has decided. */
export const undecided = ({ conflicts }: MergeView): ConflictView[] => conflicts.filter(({ taken }) => taken === "");

function choices({ taken }: Open): [paths: string[], takes: string[], values: string[]] {
  const all = Object.values(taken);
  return [Object.keys(taken), all.map(({ take }) => take), all.map(({ value }) => value)];
}
