//! The problems of one input, in the order of its fields, with places that are only written out
//! when there is a problem.

use super::steps::step;
use super::write::Writer;
use crate::join::together;
use crate::problem::Problem;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// How many problems are listed; an input with more is broken as a whole.
const PROBLEMS_MAX: usize = 100;

/// Collects the problems of one input.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    path: Vec<Step>,
    found: Vec<(Vec<usize>, Problem)>,
}

/// One step from the whole input to a value.
#[derive(Debug)]
enum Step {
    /// A member that the format knows, with its place in the format.
    Field(&'static str, usize),
    /// An entry of a list.
    Index(usize),
}

/// Where a problem is listed among those of the same value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    /// At the value itself.
    Value,
    /// Ahead of what is wrong with its members.
    Before,
    /// Behind what is wrong with its members.
    After,
    /// Behind everything.
    Last,
}

impl Findings {
    /// Goes into a field that stands at a place of its format.
    pub(crate) fn enter_field(&mut self, name: &'static str, place: usize) {
        self.path.push(Step::Field(name, place));
    }

    /// Goes into an entry of a list.
    pub(crate) fn enter_entry(&mut self, index: usize) {
        self.path.push(Step::Index(index));
    }

    /// Comes back from the last member or entry.
    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }

    /// Notes a problem of the value on the way. It is only made when it is listed.
    pub(crate) fn add(&mut self, at: At, make: impl FnOnce() -> Problem) {
        if self.is_full() {
            return;
        }
        step(self.path.len() + self.found.len());
        let problem = make();
        let place = match (self.place(), problem.place) {
            (path, own) if own.is_empty() => path,
            (path, own) if path.is_empty() => own,
            (path, own) => together(&[&*path, ".", &own]),
        };
        let mut order: Vec<usize> = self.path.iter().map(Step::order).collect();
        order.extend(match at {
            At::Value => None,
            At::Before => Some(0),
            At::After => Some(usize::MAX - 1),
            At::Last => Some(usize::MAX),
        });
        let slot = self.found.partition_point(|(other, _)| *other <= order);
        self.found.insert(slot, (order, Problem { place, ..problem }));
    }

    /// Whether more problems would not be listed.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= PROBLEMS_MAX
    }

    /// How many problems are listed.
    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Lists other problems instead of what was found, since they say why it was.
    pub(crate) fn replace(&mut self, problems: Vec<Problem>) {
        self.found = problems.into_iter().map(|problem| (Vec::new(), problem)).collect();
    }

    /// Lists a problem of the whole input behind all others, however many they are.
    pub(crate) fn push(&mut self, problem: Problem) {
        self.found.push((vec![usize::MAX], problem));
    }

    /// What was found, in the order of the format.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.found.into_iter().map(|(_, problem)| problem).collect()
    }

    /// The way to the value, for instance `answers[3].owner`.
    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            match step {
                Step::Index(index) => {
                    place.push_str(&together(&["[", &Writer::count(*index), "]"]))
                }
                Step::Field(name, _) => {
                    if !place.is_empty() {
                        place.push('.');
                    }
                    place.push_str(name);
                }
            }
        }
        place
    }
}

impl Step {
    /// The step's place among its siblings; 0 is kept for what stands ahead of all.
    fn order(&self) -> usize {
        match self {
            Step::Field(_, place) | Step::Index(place) => place + 1,
        }
    }
}
