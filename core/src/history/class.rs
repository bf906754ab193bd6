//! What two values are to each other, and what is said of a comparison as a whole.

use alloc::vec::Vec;

use annexa_vocabulary::words;

words! {
    /// What is compared.
    Subject {
        /// How far an item is in place.
        Implementation = "implementation",
        /// How mature a practice is.
        Maturity = "maturity",
        /// Whether an item belongs to the management system.
        Applicability = "applicability",
        /// What is found against an item.
        Finding = "finding",
        /// What counts of a risk.
        Exposure = "exposure",
        /// What is known of a condition of a gate.
        Condition = "condition",
        /// How far a document is.
        Document = "document",
    }
}

words! {
    /// What the second value is to the first. The order is that in which changes are shown.
    Class {
        /// It is worse.
        Worse = "worse",
        /// Better in one thing and worse in another; only where things are counted.
        Mixed = "mixed",
        /// It was known and is not any more.
        NoLongerKnown = "no_longer_known",
        /// It is better.
        Better = "better",
        /// It was not known and is.
        NowKnown = "now_known",
        /// It is another, and neither better nor worse.
        Changed = "changed",
        /// It was not there.
        Added = "added",
        /// It is not there any more.
        Removed = "removed",
        /// The two stand on other scales.
        NotComparable = "not_comparable",
        /// The second edition has it, the first has nothing like it.
        NewInEdition = "new_in_edition",
        /// The first edition has it, the second has nothing like it.
        Gone = "gone",
    }
}

words! {
    /// What is to be known of a comparison as a whole.
    Note {
        /// The two have the same content.
        SameContent = "same_content",
        /// They are states of different assessments, or nobody says of which.
        OtherLineage = "other_lineage",
        /// They belong to different editions.
        OtherEdition = "other_edition",
        /// The standards are used in another way.
        OtherMode = "other_mode",
        /// The levels of risk are others.
        OtherLevels = "other_levels",
        /// The line is another, by which a risk is acceptable.
        OtherLine = "other_line",
        /// The second is earlier than the first.
        Backwards = "backwards",
    }
}

impl Class {
    /// The class with the sides swapped.
    #[must_use]
    pub fn swapped(self) -> Class {
        match self {
            Class::Worse => Class::Better,
            Class::Better => Class::Worse,
            Class::NowKnown => Class::NoLongerKnown,
            Class::NoLongerKnown => Class::NowKnown,
            Class::Added => Class::Removed,
            Class::Removed => Class::Added,
            Class::NewInEdition => Class::Gone,
            Class::Gone => Class::NewInEdition,
            Class::Mixed | Class::Changed | Class::NotComparable => self,
        }
    }
}

/// A value on a scale, or nothing where nobody knows; the higher the better.
pub(super) type Rank = Option<i16>;

/// What a value is to one or more before it; nothing where all are the same.
pub(super) fn class(before: &[Rank], after: Rank) -> Option<Class> {
    if before.iter().all(|rank| *rank == after) {
        return None;
    }
    let Some(after) = after else { return Some(Class::NoLongerKnown) };
    let known: Option<Vec<i16>> = before.iter().copied().collect();
    let Some(known) = known else { return Some(Class::NowKnown) };
    if known.iter().all(|rank| *rank < after) {
        Some(Class::Better)
    } else if known.iter().all(|rank| *rank > after) {
        Some(Class::Worse)
    } else {
        Some(Class::Changed)
    }
}

/// The one class of a thing of which several are known.
pub(super) fn counted(classes: &[Class]) -> Option<Class> {
    let has = |class| classes.contains(&class);
    let both = |one, other| has(one) && has(other);
    if both(Class::Better, Class::Worse) {
        return Some(Class::Mixed);
    }
    let first = [
        Class::NewInEdition,
        Class::Gone,
        Class::Added,
        Class::Removed,
        Class::Better,
        Class::Worse,
        Class::NotComparable,
    ];
    if let Some(class) = first.into_iter().find(|class| has(*class)) {
        return Some(class);
    }
    if both(Class::NowKnown, Class::NoLongerKnown) {
        return Some(Class::Changed);
    }
    [Class::NowKnown, Class::NoLongerKnown, Class::Changed].into_iter().find(|class| has(*class))
}
