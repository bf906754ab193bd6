//! What may stand in the place of a file: pipes, devices, and files that are far too large.

use crate::driver::{ASSESSMENT, Folder, shown};
use expect_test::{Expect, expect};
use std::{
    fs::{self, File},
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(20);

/// Runs a command that must end by itself.
#[track_caller]
fn ending(mut command: Command) -> Output {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("it waits and does not end");
        }
        thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().unwrap()
}

fn pipe(folder: &Folder) {
    assert!(Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap().success());
}

#[test]
fn a_pipe_without_a_writer_is_not_waited_for() {
    let folder = Folder::new("read_pipe");
    pipe(&folder);
    let assessments = [
        vec!["assess", "pipe"],
        vec!["soa", "pipe"],
        vec!["gaps", "pipe"],
        vec!["lint", "pipe"],
        vec!["explain", "pipe", "controls"],
        vec!["fmt", "pipe"],
        vec!["plugin", "run", "soc2", "pipe"],
    ];
    for args in assessments {
        expect![[r#"
            ! error[E-READ]: pipe: cannot be read: nothing writes to this pipe
            !   fix: start the program that writes to it first
            exit code 2
        "#]]
        .assert_eq(&shown(&ending(folder.command(&args))));
    }
    let plugins = [
        vec!["plugin", "inspect", "pipe"],
        vec!["plugin", "mappings", "pipe"],
        vec!["plugin", "run", "pipe", "a.json"],
    ];
    for args in plugins {
        let output = ending(folder.command(&args));
        let errors = String::from_utf8(output.stderr).unwrap();
        let expected =
            "error[E-READ]: pipe: phase read: cannot be read: nothing writes to this pipe\n";
        assert!(errors.starts_with(expected), "{args:?}: {errors}");
        assert_eq!(output.status.code(), Some(3), "{args:?}");
    }
}

#[test]
fn a_pipe_with_a_writer_is_read_to_its_end() {
    let folder = Folder::new("read_pipe_written");
    pipe(&folder);
    let path = folder.path("pipe");
    // Opening waits for the reader; the pause shows that the reader waits for the rest.
    let writer = thread::spawn(move || {
        use std::io::Write as _;
        let mut pipe = File::options().write(true).open(path).unwrap();
        let (start, rest) = ASSESSMENT.as_bytes().split_at(100);
        pipe.write_all(start).unwrap();
        thread::sleep(Duration::from_millis(100));
        pipe.write_all(rest).unwrap();
    });
    // A writer that waits in its opening is one: it is there before the program starts.
    thread::sleep(Duration::from_millis(200));
    let output = ending(folder.command(&["soa", "pipe"]));
    writer.join().unwrap();
    assert_eq!(shown(&output), shown(&folder.run(&["soa", "a.json"])));
}

/// `annexa soa <(..)` gives the program a path below `/dev/fd`.
#[test]
fn process_substitution_works() {
    let folder = Folder::new("read_substitution");
    let mut command = Command::new("bash");
    let script = "\"$0\" soa <(head -c 100 a.json; sleep 0.1; tail -c +101 a.json)";
    command.args(["-c", script, env!("CARGO_BIN_EXE_annexa")]).current_dir(folder.path(""));
    let output = command.env_remove("COLUMNS").output().unwrap();
    assert_eq!(shown(&output), shown(&folder.run(&["soa", "a.json"])));
    let mut command = folder.command(&["soa", "/dev/fd/0"]);
    let output = command.stdin(File::open(folder.path("a.json")).unwrap()).output().unwrap();
    assert_eq!(shown(&output), shown(&folder.run(&["soa", "a.json"])));
}

#[track_caller]
fn check(folder: &Folder, args: &[&str], expected: Expect) {
    expected.assert_eq(&shown(&ending(folder.command(args))));
}

/// The message says how large the file is, not how much of it was read.
#[test]
fn a_file_that_is_too_large_says_its_size() {
    let folder = Folder::new("read_large");
    File::create(folder.path("large")).unwrap().set_len(5 << 30).unwrap();
    check(
        &folder,
        &["assess", "large"],
        expect![[r#"
            ! error[E-TOO-LARGE]: large: the file has 5,368,709,120 bytes, the limit is 16,777,216
            !   fix: check that this is the right file; move long notes into linked documents
            exit code 2
        "#]],
    );
    check(
        &folder,
        &["plugin", "inspect", "large"],
        expect![[r#"
            ! error[E-TOO-LARGE]: large: phase admit: file: 5,368,709,120 bytes, at most 2,097,152 are admitted
            !   fix: build with optimization (`--release`) and without debug information
            exit code 3
        "#]],
    );
    check(
        &folder,
        &["assess", "/dev/zero"],
        expect![[r#"
            ! error[E-TOO-LARGE]: /dev/zero: the file has more than 16,777,216 bytes, which is the limit
            !   fix: check that this is the right file; move long notes into linked documents
            exit code 2
        "#]],
    );
    check(
        &folder,
        &["plugin", "inspect", "/dev/zero"],
        expect![[r#"
            ! error[E-TOO-LARGE]: /dev/zero: phase admit: file: more than 2,097,152 bytes, at most 2,097,152 are admitted
            !   fix: build with optimization (`--release`) and without debug information
            exit code 3
        "#]],
    );
    fs::remove_file(folder.path("large")).unwrap();
}
