//! Help, completions, colours, and what must not reach a terminal.

use crate::driver::{ASSESSMENT, Folder};
use annexa_vocabulary::{HIDDEN, is_hidden};
use expect_test::expect;
use std::{io::Read as _, process::Stdio};

#[test]
fn help_documents_commands_and_exit_codes() {
    let folder = Folder::new("help");
    // In full: every command and every exit code is to be seen here.
    expect![[r#"
        ISO/IEC 27001:2022 self-assessment: scores, gaps, Statement of Applicability, and crosswalks to
        other frameworks

        Usage: annexa [OPTIONS] <COMMAND>

        Commands:
          new          Write an empty assessment, or a sample
          assess       Show scores with their coverage, and what crosswalks conclude
          fmt          Write a file back in its canonical form; `-` reads standard input and writes standard
                       output
          soa          Show the Statement of Applicability
          gaps         List requirements and controls below their target
          lint         List what an auditor would stop at or ask about; exit code 1 if one is an error
          ready        Show what is known to block the stages of a certification audit, and where to go
          roadmap      Put everything that is to be done into one order, with the reason for each position,
                       days and weeks
          risks        List the register of risks, the most urgent first; add one, decide, approve, accept,
                       set criteria
          obligations  List what the organization is bound to; add or remove an entry
          context      Show the questions about the organization with their answers and what these suggest;
                       answer, accept, refuse
          choose       Say which standard you need, which answers led there, and what it will cost
          interview    Ask the questions of an assessment, or of a pack, one after the other
          docs         List the documents and records that the clauses ask for, and how far they are
          snapshot     List the states of an assessment that were kept; keep one, or take one away
          diff         Compare two states, the worse first
          merge        Make one of two versions of an assessment
          split        Put some questions into a file of their own, for somebody else to answer
          measures     Show the measures for clause 9.1; choose those that you watch
          catalog      List the ids, titles, attributes and questions; with an ID, its question and guidance
          explain      Show how a score, a risk, a row of the Statement of Applicability, a condition of a
                       gate or a measure came about
          schema       Print the JSON Schema (draft 2020-12) of a kind of file, or of what a command prints
          plugin       Look into crosswalk plugins, and run one
          completions  Print the completions of a shell
          help         Print this message or the help of the given subcommand(s)

        Options:
              --catalogue <FILE>  Another catalogue than ISO/IEC 27001:2022; a JSON file as `annexa catalog
                                  --facts` writes it
              --words <FILE>      Words of another language, or for another catalogue; a JSON file. What it
                                  lacks is English
          -h, --help              Print help
          -V, --version           Print version

        Exit codes:
          0  done
          1  `lint` found something of severity error, `fmt --check` a file that is not canonical, or
          `merge` conflicts that are open
          2  wrong usage, or a file that cannot be read, understood or written
          3  a plugin could not be loaded or gave no result; what does not need it is still shown

        Ids are written `6.1.2` for a clause, `6.1.2 d) 2)` for a lettered item, `A.5.1` for a control.
        A FILE of `-` is standard input. Colours appear on a terminal, unless NO_COLOR is set.
    "#]].assert_eq(&folder.stdout(&["--help"]));
    folder.check(&["assess", "--help"], expect![[r#"
        Show scores with their coverage, and what crosswalks conclude

        JSON is the canonical report; with `--plugin` an object in which the report and each conclusion
        stand byte for byte as they are written alone. CSV is the table of scores, with or without
        `--plugin`; `annexa plugin run PLUGIN FILE --format csv` gives the table of a crosswalk. A plugin
        that fails is named on standard error, the rest is shown, and the exit code is 3.
        [28 lines]

              --today <DATE>
                  The day for which to check, as `2026-11-23` [default: today]

          -h, --help
                  Print help (see a summary with '-h')
        exit code 0
    "#]]);
    folder.check(
        &["assess", "a.json", "--format", "yaml"],
        expect![[r#"
            ! error: `yaml` is no value of `--format <FORMAT>`
            !   [possible values: text, json, csv]
            !
            ! For more information, try `--help`.
            exit code 2
        "#]],
    );
    folder.check(
        &["assess"],
        expect![[r#"
            ! error: these arguments are required, and were not given: <FILE>
            !
            ! Usage: annexa assess <FILE>
            !
            ! For more information, try `--help`.
            exit code 2
        "#]],
    );
}

#[test]
fn completions_know_the_commands() {
    let folder = Folder::new("completions");
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.stdout(&["completions", shell]);
        for word in ["assess", "catalog", "completions", "explain", "gaps", "lint", "mappings"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = Folder::new("colours");
    let run = |variables: &[(&str, &str)]| {
        let mut command = folder.command(&["gaps", "a.json"]);
        let output = command.envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let plain = run(&[]);
    assert!(!plain.contains('\u{1b}'));
    let coloured = run(&[("CLICOLOR_FORCE", "1")]);
    assert!(coloured.contains("\u{1b}[33mpartly implemented\u{1b}[0m"), "{coloured}");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    assert_eq!(run(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), plain);
}

#[test]
fn what_acts_on_a_terminal_is_written_out() {
    let hostile = ASSESSMENT.replace("Acme", "A\u{202e}cme").replace("Policy", "P\u{2066}y\\nz");
    let folder = Folder::new("hostile").with("h.json", hostile);
    for args in [["assess", "h.json"], ["soa", "h.json"], ["lint", "h.json"]] {
        let text = String::from_utf8(folder.run(&args).stdout).unwrap();
        assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{1b}']), "{text}");
    }
    assert!(folder.stdout(&["assess", "h.json"]).contains("A\\u{202e}cme"));
    assert!(folder.stdout(&["soa", "h.json"]).contains("\\u{2066}"));
}

/// Wherever a text of a file stands, no command shows a hidden character of it raw.
#[test]
fn no_hidden_character_is_shown() {
    let hidden = HIDDEN.iter().flat_map(|(first, last)| [*first, *last]);
    let hidden: String = hidden.filter(|character| !character.is_control()).collect();
    let marked = |word: &str| format!("{word}{hidden}");
    let hostile = ["Acme", "Head office", "CISO", "HR", "R-7", "Policy", "=Cloud"]
        .iter()
        .fold(ASSESSMENT.to_owned(), |text, word| text.replace(word, &marked(word)));
    let folder = Folder::new("hidden").with("h.json", hostile);
    for args in [
        &["assess", "h.json"][..],
        &["soa", "h.json"],
        &["gaps", "h.json"],
        &["lint", "h.json"],
        &["explain", "h.json", "controls"],
        &["new", &marked("no/such/folder")],
        &["soa", &marked("missing")],
        &["plugin", "inspect", &marked("missing")],
        &["catalog", &marked("A.5.1")],
        &["explain", "h.json", &marked("controls")],
    ] {
        let output = folder.run(args);
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let shown = text.chars().find(|it| is_hidden(*it) && *it != '\n');
        assert_eq!(shown, None, "{args:?}: {text:?}");
    }
}

/// The parser of the arguments repeats them in its errors.
#[test]
fn arguments_that_act_on_a_terminal_are_written_out() {
    let folder = Folder::new("hostile_arguments");
    let hostile = "\u{1b}[2J\u{202e}\u{7}x\ny";
    let option = format!("--{hostile}");
    let value = format!("--format={hostile}");
    for args in [
        vec![hostile],
        vec!["plugin", hostile],
        vec!["assess", "a.json", hostile],
        vec!["assess", "a.json", &option],
        vec!["assess", "a.json", &value],
        vec!["catalog", "--kind", hostile],
        vec!["completions", hostile],
    ] {
        let output = folder.run(&args);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{text:?}");
        assert!(text.contains("\\u{1b}[2J\\u{202e}\\u{7}x\\ny"), "{text}");
    }
    folder.check(
        &["assess", "a.json", "--format", "\u{1b}[31myaml"],
        expect![[r#"
            ! error: `\u{1b}[31myaml` is no value of `--format <FORMAT>`
            !   [possible values: text, json, csv]
            !
            ! For more information, try `--help`.
            exit code 2
        "#]],
    );
}

/// Somebody may stop reading, as `head` does.
#[test]
fn a_closed_pipe_is_no_panic() {
    let folder = Folder::new("pipe");
    for format in ["text", "json", "csv"] {
        let mut command = folder.command(&["catalog", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""), "{format}");
    }
}
