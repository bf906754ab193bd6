//! How much of a target several partial mappings cover together.

/// A part of a target: its sources as bits, and what they support in basis points.
#[derive(Debug, Clone, Copy)]
pub(super) struct PartOfTarget {
    pub(super) sources: SourceSet,
    pub(super) support_bp: u32,
}

/// A set of at most 128 sources of one target.
pub(super) type SourceSet = u128;

/// The largest sum of supports over parts that share no source, at most 10 000.
///
/// Counting each source once keeps the sum from exceeding what the author stated, and a
/// further part or a higher support can only raise a maximum, so the result is monotone.
/// Parts with one source reduce to the best part of each source; the search branches only on
/// the parts with several, which a table limits to a handful.
pub(super) fn best_union(parts: &[PartOfTarget]) -> u32 {
    let mut singles: Vec<PartOfTarget> = Vec::new();
    let mut joint: Vec<PartOfTarget> = Vec::new();
    for part in parts {
        if part.sources.count_ones() > 1 {
            joint.push(*part);
            continue;
        }
        match singles.iter_mut().find(|single| single.sources == part.sources) {
            Some(single) => single.support_bp = single.support_bp.max(part.support_bp),
            None => singles.push(*part),
        }
    }
    search(&joint, &singles, 0).min(10_000)
}

fn search(joint: &[PartOfTarget], singles: &[PartOfTarget], used: SourceSet) -> u32 {
    let Some((first, rest)) = joint.split_first() else {
        let free = singles.iter().filter(|single| single.sources & used == 0);
        return free.map(|single| single.support_bp).sum();
    };
    let without = search(rest, singles, used);
    if first.sources & used != 0 {
        return without;
    }
    without.max(first.support_bp + search(rest, singles, used | first.sources))
}
