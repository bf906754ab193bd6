//! Files that the program writes: whole, where they belong, with the mode and the owner they had.

use crate::driver::{Folder, shown};
use annexa_core::{Catalogue, Engine};
use expect_test::expect;
use std::{
    fs::{self, Permissions},
    os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, chown, symlink},
    process::{Command, Stdio},
    thread,
    time::Instant,
};

/// The commands that write a file, without its name.
const NEW: [&str; 3] = ["new", "--organization", "Later"];
const EXPORT: [&str; 4] = ["plugin", "export", "soc2", "--output"];

fn empty() -> Vec<u8> {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    engine.set_origin("test").unwrap();
    engine.begin();
    engine.document().to_bytes()
}

fn mode(folder: &Folder, name: &str) -> u32 {
    fs::metadata(folder.path(name)).unwrap().mode() & 0o7777
}

#[test]
fn the_mode_stays() {
    let folder = Folder::new("write_mode").with("old.json", "old");
    for old in [0o600, 0o400, 0o640, 0o755] {
        fs::set_permissions(folder.path("old.json"), Permissions::from_mode(old)).unwrap();
        folder.stdout(&[&NEW[..], &["--force", "old.json"]].concat());
        assert_eq!(mode(&folder, "old.json"), old, "{old:o}");
        folder.stdout(&[&EXPORT[..], &["old.json", "--force"]].concat());
        assert_eq!(mode(&folder, "old.json"), old, "{old:o}");
    }
}

#[test]
fn a_new_file_has_the_mode_of_new_files() {
    let folder = Folder::new("write_new_mode");
    fs::write(folder.path("as_usual"), "").unwrap();
    folder.stdout(&["new", "b.json"]);
    folder.stdout(&["new", "c.json", "--force"]);
    for name in ["b.json", "c.json"] {
        assert_eq!(mode(&folder, name), mode(&folder, "as_usual"), "{name}");
    }
}

#[test]
fn the_owner_stays() {
    let folder = Folder::new("write_owner").with("old.json", "old");
    if chown(folder.path("old.json"), Some(4321), Some(4322)).is_err() {
        println!("not run: only root may give a file away");
        return;
    }
    folder.stdout(&["new", "--force", "old.json", "--origin", "test"]);
    let new = fs::metadata(folder.path("old.json")).unwrap();
    assert_eq!((new.uid(), new.gid()), (4321, 4322));
    assert_eq!(folder.read("old.json"), empty());
}

