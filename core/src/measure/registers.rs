//! Measures over registers: risks, actions and nonconformities.

use alloc::string::ToString as _;
use alloc::vec;
use alloc::vec::Vec;

use super::{Counted, Measured, count};
use crate::assessment::{Grade, Measure, Nonconformity, YesNo};
use crate::id::Id;
use crate::papers::{days_open, is_closed};
use crate::problem::Date;
use crate::risk::{Evaluation, Risks, State};

/// How many days ahead the end of an acceptance counts.
const ENDING_DAYS: i64 = 90;

/// The registers on a day.
pub(super) struct Registers<'r> {
    pub(super) risks: Risks<'r>,
    pub(super) evaluations: &'r [Evaluation],
}

impl Registers<'_> {
    /// Risks that can be evaluated, of all.
    pub(super) fn evaluated(&self) -> Measured {
        let counted = self.evaluations.iter().map(|it| self.risk(it, it.current.is_some(), None));
        Measured::share(Measure::Evaluated, counted.collect())
    }

    /// Open risks by the level that counts.
    pub(super) fn open(&self) -> Measured {
        let levels = self.risks.ledger.scale.as_ref().map_or(0, |scale| usize::from(scale.levels));
        let mut figures = vec![Some(0); levels];
        let mut counted = Vec::new();
        for it in self.evaluations.iter().filter(|it| it.state.is_open()) {
            let level = it.exposure.and_then(|exposure| exposure.level());
            if let Some(Some(figure)) = level.and_then(|it| figures.get_mut(usize::from(it))) {
                *figure += 1;
                counted.push(self.risk(it, true, None));
            }
        }
        Measured::counts(Measure::OpenRisks, figures, counted)
    }

    /// Risks above the line today that have an owner and a decision, of all above it.
    pub(super) fn answered(&self) -> Measured {
        let above = self.evaluations.iter().filter(|it| self.is_above_today(it));
        let counted = above.map(|it| {
            let has_owner = self.risks.ledger.risks.get(it.risk).is_some_and(|it| it.has_owner);
            self.risk(it, it.is_decided && has_owner, None)
        });
        Measured::share(Measure::Answered, counted.collect())
    }

    fn is_above_today(&self, it: &Evaluation) -> bool {
        let scale = self.risks.ledger.scale.as_ref();
        scale.zip(it.current).is_some_and(|(scale, current)| scale.is_above(current))
    }

    /// Actions that were done when they were due, of those that are due by today.
    pub(super) fn on_time(&self) -> Measured {
        let actions = self.risks.system.actions.iter();
        let counted = actions.filter_map(|action| {
            let due = action.due.filter(|due| *due <= self.risks.today)?;
            let is_hit = action.done.is_some_and(|done| done <= due);
            Some(entry("actions", &action.id, &action.label, is_hit, Some(due)))
        });
        Measured::share(Measure::OnTime, counted.collect())
    }

    /// Actions that are late, and how many days the latest of them is.
    pub(super) fn overdue(&self) -> Measured {
        let today = self.risks.today;
        let actions = self.risks.system.actions.iter().zip(&self.risks.ledger.actions);
        let late = actions.filter(|(_, facts)| facts.is_overdue(today));
        let counted =
            late.map(|(action, _)| entry("actions", &action.id, &action.label, true, action.due));
        let counted: Vec<Counted> = counted.collect();
        let days = counted.iter().filter_map(|it| Some(today.days() - it.day?.days()));
        let most = days.max().and_then(|days| u32::try_from(days).ok());
        Measured::counts(Measure::Overdue, [Some(count(counted.len())), most].into(), counted)
    }

    /// Acceptances that have ended, or will within three months.
    pub(super) fn acceptances(&self) -> Measured {
        let today = self.risks.today;
        let counted = self.evaluations.iter().filter_map(|it| {
            let risk = self.risks.system.risks.get(it.risk)?;
            let until = risk.acceptance.as_ref()?.until?;
            let is_hit = until.days() - today.days() <= ENDING_DAYS;
            is_hit.then(|| self.risk(it, true, Some(until)))
        });
        let counted: Vec<Counted> = counted.collect();
        Measured::counts(Measure::Acceptances, [Some(count(counted.len()))].into(), counted)
    }

    /// Risks that were looked at in time, of all that can be evaluated.
    pub(super) fn reviewed(&self) -> Measured {
        let evaluable = self.evaluations.iter().filter(|it| it.state != State::Draft);
        let counted = evaluable.map(|it| self.risk(it, !it.is_stale, None));
        Measured::share(Measure::Reviewed, counted.collect())
    }

    /// Open nonconformities by grade, and the lower median of the days for which they are open.
    pub(super) fn nonconformities(&self) -> Measured {
        let today = self.risks.today;
        let open = self.risks.system.nonconformities.iter().filter(|it| !is_closed(it, today));
        let open: Vec<&Nonconformity> = open.collect();
        let of = |grade| Some(count(open.iter().filter(|it| it.grade == grade).count()));
        let mut days: Vec<i64> = open.iter().filter_map(|it| days_open(it, today)).collect();
        days.sort_unstable();
        let median = days.len().checked_sub(1).and_then(|last| days.get(last / 2));
        let median = median.and_then(|days| u32::try_from(*days).ok());
        let figures = [of(Grade::Minor), of(Grade::Major), median].into();
        let counted = open.iter().map(|it| nonconformity(it, true, it.found));
        Measured::counts(Measure::Nonconformities, figures, counted.collect())
    }

    /// Nonconformities whose action was found effective, of those where somebody looked.
    pub(super) fn effective(&self) -> Measured {
        let checked = self.risks.system.nonconformities.iter().filter_map(|it| {
            let checked = it.checked.filter(|checked| *checked <= self.risks.today)?;
            Some(nonconformity(it, it.effective? == YesNo::Yes, Some(checked)))
        });
        Measured::share(Measure::Effective, checked.collect())
    }

    fn risk(&self, it: &Evaluation, is_hit: bool, day: Option<Date>) -> Counted {
        match self.risks.system.risks.get(it.risk) {
            Some(risk) => entry("risks", &risk.id, &risk.label, is_hit, day),
            None => entry("risks", &Id::blank(), "", is_hit, day),
        }
    }
}

fn nonconformity(it: &Nonconformity, is_hit: bool, day: Option<Date>) -> Counted {
    let blank = Id::blank();
    entry("nonconformities", it.id.as_ref().unwrap_or(&blank), &it.label, is_hit, day)
}

fn entry(register: &'static str, id: &Id, label: &str, is_hit: bool, day: Option<Date>) -> Counted {
    let label = if label.is_empty() { id.as_str() } else { label };
    Counted { register, id: id.to_string(), label: label.to_string(), is_hit, day }
}
