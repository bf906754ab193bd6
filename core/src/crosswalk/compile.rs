//! A table with every id looked up once, so that a conclusion only counts.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::ops::Range;

use annexa_vocabulary::crosswalk::{Place, Sources};
use annexa_vocabulary::{Problem, problem, quoted};

use super::union::SourceSet;
use super::{Crosswalk, Mapping, Target};
use crate::catalogue::Catalogue;

/// A crosswalk over what is assessed: it is made once, and any number of conclusions borrow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledCrosswalk {
    crosswalk: Crosswalk,
    catalogue_sha256: String,
    /// By target, and within a target in the table's order.
    rows: Vec<Row>,
    /// For each target its place in `rows`.
    ranges: Vec<Range<usize>>,
    /// The ids of the targets, sorted, so that a remark finds its own.
    by_id: Vec<usize>,
}

/// A row with its ids as places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    target: usize,
    mapping: usize,
    /// Where the state of each source stands.
    pub(super) sources: Box<[usize]>,
    /// The sources as bits; nothing for a row that is never added up.
    pub(super) set: SourceSet,
}

impl Crosswalk {
    /// Looks up every id in what is assessed.
    ///
    /// # Errors
    ///
    /// `E-FRAMEWORK` where the table maps from another framework, and `E-UNKNOWN-ID` for each id
    /// that is not assessed.
    pub fn compile(self, catalogue: &Catalogue) -> Result<CompiledCrosswalk, Vec<Problem>> {
        let digest = catalogue.digest();
        self.compile_for(catalogue, digest)
    }

    /// As [`Crosswalk::compile`], for who has the ids of a catalogue and its digest, and not the
    /// catalogue.
    ///
    /// # Errors
    ///
    /// As [`Crosswalk::compile`].
    pub fn compile_for(
        self,
        sources: &dyn Sources,
        catalogue_sha256: String,
    ) -> Result<CompiledCrosswalk, Vec<Problem>> {
        let mut problems = Vec::new();
        problems.extend(other_framework(&self, sources));
        let targets: BTreeMap<&str, usize> =
            self.targets().iter().zip(0..).map(|(target, place)| (&*target.id, place)).collect();
        let mut rows = Vec::with_capacity(self.mappings().len());
        for (index, mapping) in self.mappings().iter().enumerate() {
            let mut places = Vec::with_capacity(mapping.sources.len());
            for (source, id) in mapping.sources.iter().enumerate() {
                match sources.place_of(id) {
                    Some(place) => places.push(place),
                    None => problems.push(unknown(id, Place::Source(index, source))),
                }
            }
            match targets.get(&*mapping.target) {
                Some(target) => rows.push(Row {
                    target: *target,
                    mapping: index,
                    sources: places.into(),
                    set: 0,
                }),
                None => problems.push(unknown(&mapping.target, Place::Mapping(index, "target"))),
            }
        }
        let by_id = targets.values().copied().collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        // The sort is stable, so rows of one target stay in the table's order.
        rows.sort_by_key(|row| row.target);
        let mut ranges = Vec::with_capacity(self.targets().len());
        let mut start = 0;
        for target in 0..self.targets().len() {
            let end =
                start + rows.iter().skip(start).take_while(|row| row.target == target).count();
            number_sources(rows.get_mut(start..end).unwrap_or_default(), self.mappings());
            ranges.push(start..end);
            start = end;
        }
        Ok(CompiledCrosswalk { crosswalk: self, catalogue_sha256, rows, ranges, by_id })
    }
}

impl CompiledCrosswalk {
    /// The table.
    pub fn crosswalk(&self) -> &Crosswalk {
        &self.crosswalk
    }

    /// The digest of the catalogue that it was compiled for.
    pub fn catalogue_sha256(&self) -> &str {
        &self.catalogue_sha256
    }

    /// The place of a target by its id.
    pub(super) fn target(&self, id: &str) -> Option<usize> {
        let targets = self.crosswalk.targets();
        let name = |place: &usize| targets.get(*place).map(|target| &*target.id);
        let found = self.by_id.binary_search_by(|place| name(place).cmp(&Some(id))).ok()?;
        self.by_id.get(found).copied()
    }

    /// Each target with the places of its rows.
    pub(super) fn targets(&self) -> impl Iterator<Item = (&Target, Range<usize>)> {
        self.crosswalk.targets().iter().zip(self.ranges.iter().cloned())
    }

    /// The places of the rows of a target.
    pub(super) fn range(&self, target: usize) -> Range<usize> {
        self.ranges.get(target).cloned().unwrap_or_default()
    }

    /// Rows with what they were made from.
    pub(super) fn rows(&self, range: Range<usize>) -> impl Iterator<Item = (&Row, &Mapping)> {
        let rows = self.rows.get(range).unwrap_or_default().iter();
        rows.filter_map(|row| Some((row, self.crosswalk.mappings().get(row.mapping)?)))
    }
}

/// Gives each source of a target's parts a bit. Rows for the whole are never added up.
fn number_sources(rows: &mut [Row], mappings: &[Mapping]) {
    let mut numbered: Vec<usize> = Vec::new();
    for row in rows {
        let is_part =
            |mapping: &Mapping| !mapping.relation.is_full() && mapping.coverage_bp.is_some();
        if !mappings.get(row.mapping).is_some_and(is_part) {
            continue;
        }
        for place in &row.sources {
            let bit = numbered.iter().position(|known| known == place).unwrap_or_else(|| {
                // More sources than bits share the last one: they then count once together,
                // which can only make the sum smaller.
                if numbered.len() < BITS {
                    numbered.push(*place);
                }
                numbered.len() - 1
            });
            row.set |= 1 << bit;
        }
    }
}

/// How many sources a set tells apart.
const BITS: usize = SourceSet::BITS as usize;

fn other_framework(crosswalk: &Crosswalk, sources: &dyn Sources) -> Option<Problem> {
    let (from, here) = (&crosswalk.description().source_framework, sources.framework());
    (from != here).then(|| {
        let (found, wanted) = (quoted(from), quoted(here));
        let other = problem!("E-FRAMEWORK", "crosswalk", found = found, wanted = wanted);
        other.at(Place::Description("source_framework").to_string())
    })
}

fn unknown(id: &str, place: Place) -> Problem {
    problem!("E-UNKNOWN-ID", "not_assessed", id = quoted(id)).at(place.to_string())
}
