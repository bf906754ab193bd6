//! A measured figure beside its target, and the table of them.

/// What a figure has to reach.
#[derive(Clone, Copy)]
pub(crate) enum Bound {
    /// The target itself is still good.
    AtMost(f64),
    /// The target itself is too much.
    Below(f64),
    /// The target itself is good.
    AtLeast(f64),
}

/// One row of the table.
pub(crate) struct Figure {
    name: &'static str,
    value: f64,
    unit: &'static str,
    bound: Bound,
}

impl Figure {
    /// A figure in `unit`; the bound has the same unit.
    pub(crate) fn new(name: &'static str, value: f64, unit: &'static str, bound: Bound) -> Figure {
        Figure { name, value, unit, bound }
    }

    /// Whether the target is reached; what is not a number reaches nothing.
    pub(crate) fn is_ok(&self) -> bool {
        match self.bound {
            Bound::AtMost(bound) => self.value <= bound,
            Bound::Below(bound) => self.value < bound,
            Bound::AtLeast(bound) => self.value >= bound,
        }
    }
}

/// The table as lines of text.
pub(crate) fn table(figures: &[Figure]) -> String {
    let mut table = format!("{:<32} {:>12} {:>14}\n", "figure", "target", "reached");
    for figure in figures {
        let (sign, bound) = match figure.bound {
            Bound::AtMost(bound) => ("≤", bound),
            Bound::Below(bound) => ("<", bound),
            Bound::AtLeast(bound) => ("≥", bound),
        };
        let target = format!("{sign} {bound} {}", figure.unit);
        let reached = format!("{:.2} {}", figure.value, figure.unit);
        let verdict = if figure.is_ok() { "ok" } else { "over" };
        let name = figure.name;
        let (target, reached) = (target.trim_end(), reached.trim_end());
        table += &format!("{name:<32} {target:>12} {reached:>14}  {verdict}\n");
    }
    table
}

#[cfg(test)]
mod tests;
