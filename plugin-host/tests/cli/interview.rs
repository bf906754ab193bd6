//! `annexa interview`: answers are on the disk before the next question is asked.

use crate::driver::Folder;
use annexa_core::{Catalogue, Document};
use expect_test::expect;
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    process::{Output, Stdio},
};

fn empty(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.stdout(&["new", "n.json", "--origin", "test"]);
    folder
}

/// What was asked.
fn asked(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

fn answers(folder: &Folder) -> Vec<String> {
    let document =
        Document::from_bytes(Catalogue::iso27001_2022(), &folder.read("n.json")).unwrap();
    let items = Catalogue::iso27001_2022();
    let answers = items.items().iter().filter_map(|item| document.answer(item.id()));
    answers.map(|it| format!("{} {}", it.id, it.response.unwrap().word())).collect()
}

#[test]
fn a_piped_interview() {
    let folder = empty("interview");
    let typed = "y\nwhat\n?\np\n\nna\nn\nb\nyes\nq\n";
    let output = folder.run_with(&["interview", "n.json"], typed);
    assert_eq!(output.status.code(), Some(0));
    expect![[r#"
        1 of 123 · 4.1 Understanding the organization and its context · requirement, always applies
        Have you worked out which internal and external circumstances affect your ISMS, and decided whether
        climate change is one of them?
        y yes · p partly · n no · d do not know · ? help · b back · s or Enter to skip · q quit
        >
        2 of 123 · 4.2 Understanding the needs and expectations of interested parties · requirement, always
        applies
        Do you know who has a stake in your information security, what they require, and which of those
        requirements the ISMS takes care of?
        > y yes · p partly · n no · d do not know · ? help · b back · s or Enter to skip · q quit
        >
        Why it matters:
        Contracts, statutes and regulators set obligations that nobody in IT has read. The 72-hour notice
        hidden in a customer's data processing agreement becomes known on the day it is already too late.
        What good looks like:
        A register lists parties such as customers, data protection authority, insurer, parent company,
        staff and works council, each with concrete demands and their source, for instance 'incident notice
        within 24 h, contract X, section 9'. A column states which demands the ISMS covers and which are
        dealt with elsewhere. An owner keeps it current.
        How to get there (guidance):
        - Go through your ten largest contracts and the cyber insurance policy, and extract each security
        clause with its deadline.
        - Mark for each requirement whether the ISMS takes care of it or who else does. Since the 2022
        edition assessors look for that decision.
        - Feed the legal and contractual rows into the Statement of Applicability as reasons for including
        controls.
        - Ask whether a party expects something about climate; the 2024 note is a reminder, not an extra
        duty.
        - Trap: listing every party one can think of. Forty rows of 'expects security' hide the three
        contracts that bind you.
        Typical evidence:
        - Register of interested parties and obligations
        - Extracts of customer security clauses and insurance terms
        - Record of who checks legal changes and how often
        >
        3 of 123 · 4.3 Determining the scope of the information security management system · requirement,
        always applies
        Is the scope of your ISMS documented with clear boundaries, and does it take account of your
        circumstances, of what interested parties require and of where your work depends on that of others?
        >
        4 of 123 · 4.4 Information security management system · requirement, always applies
        Does your ISMS run as a set of connected processes that is kept alive and improved, rather than as a
        folder of documents?
        > `4.4` is a requirement, and requirements always apply
        only a control can be excluded, inherited or not applicable
        >
        5 of 123 · 5.1 Leadership and commitment · requirement, always applies
        Does top management visibly steer information security by setting direction, providing means and
        following up on results?
        >
        4 of 123 · 4.4 Information security management system · requirement, always applies
        Does your ISMS run as a set of connected processes that is kept alive and improved, rather than as a
        folder of documents?
        answered: no; Enter keeps it
        >
        5 of 123 · 5.1 Leadership and commitment · requirement, always applies
        Does top management visibly steer information security by setting direction, providing means and
        following up on results?
        >
    "#]].assert_eq(&asked(&output));
    expect![[r#"
        3 of 123 answered, all of them on the disk; `annexa interview n.json` goes on with the first open one
    "#]].assert_eq(std::str::from_utf8(&output.stdout).unwrap());
    assert_eq!(answers(&folder), ["4.1 yes", "4.2 partly", "4.4 yes"]);
    // What was skipped comes first.
    let on = folder.run_with(&["interview", "n.json"], "d\n");
    assert!(asked(&on).starts_with("3 of 123 · 4.3 "), "{}", asked(&on));
    let from = folder.run_with(&["interview", "n.json", "--from", "a.5.1"], "na\n");
    assert!(asked(&from).starts_with("31 of 123 · A.5.1 "), "{}", asked(&from));
    assert!(answers(&folder).contains(&"A.5.1 not_applicable".to_owned()));
    let again = folder.run_with(&["interview", "n.json", "--again"], "\n\nq\n");
    assert!(asked(&again).contains("answered: yes; Enter keeps it"), "{}", asked(&again));
    folder.stdout(&["fmt", "--check", "n.json"]);
    folder.check(&["interview", "-"], expect![[r#"
        ! error[E-READ]: standard input: the answers come from standard input, so the assessment cannot
        !   fix: name a file; `annexa new` writes one
        exit code 2
    "#]]);
    folder.check(
        &["interview", "n.json", "--from", "4"],
        expect![[r#"
        ! error[E-UNKNOWN-ID]: --from: `4` is no question that is asked here
        !   fix: write the id of a requirement such as `6.1.2` or a control such as `A.5.1`
        exit code 2
    "#]],
    );
}

/// Killed at any question, it goes on at that question.
#[test]
fn a_killed_interview_goes_on() {
    let folder = empty("interview_killed");
    for round in 1..=4 {
        let mut command = folder.command(&["interview", "n.json"]);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap());
        let mut head = String::new();
        while !head.contains(" of 123 · ") {
            head.clear();
            assert!(told.read_line(&mut head).unwrap() > 0);
        }
        assert!(head.starts_with(&format!("{} of 123 ", 2 * round - 1)), "{round}: {head}");
        stdin.write_all(b"y\nn\n").unwrap();
        // The next question is asked: both answers are on the disk.
        let next = format!("{} of 123 ", 2 * round + 1);
        let mut seen = String::new();
        while !seen.contains(&next) {
            let mut byte = [0];
            told.read_exact(&mut byte).unwrap();
            seen.push(char::from(byte[0]));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(answers(&folder).len(), 2 * round, "{round}");
        assert_eq!(folder.unfinished(), [""; 0]);
    }
}

#[test]
fn a_pack_is_answered_and_merged_back() {
    let folder = empty("interview_pack");
    folder.run_with(&["interview", "n.json", "--from", "A.6.1"], "n\nq\n");
    folder.stdout(&["split", "n.json", "--items", "A.6.1,A.6.3,5.1", "-o", "hr.json"]);
    let output = folder.run_with(&["interview", "hr.json"], "p\ny\n");
    assert_eq!(output.status.code(), Some(0));
    let text = asked(&output);
    assert!(text.starts_with("1 of 3 · 5.1 "), "{text}");
    assert!(text.contains("3 of 3 · A.6.3 "), "A.6.1 is answered already: {text}");
    expect![[r#"
        all that hr.json asks is answered; whoever sent it takes the answers with `annexa merge FILE hr.json`
    "#]].assert_eq(&String::from_utf8(output.stdout).unwrap());
    let pack = String::from_utf8(folder.read("hr.json")).unwrap();
    assert!(pack.contains(r#""format": "annexa-pack""#), "{pack}");
    folder.stdout(&["merge", "n.json", "hr.json"]);
    assert_eq!(answers(&folder), ["5.1 partly", "A.6.1 no", "A.6.3 yes"]);
    // What is edited beyond what a pack asks is refused here as everywhere.
    let edited = pack.replace(r#""items": ["#, r#""items": ["4.1", "#);
    let folder = folder.with("hr.json", edited);
    let output = folder.run_with(&["interview", "hr.json"], "y\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(asked(&output).contains("E-PACK-DAMAGED"));
}
