// Documents, nonconformities, the scope and the approval of the Statement of Applicability.

import { byId, documents, method } from "../facts.mjs";
import { bytes, collapsed, daysBetween, filled, json, monthsAfter, said, sha256, sorted, trimmed } from "../text.mjs";
import { NONCONFORMITY } from "./document.mjs";
import { reasons } from "./soa.mjs";

const PARTS = ["boundaries", "sites", "interfaces", "run_by_others", "left_out"];

export const entryOf = (doc, id) => (doc.file.documents ?? []).find((it) => it.id === id);

/** How far a document of the catalogue is. */
export function stateOf(doc, id, approvedSoa) {
  const state = entryOf(doc, id)?.state ?? "missing";
  if (id !== method.soa_document) return state;
  if (approvedSoa === "holds") return "approved";
  return state === "approved" ? "draft" : state;
}

export const notApproved = (doc, stage, approvedSoa) =>
  documents
    .filter((it) => it.needed_from === stage && stateOf(doc, it.id, approvedSoa) !== "approved")
    .map((it) => it.id);

/** Every entry of the register of documents by what it is known by, with the day of its review. */
export const papers = (doc) =>
  (doc.file.documents ?? []).map((it) => ({
    ...it,
    name: it.id ?? trimmed(it.title),
    review: it.state === "approved" && it.date ? monthsAfter(it.date, it.review_months ?? 12) : undefined,
  }));

/** The checklist: documents of the catalogue in its order, then the other entries in the file's. */
export function checklist(doc, open, approvedSoa) {
  const named = documents.map((it) => [
    it.id,
    stateOf(doc, it.id, approvedSoa),
    entryOf(doc, it.id),
    open.waitsFor(it.id),
  ]);
  const isNamed = (it) => it.id !== undefined && documents.some((one) => one.id === it.id);
  const rest = (doc.file.documents ?? []).filter((it) => !isNamed(it));
  const byName = (some, name) => some.sort((a, b) => bytes(name(a), name(b)));
  const others = [
    ...byName(rest.filter((it) => it.id !== undefined), (it) => it.id),
    ...byName(rest.filter((it) => it.id === undefined), (it) => trimmed(it.title)),
  ];
  return [...named, ...others.map((it) => [it.id ?? null, it.state ?? "missing", it, []])].map(
    ([id, state, entry, waits]) => {
      const reviewed = entry?.state === "approved" && entry.date;
      const due = reviewed ? monthsAfter(entry.date, entry.review_months ?? 12) : null;
      return [id, state, due, due !== null && due < doc.today, waits];
    },
  );
}

/** Nonconformities by id: closed, and how many days they have been open, or were. */
export const nonconformities = (doc) =>
  doc.nonconformities.map((it) => {
    const closed = isClosed(doc, it);
    const known = it.found !== undefined && it.found <= doc.today;
    return [it.id, closed, known ? daysBetween(it.found, closed ? it.checked : doc.today) : null];
  });

export const isClosed = (doc, entry) =>
  entry.effective === "yes" && entry.checked !== undefined && entry.checked <= doc.today;

/** Items with a finding that is a nonconformity and that no entry records. */
export function unrecorded(doc) {
  const recorded = new Set(doc.nonconformities.map((it) => it.item));
  return [...doc.answers.values()]
    .filter((answer) => byId.has(answer.id) || doc.isOwn(answer.id))
    .filter((answer) => NONCONFORMITY.includes(answer.finding?.kind) && !recorded.has(answer.id))
    .map((answer) => answer.id);
}

export const parts = (doc) =>
  PARTS.map((name) => [name, doc.file.scope_parts?.[name]]).filter(([, text]) => said(text));

export const hasScope = (doc) => said(doc.file.about?.scope) || parts(doc).length > 0;

/** The parts that changed since the statement was written. */
export function changedParts(doc) {
  const from = doc.file.scope_parts?.edited_from ?? {};
  if (!PARTS.some((name) => from[name])) return [];
  const digest = (text) => (said(text) ? sha256(collapsed(text)) : "");
  return PARTS.filter((name) => digest(doc.file.scope_parts?.[name]) !== (from[name] ?? ""));
}

/** What the approval of the statement is about, as the two texts whose digests are taken. */
export function statement(doc) {
  const scope = collapsed(doc.file.about?.scope);
  const written = Object.fromEntries(parts(doc).map(([name, text]) => [name, collapsed(text)]));
  const rows = doc.allControls.map(({ id }) => {
    const state = doc.applicability(id);
    const answer = doc.answer(id);
    const its = answer?.applicability ?? {};
    const kinds = sorted(reasons(doc, id).map((it) => it.reason));
    return {
      id,
      applicability: state,
      reasons: kinds,
      ...filled({
        exclusion: state === "excluded" ? its.reason : undefined,
        words: state === "excluded" ? undefined : collapsed(answer?.inclusion_words),
        justification: state === "applicable" ? undefined : collapsed(its.justification),
        provider: state === "inherited" ? collapsed(its.provider) : undefined,
      }),
    };
  });
  const about = scope ? { scope } : { scope_parts: written };
  const status = doc.allControls.map(({ id }) => ({ id, implementation: doc.implementation(id) }));
  return { digest: json({ ...about, rows }), status: json({ rows: status }) };
}

export const statementDigests = (doc) => {
  const { digest, status } = statement(doc);
  return { digest: sha256(digest), status: sha256(status) };
};

/** What has become of the approval: `absent`, `void` or `holds`; and whether implementation is another. */
export function soaApproval(doc) {
  const it = doc.file.soa_approval;
  if (!it || it.on > doc.today) return { state: "absent" };
  const now = statementDigests(doc);
  if (now.digest !== it.digest) return { state: "void" };
  return { state: "holds", old: now.status !== it.status };
}
