//! What a file says beside its answers: read, checked, written as it was.

use super::{check_file, read};
use expect_test::expect;

/// Every member, in canonical form.
const SYSTEM: &str = r#"{
  "format": "annexa-assessment",
  "version": 1,
  "catalogue": "iso27001-2022",
  "mode": "certify",
  "context": {
    "people": 12,
    "it": "cloud",
    "sector": "customers_regulated",
    "start": "good",
    "sites": 0,
    "suppliers": 14,
    "systems": 23,
    "premises": "none",
    "remote": "all",
    "development": "own",
    "cloud_services": "yes",
    "personal_data": "yes",
    "ot": "no",
    "certificate": "demanded",
    "isms": "informal",
    "capacity_cd_week": 350
  },
  "suggestions": [
    {
      "control": "A.7.1",
      "question": "premises",
      "decision": "accepted",
      "on": "2026-11-02",
      "why": "Nobody has a desk of ours."
    },
    {
      "control": "A.7.2",
      "question": "premises",
      "decision": "refused"
    }
  ],
  "scope_parts": {
    "boundaries": "Development and operation of the booking service",
    "sites": "Homes of twelve people",
    "interfaces": "Payment provider",
    "run_by_others": "Data centre",
    "left_out": "The training business, which shares no system",
    "edited_from": {
      "boundaries": "aa"
    }
  },
  "soa_approval": {
    "by": "M. Mustermann",
    "on": "2026-11-20",
    "version": "1.0",
    "digest": "bb",
    "status": "cc"
  },
  "documents": [
    {
      "id": "D.4.3",
      "title": "Manual, chapter 2",
      "state": "approved",
      "owner": "CISO",
      "version": "1.1",
      "date": "2026-09-01",
      "review_months": 12,
      "link": "https://wiki.example/scope",
      "notes": "short"
    },
    {
      "title": "On-call handbook",
      "state": "draft"
    }
  ],
  "events": [
    {
      "id": "v-1",
      "kind": "internal_audit",
      "planned": "2027-01-10",
      "done": "2027-01-12",
      "what": "Clauses 4 to 10",
      "who": "an auditor from outside",
      "link": "https://wiki.example/audit",
      "notes": "two days"
    },
    {
      "id": "v-2",
      "kind": "management_review"
    }
  ],
  "nonconformities": [
    {
      "id": "n-1",
      "label": "N-1",
      "grade": "minor",
      "from": "audit",
      "item": "A.5.18",
      "what": "Two leavers kept their accounts",
      "found": "2027-01-12",
      "correction": "Accounts closed",
      "root_cause": "Nobody told the service desk",
      "owner": "HR",
      "checked": "2027-03-01",
      "effective": "yes",
      "notes": "sample of twenty"
    }
  ],
  "answers": []
}
"#;

/// Reads a file that says this beside its answers.
#[track_caller]
fn check(members: &str, expected: expect_test::Expect) {
    check_file(
        &format!(
            r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", {members}, "answers": []}}"#
        ),
        expected,
    );
}

#[test]
fn every_member_comes_back_as_it_was() {
    let document = read(SYSTEM).unwrap();
    assert_eq!(String::from_utf8(document.to_bytes()).unwrap(), SYSTEM);
    assert!(document.size_bound_bytes() > SYSTEM.len() / 2);
}