#[test]
fn a_link_is_followed_to_its_file() {
    let folder = Folder::new("write_links").with("real.json", "old");
    fs::create_dir(folder.path("inner")).unwrap();
    symlink("../real.json", folder.path("inner/one.json")).unwrap();
    symlink("inner/one.json", folder.path("two.json")).unwrap();
    folder.check(
        &["new", "two.json"],
        expect![[r#"
            ! error[E-WRITE]: two.json: cannot be written: file exists
            !   fix: choose another name, or add `--force` to replace it
            exit code 2
        "#]],
    );
    assert_eq!(folder.read("real.json"), b"old");
    folder.stdout(&["new", "two.json", "--force", "--origin", "test"]);
    assert_eq!(folder.read("real.json"), empty());
    // A link to what is not there yet: the file comes to where the link leads.
    symlink("inner/later.json", folder.path("three.json")).unwrap();
    folder.stdout(&["new", "three.json", "--origin", "test"]);
    assert_eq!(folder.read("inner/later.json"), empty());
    for link in ["inner/one.json", "two.json", "three.json"] {
        assert!(fs::symlink_metadata(folder.path(link)).unwrap().is_symlink(), "{link}");
    }
}

#[test]
fn a_link_to_itself_stays_one() {
    let folder = Folder::new("write_loop");
    symlink("loop.json", folder.path("loop.json")).unwrap();
    for force in [&["--force"][..], &[]] {
        folder.check(
            &[&["new", "loop.json"], force].concat(),
            expect![[r#"
                ! error[E-WRITE]: loop.json: cannot be written: too many levels of symbolic links
                !   fix: check the file and the disk
                exit code 2
            "#]],
        );
    }
    assert!(fs::symlink_metadata(folder.path("loop.json")).unwrap().is_symlink());
}

#[test]
fn what_is_no_file_is_left_alone() {
    let folder = Folder::new("write_special");
    fs::create_dir(folder.path("folder")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap().success());
    symlink("/dev/null", folder.path("null")).unwrap();
    for (name, force) in [("pipe", true), ("pipe", false), ("null", true), ("null", false)] {
        let force: &[&str] = if force { &["--force"] } else { &[] };
        let error = shown(&folder.run(&[&NEW[..], force, &[name]].concat()));
        let expected = format!(
            "! error[E-WRITE]: {name}: cannot be written: it is a pipe, a device or a socket, not a \
             file\n!   fix: name a file\nexit code 2\n"
        );
        assert_eq!(error, expected);
    }
    folder.check(
        &["new", "folder", "--force"],
        expect![[r#"
            ! error[E-WRITE]: folder: cannot be written: is a directory
            !   fix: name a file, not a folder
            exit code 2
        "#]],
    );
    assert!(fs::metadata(folder.path("pipe")).unwrap().file_type().is_fifo());
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
fn a_long_name_is_a_name() {
    let folder = Folder::new("write_long");
    let name = format!("{}.json", "x".repeat(250));
    folder.stdout(&["new", &name]);
    folder.stdout(&["new", &name, "--force", "--origin", "test"]);
    assert_eq!(folder.read(&name), empty());
    let error = shown(&folder.run(&["new", &"x".repeat(256)]));
    assert!(error.contains("x: cannot be written: file name too long\n"), "{error}");
}

/// Several programs want the same new name: one gets it, and its content stays.
#[test]
fn a_race_for_a_new_file_has_one_winner() {
    let folder = Folder::new("write_race");
    for round in 0..5 {
        let name = format!("race{round}.json");
        let start = |racer: usize| {
            let mut command = folder.command(&["new", "--organization", &racer.to_string(), &name]);
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let racers: Vec<_> = (0..8).map(start).collect();
        let codes: Vec<_> =
            racers.into_iter().map(|mut racer| racer.wait().unwrap().code().unwrap()).collect();
        assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
        assert_eq!(codes.iter().filter(|code| **code == 2).count(), 7, "{codes:?}");
        let winner = codes.iter().position(|code| *code == 0).unwrap();
        let text = String::from_utf8(folder.read(&name)).unwrap();
        assert!(text.contains(&format!("\"organization\": \"{winner}\"")), "{winner}: {text}");
    }
    assert_eq!(folder.unfinished(), Vec::<String>::new());
}

/// Many programs write over the same file: it is always one of theirs, whole.
#[test]
fn a_race_to_replace_leaves_a_whole_file() {
    let folder = Folder::new("write_race_force").with("race.json", empty());
    let start = |racer: usize| {
        let racer = racer.to_string();
        let mut command =
            folder.command(&["new", "--force", "--organization", &racer, "race.json"]);
        command.stdout(Stdio::null()).spawn().unwrap()
    };
    for mut racer in (0..16).map(start).collect::<Vec<_>>() {
        assert!(racer.wait().unwrap().success());
    }
    folder.stdout(&["fmt", "--check", "race.json"]);
    assert_eq!(folder.unfinished(), Vec::<String>::new());
}

/// What a killed run leaves is removed by the next; what another run is writing is not.
#[test]
fn leftovers_are_swept_and_nothing_else_is() {
    let folder = Folder::new("write_sweep")
        .with(".annexa-0123456789ab.part", "a killed run's")
        .with(".annexa-running00000.part", "a running program's")
        .with(".annexa-notours.part", "somebody's")
        .with(".annexa-0123456789a_.part", "somebody's");
    let running = fs::File::open(folder.path(".annexa-running00000.part")).unwrap();
    running.lock().unwrap();
    folder.stdout(&["new", "b.json"]);
    let left = [".annexa-0123456789a_.part", ".annexa-notours.part", ".annexa-running00000.part"];
    assert_eq!(folder.unfinished(), left);
    drop(running);
    folder.stdout(&["new", "b.json", "--force"]);
    assert_eq!(folder.unfinished(), left[..2]);
}

#[test]
fn errors_leave_nothing_behind() {
    let folder = Folder::new("write_errors").with("old.json", "old");
    for args in [&["new", "old.json"][..], &["new", "no/such.json"], &["fmt", "old.json"]] {
        assert_eq!(folder.run(args).status.code(), Some(2), "{args:?}");
    }
    assert_eq!(folder.read("old.json"), b"old");
    assert_eq!(folder.unfinished(), Vec::<String>::new());
}

/// In a file system of its own that is full.
#[test]
fn a_full_disk_keeps_the_old_file() {
    let folder = Folder::new("write_full").with("old.json", empty());
    fs::create_dir(folder.path("disk")).unwrap();
    let script = r#"
        mount -t tmpfs -o size=64k tmpfs disk || exit 77
        cp old.json disk/a.json || exit 1
        head -c 1000000 /dev/zero > disk/filler 2> filler.log
        "$0" new --force --scope "$(head -c 8000 /dev/zero | tr '\0' x)" disk/a.json 2> errors
        code=$?
        cp disk/a.json after.json
        ls -A disk > names
        exit $code
    "#;
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", script, env!("CARGO_BIN_EXE_annexa")]);
    let output = command.current_dir(folder.path("")).output().unwrap();
    if matches!(output.status.code(), Some(77)) || !folder.path("names").exists() {
        println!("not run: no file system can be mounted here");
        return;
    }
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    expect![[r#"
        error[E-WRITE]: disk/a.json: cannot be written: no space left on device
          fix: check the file and the disk
    "#]]
    .assert_eq(std::str::from_utf8(&folder.read("errors")).unwrap());
    assert_eq!(folder.read("after.json"), empty());
    assert_eq!(folder.read("names"), b"a.json\nfiller\n");
}

/// A run that is killed at any moment, here at 120 of them, leaves the old file or the new one, and the next run works.
#[test]
fn a_kill_leaves_the_old_file_or_the_new_one() {
    const KILLS: u32 = 40;
    let folder = Folder::new("write_kill");
    let (old, messy) = (empty(), String::from_utf8(empty()).unwrap().replace("  ", "\t"));
    let scope = "x".repeat(60_000);
    let forms: [(&[&str], &[u8]); 3] = [
        (&["new", "--origin", "test", "--scope", &scope, "--force", "a.json"], &old),
        (&["new", "--origin", "test", "--scope", &scope, "a.json"], b""),
        (&["fmt", "a.json"], messy.as_bytes()),
    ];
    for (args, before) in forms {
        let prepare = || match before {
            b"" => fs::remove_file(folder.path("a.json")).unwrap_or_default(),
            _ => fs::write(folder.path("a.json"), before).unwrap(),
        };
        prepare();
        let start = Instant::now();
        folder.stdout(args);
        let whole = start.elapsed();
        let after = folder.read("a.json");
        let mut finished = 0;
        for kill in 0..KILLS {
            prepare();
            let mut run = folder.command(args).stdout(Stdio::null()).spawn().unwrap();
            thread::sleep(whole * kill / KILLS);
            run.kill().unwrap();
            run.wait().unwrap();
            let found = fs::read(folder.path("a.json")).unwrap_or_default();
            assert!(found == after || found == before, "{args:?}: {} bytes", found.len());
            finished += u32::from(found == after);
        }
        println!("{}: {finished} of {KILLS} came to their end", args[0]);
        prepare();
        folder.stdout(args);
        assert_eq!(folder.read("a.json"), after);
        assert_eq!(folder.unfinished(), Vec::<String>::new());
    }
}
