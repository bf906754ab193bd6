//! A wrong file in the place of every file that a command reads: one typed error, exit code 2, and
//! nothing is written.

use crate::driver::{ASSESSMENT, Folder, shown};
use std::{fs, os::unix::fs::PermissionsExt as _, process::Command};

/// Every command that reads an assessment, without the file; what follows it.
const COMMANDS: [(&[&str], &[&str]); 33] = [
    (&["assess"], &[]),
    (&["fmt"], &[]),
    (&["fmt", "--check"], &[]),
    (&["soa"], &[]),
    (&["gaps"], &[]),
    (&["lint"], &[]),
    (&["ready"], &[]),
    (&["roadmap"], &[]),
    (&["risks"], &[]),
    (&["risks", "--matrix"], &[]),
    (&["risks", "add"], &["--title", "A"]),
    (&["risks", "decide"], &["R-1", "--why", "a"]),
    (&["risks", "approve"], &["--owner", "A"]),
    (&["risks", "accept"], &["R-1", "--by", "A", "--role", "B"]),
    (&["risks", "criteria"], &["--default"]),
    (&["obligations"], &[]),
    (&["snapshot", "list"], &[]),
    (&["snapshot", "take"], &["--name", "A"]),
    (&["snapshot", "remove"], &["A"]),
    (&["diff"], &[]),
    (&["merge"], &["a.json"]),
    (&["merge", "a.json"], &[]),
    (&["split"], &["--chapter", "4"]),
    (&["measures"], &[]),
    (&["measures", "watch"], &["M07"]),
    (&["measures", "unwatch"], &["M07"]),
    (&["obligations", "add"], &["--kind", "law", "--title", "A"]),
    (&["obligations", "remove"], &["O-1"]),
    (&["context"], &["--set", "people=1"]),
    (&["choose"], &["--yes", "reference"]),
    (&["interview"], &[]),
    (&["docs"], &[]),
    (&["explain"], &["controls"]),
];

#[test]
fn every_command_refuses_every_wrong_file() {
    let half = ASSESSMENT.get(..ASSESSMENT.len() / 2).unwrap();
    let folder = Folder::new("wrong")
        .with("empty", "")
        .with("half", half)
        .with("binary", [0, 159, 146, 150, 0, 1, 2])
        .with("other", r#"{"name": "package", "version": "1.0.0"}"#)
        .with("list", "[1, 2]")
        .with("denied", ASSESSMENT);
    fs::create_dir(folder.path("folder")).unwrap();
    fs::set_permissions(folder.path("denied"), fs::Permissions::from_mode(0o000)).unwrap();
    let made = Command::new("mkfifo").arg(folder.path("fifo")).status().unwrap();
    assert!(made.success());
    let can_read_all = fs::read(folder.path("denied")).is_ok();
    let wrong = [
        ("empty", "E-EMPTY"),
        ("half", "E-SYNTAX"),
        ("binary", "E-"),
        ("other", "E-"),
        ("list", "E-TYPE"),
        ("folder", "E-READ"),
        ("fifo", "E-READ"),
        ("missing", "E-READ"),
        ("denied", "E-READ"),
    ];
    for (before, after) in COMMANDS {
        for (file, code) in wrong {
            if file == "denied" && can_read_all {
                // Nothing is denied to root.
                continue;
            }
            let old = content(&folder, file);
            let args = [before, &[file], after].concat();
            let output = folder.run(&args);
            let text = shown(&output);
            assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
            assert!(output.stdout.is_empty(), "{args:?}: {text}");
            assert!(text.starts_with(&format!("! error[{code}")), "{args:?}: {text}");
            assert!(text.contains(&format!("]: {file}: ")), "{args:?}: {text}");
            assert_eq!(text.matches("error[E-").count(), text.matches("fix: ").count(), "{text}");
            assert_eq!(old, content(&folder, file), "{args:?}");
        }
    }
    assert!(folder.unfinished().is_empty());
}

/// The list above is whole: whatever the help names and reads a file is in it.
#[test]
fn the_list_of_commands_is_whole() {
    let folder = Folder::new("wrong_list");
    let help = folder.stdout(&["--help"]);
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    // The program's own commands, and those that read no assessment or have tests of their own.
    let others = ["new", "catalog", "schema", "plugin", "completions", "help"];
    for line in commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
        let name = line.split_whitespace().next().unwrap();
        let is_listed = COMMANDS.iter().any(|(before, _)| before.first() == Some(&name));
        assert!(is_listed || others.contains(&name), "{name}");
    }
}

/// What a file holds; nothing of a pipe, from which nobody would ever read to the end.
fn content(folder: &Folder, file: &str) -> Option<Vec<u8>> {
    Some(file).filter(|file| *file != "fifo").and_then(|file| fs::read(folder.path(file)).ok())
}
