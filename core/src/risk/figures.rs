//! Counts of risks: three grids, and by owner and by group. Nothing is summed but numbers of
//! risks.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::evaluate::{Evaluation, Risks, State};
use super::label::label_order;
use crate::facts::Remains;
use crate::proven::Proven as _;
use crate::text::folded;

/// How many risks stand where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// A row for each step of likelihood, a count for each step of consequence.
    pub cells: Vec<Vec<u32>>,
    /// Risks of which nothing is left.
    pub gone: u32,
    /// Risks that cannot be evaluated yet.
    pub drafts: u32,
}

/// The risks of one owner or group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The owner's name, or the group's id; empty for what has none.
    pub name: String,
    /// How many.
    pub number: u32,
    /// How many of them are open.
    pub open: u32,
    /// The highest that counts today.
    pub highest: Option<Remains>,
}

/// What a register says in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// With the controls that run.
    pub current: Grid,
    /// What counts today.
    pub exposure: Grid,
    /// When all plans have succeeded.
    pub planned: Grid,
    /// By state.
    pub states: Vec<(State, u32)>,
    /// By owner, by name.
    pub owners: Vec<Counted>,
    /// By group, by label; a risk counts in each of its groups.
    pub groups: Vec<Counted>,
}

/// Counts evaluations.
pub fn figures(risks: &Risks<'_>, evaluations: &[Evaluation]) -> Figures {
    let size = risks.ledger.scale.as_ref().map_or((0, 0), |scale| scale.size());
    let blank = || Grid { cells: vec![vec![0; size.1]; size.0], gone: 0, drafts: 0 };
    let mut figures = Figures {
        current: blank(),
        exposure: blank(),
        planned: blank(),
        states: State::WORDS.iter().map(|(_, state)| (*state, 0)).collect(),
        owners: Vec::new(),
        groups: Vec::new(),
    };
    let mut owners: BTreeMap<String, Counted> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Counted> = BTreeMap::new();
    for it in evaluations {
        figures.current.count(it.current);
        figures.exposure.count(it.exposure);
        figures.planned.count(if it.is_decided { it.planned } else { it.current });
        for (state, count) in &mut figures.states {
            *count += u32::from(*state == it.state);
        }
        let risk = risks.system.risks.get(it.risk);
        let owner = risk.proven("evaluations are of this register").owner.trim();
        let slot = owners.entry(folded(owner)).or_insert_with(|| Counted::of(owner));
        slot.count(it);
        for group in risks.ledger.risks.get(it.risk).into_iter().flat_map(|risk| &risk.groups) {
            let id = || risks.system.groups.get(*group).proven("facts name places").id.as_str();
            groups.entry(*group).or_insert_with(|| Counted::of(id())).count(it);
        }
    }
    figures.owners = owners.into_values().collect();
    let mut groups: Vec<(usize, Counted)> = groups.into_iter().collect();
    let label = |group: usize| &*risks.system.groups.get(group).proven("facts name places").label;
    groups
        .sort_by(|one, other| label_order(label(one.0), label(other.0)).then(one.0.cmp(&other.0)));
    figures.groups = groups.into_iter().map(|(_, counted)| counted).collect();
    figures
}

impl Grid {
    fn count(&mut self, remains: Option<Remains>) {
        match remains {
            None => self.drafts += 1,
            Some(Remains::Gone) => self.gone += 1,
            Some(Remains::At(key)) => {
                let row = self.cells.get_mut(usize::from(key.likelihood));
                if let Some(cell) = row.and_then(|row| row.get_mut(usize::from(key.consequence))) {
                    *cell += 1;
                }
            }
        }
    }

    /// All risks: cells, gone and drafts.
    pub fn sum(&self) -> u32 {
        self.cells.iter().flatten().sum::<u32>() + self.gone + self.drafts
    }
}

impl Counted {
    fn of(name: &str) -> Counted {
        Counted { name: name.into(), number: 0, open: 0, highest: None }
    }

    fn count(&mut self, it: &Evaluation) {
        self.number += 1;
        self.open += u32::from(it.state.is_open());
        self.highest = self.highest.max(it.exposure);
    }
}
