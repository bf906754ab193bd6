//! A report together with what crosswalks conclude, as canonical JSON.

use alloc::string::String;
use alloc::vec::Vec;

use super::{bare, report, written_bare};
use crate::crosswalk::Conclusion;
use crate::engine::Engine;
use crate::json::Writer;
use crate::problem::Problem;
use crate::record::{Kind, Member, Name, Top, output, word_members};
use crate::words::{Told, Words};
use annexa_vocabulary::words;

pub(super) const RESULTS: Top = bare::<Results<'_>>("annexa-results");

/// A crosswalk that was asked for, and what came of it.
#[derive(Debug)]
pub struct Crosswalked<'a> {
    /// The name or the path by which it was asked for.
    pub argument: &'a str,
    /// What it concludes, with the digest of the plugin's file, or why there is nothing.
    pub outcome: Result<(&'a Conclusion<'a>, &'a str), NotComputed<'a>>,
}

/// Why a plugin gave no result.
#[derive(Debug, Clone, Copy)]
pub struct NotComputed<'a> {
    /// During what it happened, where a plugin was concerned.
    pub phase: Option<&'a str>,
    /// Everything that is wrong; the first one stands for all.
    pub problems: &'a [Problem],
}

words! {
    /// What came of a crosswalk.
    Status {
        /// There is a conclusion.
        Computed = "computed",
        /// There is none, and why.
        NotComputed = "not_computed",
    }
}

word_members! { Status }

output! {
    /// A report together with what crosswalks conclude; each part stands byte for byte as it is
    /// written alone.
    struct Results<'a> {
        /// The report.
        report: Part<Report>,
        /// Each crosswalk that was asked for.
        crosswalks: Vec<CrosswalkEntry<'a>>,
    }

    /// A crosswalk that was asked for, and what came of it.
    struct CrosswalkEntry<'a> {
        /// The name or the path by which it was asked for.
        plugin_argument: &'a str,
        /// What came of it.
        status: Status,
        /// What it concludes.
        conclusion: Option<Part<Concluded>>,
        /// Why there is no conclusion.
        error: Option<Fault<'a>>,
    }

    /// Why a plugin gave no result: the first problem, and all of them.
    struct Fault<'a> {
        /// The code of the first problem.
        code: Name<'a>,
        /// During what it happened.
        phase: Option<&'a str>,
        /// What is wrong, in words.
        message: String,
        /// What to do about it, in words.
        fix: String,
        /// Every problem.
        problems: Vec<ProblemEntry<'a>>,
    }

    /// One thing that is wrong.
    struct ProblemEntry<'a> {
        /// Its stable code.
        code: Name<'a>,
        /// Where it is, or empty.
        place: &'a str,
        /// What is wrong, in words.
        message: String,
        /// What to do about it, in words.
        fix: String,
    }
}

/// A text with a schema of its own, which stands within another.
#[derive(Debug)]
struct Part<P>(Writer, core::marker::PhantomData<P>);

/// The text of a report.
#[derive(Debug)]
struct Report;

/// The text of a conclusion.
#[derive(Debug)]
struct Concluded;

/// A kind of text.
trait Named {
    const NAME: &'static str;
}

impl Named for Report {
    const NAME: &'static str = "report";
}

impl Named for Concluded {
    const NAME: &'static str = "conclusion";
}

impl<P: Named> Member for Part<P> {
    const KIND: Kind = Kind::Other(P::NAME);

    fn write(&self, w: &mut Writer, key: &str) {
        w.written(key, &self.0);
    }
}

/// A report and crosswalks as canonical JSON.
pub fn results_json(engine: &Engine, crosswalks: &[Crosswalked<'_>], words: &Words) -> Vec<u8> {
    let crosswalks = crosswalks.iter().map(|it| {
        let plugin_argument = it.argument;
        match &it.outcome {
            Ok((conclusion, digest)) => CrosswalkEntry {
                plugin_argument,
                status: Status::Computed,
                conclusion: Some(Part(conclusion.written(digest, words), Default::default())),
                error: None,
            },
            Err(fault) => CrosswalkEntry {
                plugin_argument,
                status: Status::NotComputed,
                conclusion: None,
                error: fault.entry(words),
            },
        }
    });
    let own = Results {
        report: Part(report(engine, words), Default::default()),
        crosswalks: crosswalks.collect(),
    };
    written_bare("annexa-results", &own).finish()
}

impl<'a> NotComputed<'a> {
    fn entry(&self, words: &Words) -> Option<Fault<'a>> {
        let first = self.problems.first()?;
        let problems = self.problems.iter().map(|it| {
            let Told { message, fix } = words.problem(it);
            ProblemEntry { code: Name(it.code), place: &it.place, message, fix }
        });
        let Told { message, fix } = words.problem(first);
        let (code, problems) = (Name(first.code), problems.collect());
        Some(Fault { code, phase: self.phase, message, fix, problems })
    }
}
