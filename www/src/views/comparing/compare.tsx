/** Two states beside each other: what is worse first, then the chapters, then everything else by class. */

import { useMemo } from "preact/hooks";
import { isoDate } from "../../format.js";
import { missingPart, replacingPart } from "../../parts.js";
import { spoken } from "../../problems.js";
import { t, word, wordsEdition } from "../../words/words.js";
import { derived, parsed } from "../../derived.js";
import { SelectField } from "../fields.js";
import { FileButton } from "../file_button.js";
import { Heading } from "../heading.js";
import { day } from "../parts/day.js";
import { useKept } from "../parts/kept.js";
import { Notice } from "../parts/notice.js";
import { Problems } from "../problems.js";
import { useUi } from "../ui.js";
import { Chapters } from "./chapters.js";
import { Changes } from "./changes.js";
import { factsOf, type ClassName, type ComparisonRecord } from "./data.js";
import { Keep, KeptStates } from "./keep.js";

/** Stands for the assessment as it is, and for another file; an id of a state is neither. */
const NOW = "";
const FILE = "\n";

interface Chosen {
  readonly from?: string;
  readonly to?: string;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

const FIRST: readonly ClassName[] = ["worse", "no_longer_known"];
const LED: readonly ClassName[] = ["better", "worse", "now_known", "no_longer_known", "mixed"];
const FOLDED: readonly ClassName[] = ["mixed", "not_comparable", "better", "now_known", "changed", "added", "removed", "new_in_edition", "gone"];

export function Compare() {
  const { controller } = useUi();
  const { model } = controller;
  const kept = factsOf(model).kept();
  const [chosen, setChosen] = useKept<Chosen>("comparing", {});
  const { file } = chosen;
  const ids = kept.map(({ id }) => id);
  const known = (id: string | undefined, other: string): string => (id !== undefined && (id === NOW || (id === FILE && file) || ids.includes(id)) ? id : other);
  const from = known(chosen.from, ids.at(-1) ?? NOW);
  const to = known(chosen.to, NOW);
  const today = day(isoDate(new Date()));
  const states = kept.map(({ id, name, on }) => [id, t("comparing.state", { name, day: day(on) })] as const);
  const fromOptions = [...states, [NOW, t("comparing.now", { day: today })] as const];
  const toOptions = file ? [...fromOptions, [FILE, t("comparing.file", { name: file.name })] as const] : fromOptions;
  const said = (options: readonly (readonly [string, string])[], id: string): string => options.find(([it]) => it === id)?.[1] ?? "";
  const isNothing = ids.length === 0 && !file;
  const take = async (given: File): Promise<void> => {
    const part = await replacingPart.load().catch(() => undefined);
    if (!part) return controller.refuse([missingPart("")], t("page.partFailed"));
    const read = await part.readFile(controller, given);
    if (!read) return;
    setChosen({ ...chosen, from: NOW, to: FILE, file: { name: given.name, bytes: read.bytes } });
    controller.focusOn("compare-lead");
  };
  return (
    <>
      <p class="lead on-screen">{t("comparing.lead")}</p>
      {isNothing ? (
        <p>{t("comparing.nothingKept")}</p>
      ) : (
        <div class="fields on-screen">
          <SelectField
            place={{ id: "comparing", field: "from" }}
            label={t("comparing.from")}
            value={from}
            options={fromOptions}
            onValue={(value) => (setChosen({ ...chosen, from: value }), "")}
          />
          <SelectField
            place={{ id: "comparing", field: "to" }}
            label={t("comparing.to")}
            value={to}
            options={toOptions}
            onValue={(value) => (setChosen({ ...chosen, to: value }), "")}
          />
        </div>
      )}
      {!isNothing && <p class="on-paper">{t("comparing.change", { from: said(fromOptions, from), to: said(toOptions, to) })}</p>}
      {!isNothing && <Compared from={from} to={to} file={to === FILE ? file?.bytes : undefined} />}
      <div class="row on-screen">
        <FileButton label={t("comparing.otherFile")} accept=".json,application/json" onFile={(given) => void take(given)} />
        {!isNothing && (
          <button type="button" part="button" onClick={() => print()}>
            {t("comparing.print")}
          </button>
        )}
      </div>
      <p class="note on-screen">{t("comparing.fileNote")}</p>
      <Keep />
      <KeptStates kept={kept} />
    </>
  );
}

function Compared({ from, to, file }: { from: string; to: string; file: Uint8Array | undefined }) {
  const { model } = useUi().controller;
  const name = (id: string): string | undefined => (id === NOW || id === FILE ? undefined : id);
  // Another file is read for it, so it is made again only where something is another.
  const compare = () => spoken(derived(model).use((report, engine, today) => report.compare(engine, name(from), name(to), file, today)));
  const outcome = useMemo(compare, [model, model.edits, model.revision, wordsEdition(), isoDate(new Date()), from, to, file]);
  if (!outcome.ok) {
    return (
      <div tabIndex={-1} data-focus="compare-lead">
        <Problems title={t("comparing.refused")} problems={outcome.problems} />
      </div>
    );
  }
  const it = parsedText(outcome.value);
  const first = it.changes.filter((change) => FIRST.includes(change.class));
  const opened = count(it, "conditions", "better");
  return (
    <>
      <p class="lead" tabIndex={-1} data-focus="compare-lead">
        {it.changes.length === 0 ? (
          t("comparing.same")
        ) : (
          <>
            <b>{LED.filter((name) => count(it, "items", name) > 0 || name === "better" || name === "worse").map((name) => t("comparing.count", { count: count(it, "items", name), class: className(name) })).join(", ")}.</b>{" "}
            {opened > 0 && t("comparing.opened", { count: opened })}
          </>
        )}
      </p>
      {it.notes
        .filter(({ note }) => note !== "same_content")
        .map(({ note }) => (
          <Notice key={note} kind="warn" title={word("label.comparison_note", note)} />
        ))}
      {first.length > 0 && (
        <section>
          <Heading depth={2}>{t("comparing.first", { count: first.length })}</Heading>
          <Changes changes={first} />
        </section>
      )}
      <section>
        <Heading depth={2}>{t("comparing.chapters")}</Heading>
        <Chapters scores={it.scores} />
      </section>
      {FOLDED.map((name) => {
        const changes = it.changes.filter((change) => change.class === name);
        return (
          changes.length > 0 && (
            <details key={name} class="fold">
              <summary>{t("comparing.group", { count: changes.length, class: className(name) })}</summary>
              <Changes changes={changes} />
            </details>
          )
        );
      })}
    </>
  );
}

const parsedText = (text: string): ComparisonRecord => parsed(new TextEncoder().encode(text));
const className = (name: ClassName): string => word("label.comparison_class", name);
const count = (it: ComparisonRecord, part: string, name: ClassName): number => it.counts.find((its) => its.part === part && its.class === name)?.count ?? 0;
