// Findings about the Statement of Applicability: what its rows contradict or leave open.

export function soa(doc, report) {
  for (const { id } of doc.allControls) {
    const state = doc.applicability(id);
    const used = doc.treats(id).length + doc.holds(id).length > 0;
    const obliged = doc.obliged(id);
    const stated = doc.stated(id);
    if (state === "excluded") {
      if (used) report("L-EXCLUDED-USED", id);
      if (obliged.length) {
        report("L-EXCLUDED-OBLIGED", id, obliged.every((it) => doc.upcoming(it)) ? "warning" : "error");
      }
    } else if (!used && !obliged.length && !stated.length) {
      const there = ["partly", "implemented"].includes(doc.implementation(id)) || state === "inherited";
      report(there ? "L-APPLICABLE-NO-REASON" : "L-SOA-UNTOUCHED", id);
    }
    for (const { reason, reference } of stated) {
      const found = doc.resolve(reference);
      if (reason !== "risk" || !found) continue;
      const uses = [...doc.treats(id), ...doc.holds(id)].includes(found.entry);
      if (!uses) report("L-REASON-RISK-UNUSED", id);
    }
  }
}
