// References that name nothing: `L-DANGLING`, once for each.

import { byId } from "../../facts.mjs";
import { said, sorted } from "../../text.mjs";

export function references(doc, report) {
  const inRegister = (...names) => (id) => names.some((name) => doc.ids.get(name).has(id));
  const control = (id) => doc.isControl(id);
  const item = (id) => byId.has(id) && byId.get(id).kind !== "heading";
  const nonconformities = new Set(doc.nonconformities.map((it) => it.id));
  const served = (id) => inRegister("risks", "obligations")(id) || nonconformities.has(id);
  const check = (entry, list, exists) => {
    for (const id of sorted(list)) if (!exists(id)) report("L-DANGLING", entry);
  };
  for (const it of doc.risks) {
    check(it.id, it.groups, inRegister("groups"));
    check(it.id, it.existing, control);
    check(it.id, it.treatment?.controls, control);
    check(it.id, it.treatment?.share_basis, inRegister("obligations"));
  }
  for (const it of doc.actions) {
    check(it.id, it.serves, served);
    check(it.id, it.controls, control);
    check(it.id, it.items, (id) => item(id) || doc.isOwn(id));
    check(it.id, it.after, inRegister("actions"));
  }
  for (const it of doc.obligations) {
    check(it.id, it.controls, control);
    check(it.id, it.items, item);
  }
  for (const it of doc.own_controls) check(it.id, it.related, control);
  for (const it of doc.nonconformities) {
    if (it.item) check(it.id, [it.item], (id) => item(id) || doc.isOwn(id));
  }
  const decisions = doc.file.suggestions ?? [];
  for (const decision of decisions) if (!control(decision.control)) report("L-DANGLING", "suggestions");
  for (const [id, answer] of doc.answers) {
    if (!doc.isControl(id)) continue;
    for (const { reason, reference } of answer.inclusion ?? []) {
      const asked = reason === "risk" && doc.risks.length > 0;
      if (asked && said(reference) && !doc.resolve(reference)) report("L-DANGLING", id);
    }
  }
}
