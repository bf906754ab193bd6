//! Reads from a tool's output how many tests it ran.

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Tests that ran and passed; skipped ones are in neither number.
    pub(crate) passed: usize,
    /// Tests that ran and failed.
    pub(crate) failed: usize,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What one step counts for. A step that counts no tests is one test itself; one that ends badly
/// counts at least one failure even when no test says so, as after an error of compilation.
pub(crate) fn counts(lines: &[String], ended_well: bool) -> Counts {
    let mut sum = Counts::default();
    for line in lines {
        sum += line_counts(&plain(line));
    }
    match ended_well {
        true if sum == Counts::default() => Counts { passed: 1, failed: 0 },
        false if sum.failed == 0 => Counts { failed: 1, ..sum },
        _ => sum,
    }
}

/// One line of: nextest, cargo test, node --test, playwright.
fn line_counts(line: &str) -> Counts {
    let words: Vec<&str> = line.split_whitespace().collect();
    let before = |label: &str| {
        let pairs = words.iter().zip(words.iter().skip(1));
        let mut found = pairs.filter(|(_, word)| word.trim_end_matches([',', ';']) == label);
        found.find_map(|(number, _)| number.parse::<usize>().ok())
    };
    let passed = before("passed").unwrap_or_default();
    match words.as_slice() {
        ["Summary", ..] | ["test", "result:", ..] => Counts {
            passed,
            failed: before("failed").unwrap_or_default() + before("timed").unwrap_or_default(),
        },
        ["#" | "ℹ", "pass", number] => {
            Counts { passed: number.parse().unwrap_or_default(), failed: 0 }
        }
        ["#" | "ℹ", "fail", number] => {
            Counts { passed: 0, failed: number.parse().unwrap_or_default() }
        }
        [number, "passed", time] if time.starts_with('(') => {
            Counts { passed: number.parse().unwrap_or_default(), failed: 0 }
        }
        [number, "failed"] => Counts { passed: 0, failed: number.parse().unwrap_or_default() },
        _ => Counts::default(),
    }
}

/// The line without the colours of a terminal.
fn plain(line: &str) -> String {
    let mut pieces = line.split('\u{1b}');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str(piece.split_once('m').map_or("", |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests;
