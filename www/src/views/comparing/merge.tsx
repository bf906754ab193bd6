/** Two versions of the assessment made one: what fits, what a person decides, and what is worth knowing. */

import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { MergeChangeView, MergeNoteView, MergeView } from "../../../generated/report.js";
import { derived } from "../../derived.js";
import { isoDate } from "../../format.js";
import { barPart, missingPart } from "../../parts.js";
import { t, word, wordsEdition } from "../../words/words.js";
import { FileButton } from "../file_button.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { done } from "../parts/done.js";
import { Facts } from "../parts/facts.js";
import { useKept } from "../parts/kept.js";
import { Notice } from "../parts/notice.js";
import { Problems } from "../problems.js";
import { useUi } from "../ui.js";
import { Conflict, MERGING } from "./conflict.js";
import { begin, choose, finish, look, read, undecided, type Chosen, type Finished, type Open } from "./merging.js";

const JSON_FILES = ".json,application/json";
/** So many changes that fit are listed. */
const LISTED_MAX = 200;

export function Merge() {
  const { controller } = useUi();
  const [state, setState] = useKept<Open | Finished | undefined>(MERGING, undefined);
  const open = state && "merging" in state ? state : undefined;
  const take = async (given: File): Promise<void> => {
    const other = await choose(controller, given);
    if (!other) return;
    open?.merging.free();
    setState(begin(other));
    controller.focusOn("merge-lead");
  };
  if (open) return <Opened open={open} setState={setState} />;
  const finished = state && !("merging" in state) ? state : undefined;
  // The summary offers to undo the merge, which is true as long as nothing was done after it.
  const last = finished && derived(controller.model).history().undo;
  const isLast = last?.did === "merge" && last.name === finished?.name;
  return (
    <>
      {finished && isLast ? (
        <Summary it={finished} />
      ) : (
        <p class="lead" tabIndex={-1} data-focus="merge-lead">
          {t("comparing.mergeIntro")}
        </p>
      )}
      <p class="row">
        <FileButton label={t("comparing.chooseOther")} accept={JSON_FILES} onFile={(given) => void take(given)} />
      </p>
      <p class="note">{t("comparing.mergeNote")}</p>
    </>
  );
}

function Summary({ it: { name, changes, decided } }: { it: Finished }) {
  const { controller } = useUi();
  const undo = async (): Promise<void> => {
    const part = await barPart.load().catch(() => undefined);
    if (!part) return controller.refuse([missingPart(t("page.undo"))], t("page.partFailed"));
    await part.undo(controller);
    controller.focusOn("merge-lead");
  };
  return (
    <>
      <p class="lead" tabIndex={-1} data-focus="merge-lead">
        {t("comparing.merged", { name, changes: t("comparing.changesIn", { count: changes }) })} {decided > 0 && t("comparing.decidedIn", { count: decided })}
      </p>
      <p class="row">
        <button type="button" part="button" onClick={() => void undo()}>
          {t("comparing.undoMerge")}
        </button>
      </p>
    </>
  );
}

interface OpenProps {
  readonly open: Open;
  readonly setState: (state: Open | Finished | undefined) => void;
}