#[test]
fn registers_stand_in_the_order_of_their_ids_and_what_is_missing_says_nothing() {
    let file = r#"{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022",
        "answers": [], "context": {}, "scope_parts": {},
        "documents": [{"title": "B"}, {"id": "D.5.2e"}, {"title": "A", "state": "missing"}, {"id": "D.4.3"}],
        "events": [{"kind": "exercise"}, {"kind": "internal_audit", "id": "v-a"}]}"#;
    let document = read(file).unwrap();
    let text = String::from_utf8(document.to_bytes()).unwrap();
    let text: String = text.split_whitespace().collect();
    expect![[r#"{"format":"annexa-assessment","version":1,"catalogue":"iso27001-2022","documents":[{"id":"D.4.3"},{"id":"D.5.2e"},{"title":"A"},{"title":"B"}],"events":[{"id":"v-a","kind":"internal_audit"},{"id":"v-t1tng2qrnv","kind":"exercise"}],"answers":[]}"#]].assert_eq(&text);
    assert_eq!(read(&String::from_utf8(document.to_bytes()).unwrap()).unwrap(), document);
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    check(
        r#""mode": "sell", "context": {"people": 0, "it": "ours", "sites": 1000001}"#,
        expect![[r#"
            E-VALUE at mode: `sell` is not a value of this field; write one of `establish`, `certify`, `manage_by_risk`, `demonstrate`, `guidance`, `improve`, `reference`, `no_certificate`
            E-RANGE at context.people: `0` is out of range; write a whole number from 1 to 1000000
            E-VALUE at context.it: `ours` is not a value of this field; write one of `own`, `cloud`, `provider`
            E-RANGE at context.sites: `1000001` is out of range; write a whole number from 0 to 1000000"#]],
    );
    check(
        r#""context": {"people": 12.5, "turnover": 3}"#,
        expect![[r#"
        E-RANGE at context.people: the number is not a whole number in range; write a whole number from 1 to 1000000
        E-FIELD at context.`turnover`: the field `turnover` is not known; remove it, or open the file with the version of Annexa that wrote it"#]],
    );
    check(
        r#""documents": [{"id": "D.4.3"}, {"title": " Own "}, {"id": "D.4.3"}, {"title": "Own"}, {}]"#,
        expect![[r#"
            E-DUPLICATE-ID at documents[2]: `D.4.3` stands twice in this list; keep one of the two
            E-DUPLICATE-ID at documents[3]: `Own` stands twice in this list; keep one of the two
            E-MISSING at documents[4]: paper without any of `id`, `title` says nothing; give it one of `id`, `title`"#]],
    );
    check(
        r#""nonconformities": [{"id": "n-1", "grade": "minor", "what": "a", "found": "2026-03-01", "checked": "2026-02-28"},
            {"id": "n-1", "grade": "grave", "what": ""}, {}]"#,
        expect![[r#"
            E-DATE-ORDER at nonconformities[0]: `checked` is 2026-02-28, before `found`, which is 2026-03-01; let `checked` be on the day of `found` or after it
            E-VALUE at nonconformities[1].grade: `grave` is not a value of this field; write one of `minor`, `major`
            E-MISSING at nonconformities[1].what: the field `what` says nothing; fill it in
            E-DUPLICATE-ID at nonconformities[1]: `n-1` stands twice in this list; keep one of the two
            E-MISSING at nonconformities[2].grade: the field `grade` is missing; add it
            E-MISSING at nonconformities[2].what: the field `what` is missing; add it"#]],
    );
    check(
        r#""soa_approval": {"on": "2026-02-30"}"#,
        expect![[r#"
        E-MISSING at soa_approval.by: the field `by` is missing; add it
        E-DATE at soa_approval.on: `2026-02-30` is not a date; write a day that exists as `2026-11-23`
        E-MISSING at soa_approval.digest: the field `digest` is missing; add it"#]],
    );
    check(
        r#""suggestions": [{"control": "A.7.1", "question": "premises", "decision": "refused"},
            {"control": "A.7.1", "question": "premises", "decision": "accepted"},
            {"control": "A.7.1", "question": "weather", "decision": "accepted"}]"#,
        expect![[r#"
            E-DUPLICATE-ID at suggestions[1]: `A.7.1 premises` stands twice in this list; keep one of the two
            E-VALUE at suggestions[2].question: `weather` is not a value of this field; write one of `people`, `it`, `sector`, `start`, `sites`, `suppliers`, `systems`, `premises`, `remote`, `development`, `cloud_services`, `personal_data`, `ot`, `certificate`, `isms`, `capacity_cd_week`
            E-DUPLICATE-ID at suggestions[2]: `A.7.1 premises` stands twice in this list; keep one of the two"#]],
    );
    let many = "{\"title\": \"x\"},".repeat(1_001);
    check(
        &format!(r#""documents": [{}]"#, many.trim_end_matches(',')),
        expect![[r#"
        E-TOO-LARGE at documents: the list has 1,001 entries, the limit is 1,000; remove entries
        E-DUPLICATE-ID at documents[1]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[2]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[3]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[4]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[5]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[6]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[7]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[8]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[9]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[10]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[11]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[12]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[13]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[14]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[15]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[16]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[17]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[18]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[19]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[20]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[21]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[22]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[23]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[24]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[25]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[26]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[27]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[28]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[29]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[30]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[31]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[32]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[33]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[34]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[35]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[36]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[37]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[38]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[39]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[40]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[41]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[42]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[43]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[44]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[45]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[46]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[47]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[48]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[49]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[50]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[51]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[52]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[53]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[54]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[55]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[56]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[57]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[58]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[59]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[60]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[61]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[62]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[63]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[64]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[65]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[66]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[67]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[68]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[69]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[70]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[71]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[72]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[73]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[74]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[75]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[76]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[77]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[78]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[79]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[80]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[81]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[82]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[83]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[84]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[85]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[86]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[87]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[88]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[89]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[90]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[91]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[92]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[93]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[94]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[95]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[96]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[97]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[98]: `x` stands twice in this list; keep one of the two
        E-DUPLICATE-ID at documents[99]: `x` stands twice in this list; keep one of the two"#]],
    );
}
