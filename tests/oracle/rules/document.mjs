// The assessment with what every rule asks of it: answers by item, entries by id, what is in place.

import { byId, controls } from "../facts.mjs";
import { bytes, compare, first, labels, said, sorted, trimmed } from "../text.mjs";

const SUGGESTED = { yes: "implemented", partly: "partly", no: "not_implemented" };
export const NONCONFORMITY = ["minor_nonconformity", "major_nonconformity"];
const WITHOUT_CLAUSES = ["guidance", "improve", "reference", "no_certificate"];
const REASONS = { law: "legal", contract: "contractual", customer: "contractual", policy: "business" };

/** What the answer to a question suggests, if anything. */
export const suggested = (answer) => SUGGESTED[answer?.response];
export const implementationOf = (answer) =>
  answer?.implementation ?? suggested(answer) ?? "not_assessed";

/** Answers in the catalogue's order, behind them those that it does not know by id. */
const ordered = (answers) => {
  const place = (id) => byId.get(id)?.place ?? Infinity;
  return [...answers].sort((a, b) => first(compare(place(a.id), place(b.id)), bytes(a.id, b.id)));
};

export class Doc {
  constructor(file, today) {
    this.file = file;
    this.today = today;
    const register = (name) => [...(file[name] ?? [])].sort((a, b) => bytes(a.id, b.id));
    for (const name of ["events", "nonconformities", "groups", "risks"]) this[name] = register(name);
    for (const name of ["actions", "obligations", "own_controls"]) this[name] = register(name);
    // An answer that says nothing is none.
    const given = file.answers.filter((answer) => Object.keys(answer).length > 1);
    this.answers = new Map(ordered(given).map((answer) => [answer.id, answer]));
    this.ids = new Map();
    for (const name of ["groups", "risks", "actions", "obligations", "own_controls"]) {
      this.ids.set(name, new Set(this[name].map((entry) => entry.id)));
    }
    this.criteria = file.criteria;
    this.clauses = !WITHOUT_CLAUSES.includes(file.mode);
    /** Own controls by label order and id, as the statement lists them. */
    this.own = [...this.own_controls].sort((a, b) =>
      first(labels(a.label ?? "", b.label ?? ""), bytes(a.id, b.id)),
    );
    this.allControls = [...controls, ...this.own];
    const unknown = (id) => !byId.has(id) && !this.isOwn(id);
    this.unknown = sorted(file.answers.map((answer) => answer.id).filter(unknown));
    this.index();
  }

  /** Who names a control, so that every rule need not look through all registers. */
  index() {
    this.uses = { treats: new Map(), holds: new Map(), obliged: new Map(), serving: new Map() };
    const note = (use, id, entry) => {
      if (!this.uses[use].has(id)) this.uses[use].set(id, []);
      this.uses[use].get(id).push(entry);
    };
    for (const risk of this.risks) {
      for (const id of this.chosen(risk)) note("treats", id, risk);
      for (const id of this.held(risk)) note("holds", id, risk);
    }
    for (const obligation of this.obligations.filter((it) => !this.ended(it))) {
      for (const id of sorted(obligation.controls)) note("obliged", id, obligation);
    }
    for (const action of this.actions) for (const id of sorted(action.serves)) note("serving", id, action);
  }

  isOwn(id) {
    return this.ids.get("own_controls").has(id);
  }

  isControl(id) {
    return byId.get(id)?.kind === "control" || this.isOwn(id);
  }

  answer(id) {
    return this.answers.get(id);
  }

  implementation(id) {
    return implementationOf(this.answer(id));
  }

  /** How a control belongs to the management system; a requirement always does. */
  applicability(id) {
    return this.isControl(id) ? (this.answer(id)?.applicability?.state ?? "applicable") : "applicable";
  }

  inPlace(id) {
    if (!this.isControl(id) || this.implementation(id) !== "implemented") return false;
    const state = this.applicability(id);
    return state === "applicable" || (state === "inherited" && said(this.answer(id).applicability.provider));
  }

  isDone(entry) {
    return entry.done !== undefined && entry.done <= this.today;
  }

  ended(obligation) {
    return obligation.until !== undefined && obligation.until < this.today;
  }

  upcoming(obligation) {
    return !this.ended(obligation) && obligation.since !== undefined && obligation.since > this.today;
  }

  inForce(obligation) {
    return !this.ended(obligation) && !this.upcoming(obligation);
  }

  /** Controls that a risk has chosen, and those that it relies on besides. */
  chosen(risk) {
    return sorted(risk.treatment?.controls);
  }

  held(risk) {
    return sorted(risk.existing).filter((id) => !this.chosen(risk).includes(id));
  }

  treats(control) {
    return this.uses.treats.get(control) ?? [];
  }

  holds(control) {
    return this.uses.holds.get(control) ?? [];
  }

  /** Obligations that ask for a control and have not ended. */
  obliged(control) {
    return this.uses.obliged.get(control) ?? [];
  }

  reasonOf(obligation) {
    return REASONS[obligation.kind];
  }

  stated(control) {
    return this.answer(control)?.inclusion ?? [];
  }

  serving(id) {
    return this.uses.serving.get(id) ?? [];
  }

  /** What people see of an entry. */
  shown(register, entry) {
    if (!entry.label) return entry.id;
    if (this[register].filter((other) => other.label === entry.label).length < 2) return entry.label;
    const hyphen = entry.id.lastIndexOf("-");
    return `${entry.label}~${hyphen < 0 ? entry.id : entry.id.slice(hyphen + 1, hyphen + 5)}`;
  }

  /** The risk or obligation that a stated reason points at: by id, else by a label that stands once. */
  resolve(reference) {
    const name = trimmed(reference ?? "");
    if (!name) return undefined;
    const all = ["risks", "obligations"].flatMap((register) =>
      this[register].map((entry) => ({ register, entry })),
    );
    const by = (same) => all.filter(({ entry }) => same(entry));
    const id = by((entry) => entry.id === name);
    const label = by((entry) => entry.label === name);
    return id[0] ?? (label.length === 1 ? label[0] : undefined);
  }
}
