/** What takes the place of the assessment on the screen: a file, a draft, or an empty one. Loaded late. */

import type { Controller } from "./controller.js";
import { describe } from "./draft/describe.js";
import type { Summary } from "./draft/record.js";
import { fileName, isoDate } from "./format.js";
import { losses, type Choice } from "./question.js";
import { read, type Readable, type Tried } from "./reader/read.js";
import { comparingPart, missingPart, reportsPart } from "./parts.js";
import { hasView } from "./sections.js";
import { faultWords, t } from "./words/words.js";

export { OtherDrafts } from "./views/drafts.js";

/** Files above this size are not even read, in bytes. */
const FILE_LIMIT_BYTES = 64 * 1024 * 1024;
/** So much of a file says what it is, in bytes. */
const HEAD_BYTES = 256;

/** Asks what to go on with, where a draft is worth the question. */
export function begin(controller: Controller): void {
  const { others } = controller.keeper;
  if (others.some(({ answers, dirty, left }) => answers > 0 || dirty || (left?.fields.length ?? 0) > 0)) askWhichDraft(controller, others);
  else controller.keeper.show("anew");
}

/** A draft of the same content as what the page gave is simply gone on with. */
export async function matchDraft(controller: Controller): Promise<void> {
  const { keeper, model } = controller;
  const draft = keeper.others.find(({ id, fault }) => id === keeper.id && !fault);
  const kept = draft && (await keeper.load(draft.id).catch(() => undefined));
  if (!kept || !isSame(kept, model.engine.save())) return;
  keeper.show(draft);
  goOnSince(controller, draft);
  controller.refill(draft.left?.fields ?? []);
}

/** Whether a file is larger than any may be, which is said. */
export function isTooLarge(controller: Controller, file: File): boolean {
  if (file.size <= FILE_LIMIT_BYTES) return false;
  controller.refuse([{ code: "E-TOO-LARGE", place: file.name, ...faultWords("drafts.tooLarge") }]);
  return true;
}

/** Reads a file, a large one away from the page. One that may not be opened is refused, and nothing comes of it. */
export async function readFile(controller: Controller, file: File): Promise<Readable | undefined> {
  if (isTooLarge(controller, file)) return undefined;
  let tried: Tried;
  try {
    tried = await read(file, controller.model);
  } catch {
    controller.refuse([{ code: "E-READ", place: file.name, ...faultWords("drafts.unreadableFile") }]);
    return undefined;
  }
  if (controller.disposed) return undefined;
  if (!("problems" in tried)) return tried;
  controller.refuse(tried.problems);
  controller.say(t("page.openFailed"));
  return undefined;
}

/** Whether a file says that it is a pack of questions, which is answered and not opened. */
export async function isPack(file: File): Promise<boolean> {
  const head = await file.slice(0, HEAD_BYTES).text();
  return head.includes('"annexa-pack"');
}

/** Opens a file once nothing would be lost; a pack with the questions that it asks. */
export async function openFile(controller: Controller, file: File): Promise<void> {
  if (await isPack(file)) {
    const part = await comparingPart.load().catch(() => undefined);
    return part ? part.openPack(controller, file) : controller.refuse([missingPart(file.name)], t("page.partFailed"));
  }
  const tried = await readFile(controller, file);
  if (!tried) return;
  const { bytes, isWritten } = tried;
  await unlessLost(controller, t("drafts.openTitle", { file: file.name }), t("drafts.openAnyway"), async () => {
    const outcome = await controller.take(bytes, "file", { from: "file", fileName: file.name }, isWritten);
    // What follows from a large file is drawn in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (controller.disposed) return;
    if (!outcome.ok) return controller.say(t("page.openFailed"));
    const { unknown } = outcome.value;
    overview(controller, [t("drafts.opened", { file: file.name }), ...(unknown.length ? [t("drafts.unknownKept", { ids: unknown.join(", ") })] : [])].join(" "));
  });
}

/** An empty assessment in place of this one, once nothing would be lost. */
export const startAnew = (controller: Controller): Promise<void> =>
  unlessLost(controller, t("drafts.anewTitle"), t("drafts.anewAnyway"), () => empty(controller));