function Opened({ open, setState }: OpenProps) {
  const { controller } = useUi();
  const { model } = controller;
  const { other, base, anyway } = open;
  // A choice looks at the versions again, and only other files are read again.
  const files = useMemo(() => read(controller, open), [open.merging, other, base, anyway, model.engine]);
  const merged = useMemo(() => (files.ok ? look(controller, open) : files), [files, open, model.edits, model.revision, wordsEdition()]);
  const outcome = files.ok ? merged : files;
  const leave = (next?: Finished): void => {
    open.merging.free();
    setState(next);
    controller.focusOn(next ? "merge-lead" : "heading");
  };
  const again = (next: Partial<Open>): void => setState({ ...open, ...next, pressed: false });
  const addBase = async (given: File): Promise<void> => {
    const ancestor = await choose(controller, given);
    if (!ancestor) return;
    again({ base: ancestor, anyway: false, taken: {} });
    controller.focusOn("merge-lead");
  };
  const cancel = (
    <button type="button" part="button" onClick={() => leave()}>
      {t("comparing.cancelMerge")}
    </button>
  );
  const isPack = outcome.ok && outcome.value.pack !== undefined;
  const chosen = (
    <>
      <Facts
        facts={[
          [t("comparing.yours"), t("comparing.yoursIs")],
          [isPack ? t("comparing.thePack") : t("comparing.theirs"), dated(other)],
          !isPack && [t("comparing.ancestor"), base ? dated(base) : t("comparing.noAncestor")],
        ]}
      />
      {!isPack && (
        <p class="row on-screen">
          <FileButton label={base ? t("comparing.otherAncestor") : t("comparing.chooseAncestor")} accept={JSON_FILES} onFile={(given) => void addBase(given)} />
        </p>
      )}
    </>
  );
  if (!outcome.ok) {
    const isUnrelated = !base && !anyway && outcome.problems.some(({ code }) => code === "E-UNRELATED");
    return (
      <>
        <div tabIndex={-1} data-focus="merge-lead">
          <Problems title={t("comparing.mergeRefused")} problems={outcome.problems} />
        </div>
        {chosen}
        <p class="row">
          {cancel}
          {isUnrelated && (
            <button type="button" part="button" onClick={() => again({ anyway: true })}>
              {t("comparing.mergeAnyway")}
            </button>
          )}
        </p>
      </>
    );
  }
  const it = outcome.value;
  const left = undecided(it);
  const decided = it.conflicts.length - left.length;
  const end = (): void => {
    if (left.length > 0) {
      setState({ ...open, pressed: true });
      return controller.focusOn(`${MERGING} ${left[0]?.path ?? ""}`);
    }
    const name = it.pack || other.name;
    const refused = done(controller, finish(controller, open, name), t("comparing.mergedSaid", { name }));
    if (refused === "") leave({ name, changes: it.changes.filter(({ by }) => by !== "ours").length, decided });
  };
  return (
    <>
      <p class="lead" tabIndex={-1} data-focus="merge-lead">
        {lead(it, other.name)}
      </p>
      {chosen}
      {open.pressed && left.length > 0 && <Notice kind="bad" title={t("comparing.openStill", { count: left.length })} isAnswer />}
      {it.conflicts.length > 0 && (
        <section>
          <Heading depth={2}>{t("comparing.conflicts")}</Heading>
          {it.conflicts.map((conflict, place) => (
            <Conflict
              key={conflict.path}
              conflict={conflict}
              place={place + 1}
              other={isPack ? t("comparing.packShort") : t("comparing.otherShort")}
              two={it.two}
              missing={open.pressed && conflict.taken === "" ? t("comparing.chooseOne") : ""}
              onTake={(take) => setState({ ...open, taken: { ...open.taken, [conflict.path]: { take, value: take === "value" ? JSON.stringify(conflict.suggestion) : "" } } })}
            />
          ))}
        </section>
      )}
      {it.notes.length > 0 && (
        <Folded title={t("comparing.notes", { count: it.notes.length })} count={it.notes.length}>
          {it.notes.slice(0, LISTED_MAX).map((note, place) => (
            <li key={place}>{noted(note)}</li>
          ))}
        </Folded>
      )}
      {it.changes.length > 0 && (
        <Folded title={t("comparing.fits", { count: it.changes.length })} count={it.changes.length}>
          {it.changes.slice(0, LISTED_MAX).map((change, place) => (
            <li key={place}>{changed(change)}</li>
          ))}
        </Folded>
      )}
      <div class="merge-end">
        {cancel}
        <span class="row">
          <span class="note" id="merge-left">
            {it.same ? t("comparing.sameAlready") : left.length > 0 ? t("comparing.openLeft", { count: left.length }) : t("comparing.untilFinish")}
          </span>
          {!it.same && (
            <button type="button" class="primary" part="button primary" aria-describedby="merge-left" onClick={end}>
              {t("comparing.merge")}
            </button>
          )}
        </span>
      </div>
    </>
  );
}

function lead({ pack, changes, conflicts, open, two }: MergeView, file: string): ComponentChildren {
  const decided = conflicts.length - open;
  const need = open > 0 ? t("comparing.need", { count: open }) : "";
  const made = decided > 0 ? t("comparing.decided", { count: decided }) : "";
  const fits = t("comparing.fitTogether", { count: changes.length });
  const said = [need, made].filter((text) => text !== "").join("; ");
  const from = pack !== undefined ? t("comparing.fromPack", { name: pack || file }) : t(two ? "comparing.fromTwo" : "comparing.fromThree", { file });
  return (
    <>
      {from} {fits} {said !== "" && <b>{said}.</b>}
    </>
  );
}

function Folded({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>{title}</summary>
      <ul>{children}</ul>
      {count > LISTED_MAX && <p class="note">{t("comparing.more", { count: count - LISTED_MAX })}</p>}
    </details>
  );
}

const dated = ({ name, changed: at }: Chosen): string => t("comparing.fileOf", { name, day: day(isoDate(new Date(at))) });

const placed = ({ thing, field }: { thing: string; field: string }): string => (field === "" ? thing : thing === "" ? field : t("comparing.place", { thing, field }));

function noted(note: MergeNoteView): string {
  const said = word("label.merge_note", note.kind);
  const place = note.other === "" ? placed(note) : t("comparing.pair", { one: placed(note), other: note.other });
  return place === "" ? said : t("comparing.noteAt", { place, said });
}

const changed = (change: MergeChangeView): string =>
  t("comparing.changeAt", { place: placed(change), kind: word("label.merge_change", change.kind), by: word("label.merge_by", change.by) });
