//! A folder with files in which the program runs.

use expect_test::Expect;
use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A longer output is shown by its beginning and its end.
const LINES_MAX: usize = 36;
const ENDS: usize = 6;

/// An assessment with something for every rule to find.
pub(crate) const ASSESSMENT: &str = r#"{
  "format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022",
  "about": { "organization": "Acme", "scope": "Head office", "version": "3", "date": "2026-11-01" },
  "answers": [
    { "id": "4.1", "response": "yes", "owner": "CISO" },
    { "id": "5.1", "response": "partly" },
    { "id": "A.5.1", "response": "yes", "inclusion": [{ "reason": "risk", "reference": "R-7" }],
      "evidence": [{ "label": "Policy", "date": "2025-01-01" }] },
    { "id": "A.6.1", "response": "partly", "owner": "HR", "due": "2026-01-01" },
    { "id": "A.7.1", "applicability": { "state": "excluded", "reason": "no_asset" } },
    { "id": "A.8.1", "response": "no", "applicability": { "state": "inherited", "provider": "=Cloud" } },
    { "id": "X.1", "response": "yes" }
  ]
}"#;

pub(crate) struct Folder(PathBuf);

impl Folder {
    /// An empty folder of this name, and in it the assessment as `a.json`.
    pub(crate) fn new(name: &str) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path).with("a.json", ASSESSMENT)
    }

    /// The same with one more file.
    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Folder {
        fs::write(self.path(name), content).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// The names of files that are not whole, or look like it, sorted.
    pub(crate) fn unfinished(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name.ends_with(".part")).collect();
        names.sort();
        names
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annexa"));
        command.args(args).current_dir(&self.0);
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program with something on its standard input.
    pub(crate) fn run_with(&self, args: &[&str], stdin: &str) -> Output {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        child.wait_with_output().unwrap()
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.run_with(args, "")
    }

    /// What the program writes, where it ends well.
    #[track_caller]
    pub(crate) fn stdout(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Compares everything that can be seen of a run.
    #[track_caller]
    pub(crate) fn check(&self, args: &[&str], expected: Expect) {
        expected.assert_eq(&shown(&self.run(args)));
    }
}

/// Standard output, standard error and the exit code, with digests of plugins masked.
pub(crate) fn shown(output: &Output) -> String {
    let mut text = shortened(std::str::from_utf8(&output.stdout).unwrap());
    for line in std::str::from_utf8(&output.stderr).unwrap().lines() {
        writeln!(text, "{}", format!("! {line}").trim_end()).unwrap();
    }
    writeln!(text, "exit code {}", output.status.code().unwrap()).unwrap();
    masked(&text)
}

fn shortened(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let between = format!("[{} lines]", lines.len().saturating_sub(2 * ENDS));
    let lines = if lines.len() > LINES_MAX {
        [&lines[..ENDS], &[between.as_str()], &lines[lines.len() - ENDS..]].concat()
    } else {
        lines
    };
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// A plugin's digest follows its build, so tests do not hold it.
fn masked(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        let length = if digits == 64 { digits } else { character.len_utf8().max(digits) };
        let (part, after) = rest.split_at(length);
        masked.push_str(if digits == 64 { "<sha256>" } else { part });
        rest = after;
    }
    masked
}