/** Goes on with a draft, once nothing would be lost. */
export const goOn = (controller: Controller, draft: Summary): Promise<void> =>
  unlessLost(controller, t("drafts.draftTitle"), t("drafts.draftAnyway"), async () => {
    const bytes = await controller.keeper.load(draft.id).catch(() => undefined);
    if (controller.disposed) return;
    if (!bytes) return gone(controller);
    if (!(await controller.take(bytes, draft, { from: "draft" })).ok || controller.disposed) return;
    const { model } = controller;
    goOnSince(controller, draft);
    const { route = "overview", item, fields = [] } = draft.left ?? {};
    controller.refill(fields);
    controller.say(t("drafts.wentOn", { draft: describe(draft) }));
    if (hasView(model, route)) controller.go(route, item);
    else controller.go("overview");
  });

/** What changed since the last file is known for the draft too; one without a file is as of its last visit. */
function goOnSince(controller: Controller, { dirty, left, savedAt }: Summary): void {
  controller.mark = left?.mark;
  if (dirty) controller.unsaved({ since: savedAt, ...left });
  void reportsPart.load().then((part) => !controller.disposed && part.visited(controller.model, savedAt), () => undefined);
}

/** Hands a draft to the person as a file, whether or not this page can go on with it. */
export async function saveDraft(controller: Controller, draft: Summary): Promise<void> {
  const bytes = await controller.keeper.load(draft.id).catch(() => undefined);
  if (controller.disposed) return;
  if (!bytes) return gone(controller);
  const name = fileName(draft.organization, `draft-${isoDate(new Date(draft.savedAt))}`, "json");
  controller.download(bytes, name, "application/json");
}

/** Deletes a draft, after a question. */
export function forget(controller: Controller, draft: Summary): void {
  const act = (): void => {
    void controller.keeper.remove(draft.id).catch(() => gone(controller));
    back(controller);
  };
  const stay = { label: t("drafts.stay"), act: () => back(controller) };
  controller.ask({ title: t("drafts.deleteTitle"), lines: [describe(draft)], choices: [stay, { label: t("drafts.delete"), act }] });
}

function askWhichDraft(controller: Controller, drafts: readonly Summary[]): void {
  const alone = drafts.length === 1;
  const choices: Choice[] = drafts.flatMap((draft) => {
    const name = describe(draft);
    const save = { label: alone ? t("drafts.save") : t("drafts.saveOne", { draft: name }), act: () => void saveDraft(controller, draft) };
    const go = { label: alone ? t("drafts.goOn") : t("drafts.goOnWith", { draft: name }), act: () => void goOn(controller, draft) };
    return draft.fault ? [save] : [go, save];
  });
  choices.splice(1, 0, { label: t("drafts.anew"), act: () => empty(controller) });
  const lines = drafts.map((draft) => (draft.fault ? describe(draft) : t("drafts.kept", { draft: describe(draft) })));
  controller.ask({ title: t("drafts.title"), lines: [...lines, t("drafts.until")], choices, isFirst: true });
}

/** Does it at once where nothing would be lost, and asks before it where something would. */
export async function unlessLost(controller: Controller, title: string, anyway: string, act: () => void): Promise<void> {
  const { keeper, model } = controller;
  controller.takeOver();
  await keeper.flush();
  if (controller.disposed) return;
  const pending = controller.pending().length;
  const lost = losses({ dirty: model.dirty, drafted: keeper.holdsAll, pending });
  if (lost.length === 0) return act();
  const saveFirst = async (): Promise<void> => {
    await controller.save();
    if (!model.dirty && !controller.disposed) act();
  };
  controller.ask({
    title,
    lines: lost.map((what) => (what === "fields" ? t("drafts.fields", { fields: t("drafts.fieldCount", { count: pending }) }) : t("drafts.changes"))),
    choices: [
      { label: t("drafts.stay"), act: () => back(controller) },
      ...(model.dirty ? [{ label: t("drafts.saveFirst"), act: () => void saveFirst() }] : []),
      { label: anyway, act },
    ],
  });
}

function empty(controller: Controller): void {
  controller.clear();
  overview(controller, t("drafts.startedAnew"));
}

function overview(controller: Controller, said: string): void {
  controller.say(said);
  controller.go("overview");
}

const back = (controller: Controller): void => controller.go(controller.model.route);

const gone = (controller: Controller): void => controller.refuse([{ code: "E-DRAFT", place: "", ...faultWords("drafts.gone") }]);

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
