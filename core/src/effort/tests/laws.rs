//! What holds of every sum of ranges.

use super::super::{Left, Range, Situation, chain, rows, sum};
use crate::assessment::{Applicability, Implementation};
use crate::catalogue::Catalogue;
use crate::facts::ItemFacts;

/// A small generator in the place of randomness, so that a failure repeats.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn a_sum_lies_between_chance_and_the_sum_of_the_ends() {
    let mut dice = Dice(1);
    for _ in 0..20_000 {
        let len = dice.below(30) + 1;
        let ranges: Vec<Range> =
            (0..len).map(|_| Range::of_likely(u32::try_from(dice.below(5_000)).unwrap())).collect();
        let together = sum(ranges.iter().copied());
        let add = |pick: fn(&Range) -> u64| ranges.iter().map(pick).sum::<u64>();
        assert_eq!(together.likely_cd, add(|it| it.likely_cd));
        assert!(together.low_cd >= add(|it| it.low_cd) && together.high_cd <= add(|it| it.high_cd));
        let squares: u64 = ranges.iter().map(|it| (it.high_cd - it.likely_cd).pow(2)).sum();
        assert!((together.high_cd - together.likely_cd).pow(2) >= squares, "wider than chance");
        // Order does not matter, one less never costs more, and one alone is itself.
        assert_eq!(sum(ranges.iter().rev().copied()), together);
        let less = sum(ranges.iter().skip(1).copied());
        assert!(less.ends().iter().zip(together.ends()).all(|(less, whole)| *less <= whole));
        assert_eq!(sum([ranges[0]]), ranges[0]);
        // Phases: the likely values add up, and the whole is no wider than its phases together.
        let (one, other) = ranges.split_at(ranges.len() / 2);
        let (one, other) = (sum(one.iter().copied()), sum(other.iter().copied()));
        assert_eq!(one.likely_cd + other.likely_cd, together.likely_cd);
        assert!(together.high_cd <= one.high_cd + other.high_cd);
    }
}

#[test]
fn large_organizations_do_not_overflow() {
    let range = Range::of_likely(u32::MAX);
    let together = sum((0..10_000).map(|_| range));
    assert_eq!(together.likely_cd, u64::from(u32::MAX) * 10_000);
    assert!(together.low_cd < together.likely_cd && together.high_cd > together.likely_cd);
}

#[test]
fn a_better_answer_never_costs_more() {
    use Implementation::{Implemented, NotImplemented, Partly, Planned};
    let situation = Situation::of(&crate::assessment::Context::default());
    for row in rows(&Catalogue::iso27001_2022()) {
        for applicability in [Applicability::Applicable, Applicability::Inherited] {
            let ranges = [NotImplemented, Planned, Partly, Implemented].map(|implementation| {
                let facts = ItemFacts { implementation, applicability, ..ItemFacts::NONE };
                chain(&situation, row.driver, Left::of_item(&facts)).initial(row.initial)
            });
            for pair in ranges.windows(2) {
                assert!(pair[1].ends().iter().zip(pair[0].ends()).all(|(new, old)| *new <= old));
            }
        }
        let excluded = ItemFacts { applicability: Applicability::Excluded, ..ItemFacts::NONE };
        let chain = chain(&situation, row.driver, Left::of_item(&excluded));
        assert_eq!(
            (chain.initial(row.initial).high_cd, chain.running(row.running).high_cd),
            (0, 0)
        );
    }
}
