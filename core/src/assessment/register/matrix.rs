//! Whether criteria hang together: the scales, the matrix without holes and in order, the line.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::criteria::Criteria;
use crate::id::Id;
use crate::problem::{Problem, problem, quoted};
use crate::proven::Proven as _;

/// How few steps a scale may have.
const STEPS_MIN: usize = 3;
/// How few levels there may be.
const LEVELS_MIN: usize = 2;

impl Criteria {
    /// Everything that keeps the criteria from being ones; places are seen from the criteria.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let words = |steps: &[super::Step]| -> Vec<Id> {
            steps.iter().map(|step| step.word.clone()).collect()
        };
        let levels: Vec<Id> = self.levels.iter().map(|level| level.word.clone()).collect();
        scale(&mut problems, "likelihood", &words(&self.likelihood), STEPS_MIN);
        scale(&mut problems, "consequence", &words(&self.consequence), STEPS_MIN);
        scale(&mut problems, "levels", &levels, LEVELS_MIN);
        let holes = self.holes();
        if holes.is_empty() {
            problems.extend(self.disorder());
        }
        problems.extend(holes);
        if !levels.contains(&self.accept_up_to) {
            problems.push(not_a_level("accept_up_to".into(), &self.accept_up_to));
        }
        let may_accept = self.may_accept.iter().map(|it| &it.level).collect();
        by_level(&mut problems, "may_accept", may_accept, &levels);
        let review = self.review_months.iter().map(|it| &it.level).collect();
        by_level(&mut problems, "review_months", review, &levels);
        problems
    }

    /// The place of a level among the levels.
    pub fn level(&self, word: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.word.as_str() == word)
    }

    /// The place of the line among the levels.
    pub fn line(&self) -> usize {
        let line = self.level(self.accept_up_to.as_str());
        line.proven("criteria whose line is no level are refused")
    }

    /// The place of the level in a cell.
    pub fn cell(&self, likelihood: usize, consequence: usize) -> Option<usize> {
        self.level(self.matrix.get(likelihood)?.get(consequence)?.as_str())
    }

    fn holes(&self) -> Vec<Problem> {
        let (rows, cells) = (self.likelihood.len(), self.consequence.len());
        if self.matrix.len() != rows {
            let count = self.matrix.len();
            let hole = problem!("E-MATRIX-HOLE", "rows", count = count, steps = rows);
            return vec![hole.at("matrix")];
        }
        let mut problems = Vec::new();
        for (row, words) in self.matrix.iter().enumerate() {
            if words.len() != cells {
                let count = words.len();
                let hole = problem!("E-MATRIX-HOLE", "cells", count = count, steps = cells);
                problems.push(hole.at(format!("matrix[{row}]")));
            }
            for (cell, word) in words.iter().enumerate() {
                if self.level(word.as_str()).is_none() {
                    let hole = problem!("E-MATRIX-HOLE", "level", word = quoted(word.as_str()));
                    problems.push(hole.at(format!("matrix[{row}][{cell}]")));
                }
            }
        }
        problems
    }

    /// Cells that are lower than their left or lower neighbour.
    fn disorder(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for row in 0..self.likelihood.len() {
            for cell in 0..self.consequence.len() {
                let here = self.cell(row, cell);
                let left = cell.checked_sub(1).and_then(|left| self.cell(row, left));
                let lower = row.checked_sub(1).and_then(|lower| self.cell(lower, cell));
                if here < left || here < lower {
                    let place = format!("matrix[{row}][{cell}]");
                    problems.push(problem!("E-MATRIX-ORDER").at(place));
                }
            }
        }
        problems
    }
}

fn not_a_level(place: String, word: &Id) -> Problem {
    problem!("E-CRITERIA", "level", word = quoted(word.as_str())).at(place)
}

fn scale(problems: &mut Vec<Problem>, name: &str, words: &[Id], len_min: usize) {
    if words.len() < len_min {
        let (count, least) = (words.len(), len_min);
        problems.push(problem!("E-CRITERIA", "steps", count = count, least = least).at(name));
    }
    twice(problems, name, "word", &words.iter().collect::<Vec<_>>());
}

fn by_level(problems: &mut Vec<Problem>, name: &str, words: Vec<&Id>, levels: &[Id]) {
    for (index, word) in words.iter().enumerate() {
        if !levels.contains(word) {
            problems.push(not_a_level(format!("{name}[{index}].level"), word));
        }
    }
    twice(problems, name, "level", &words);
}

fn twice(problems: &mut Vec<Problem>, name: &str, field: &str, words: &[&Id]) {
    for (index, word) in words.iter().enumerate() {
        if words.iter().take(index).any(|other| other == word) {
            let twice = problem!("E-CRITERIA", "word", word = quoted(word.as_str()));
            problems.push(twice.at(format!("{name}[{index}].{field}")));
        }
    }
}
