//! How much of a target several partial mappings cover together.

use alloc::vec::Vec;

/// A part of a target: its sources as bits, and what they support in basis points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PartOfTarget {
    pub(super) sources: SourceSet,
    pub(super) support_bp: u32,
    pub(super) confidence_bp: u16,
}

/// A set of at most 128 sources of one target.
pub(super) type SourceSet = u128;

/// What the best choice of parts supports together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Union {
    /// The sum of the supports, at most 10 000.
    pub(super) support_bp: u32,
    /// The weakest confidence among the chosen parts.
    pub(super) confidence_bp: u16,
}

/// The largest sum of supports over parts that share no source; among equal sums the one of
/// greater confidence.
///
/// Counting each source once keeps the sum from exceeding what the author stated, and a
/// further part or a higher support can only raise a maximum, so the result is monotone.
/// Parts with one source reduce to the best part of each source; the search branches only on
/// the parts with several, which a table limits to a handful.
pub(super) fn best_union(parts: &[PartOfTarget]) -> Option<Union> {
    let mut singles: Vec<PartOfTarget> = Vec::new();
    let mut joint: Vec<PartOfTarget> = Vec::new();
    for part in parts {
        if part.sources.count_ones() > 1 {
            joint.push(*part);
            continue;
        }
        match singles.iter_mut().find(|single| single.sources == part.sources) {
            Some(single)
                if (single.support_bp, single.confidence_bp)
                    < (part.support_bp, part.confidence_bp) =>
            {
                *single = *part;
            }
            Some(_) => {}
            None => singles.push(*part),
        }
    }
    let best = search(&joint, &singles, 0);
    (!parts.is_empty()).then_some(Union { support_bp: best.support_bp.min(10_000), ..best })
}

fn search(joint: &[PartOfTarget], singles: &[PartOfTarget], used: SourceSet) -> Union {
    let Some((first, rest)) = joint.split_first() else {
        let free = singles.iter().filter(|single| single.sources & used == 0);
        return free.fold(Union { support_bp: 0, confidence_bp: 10_000 }, with);
    };
    let without = search(rest, singles, used);
    if first.sources & used != 0 {
        return without;
    }
    without.max(with(search(rest, singles, used | first.sources), first))
}

fn with(union: Union, part: &PartOfTarget) -> Union {
    Union {
        support_bp: union.support_bp + part.support_bp,
        confidence_bp: union.confidence_bp.min(part.confidence_bp),
    }
}
