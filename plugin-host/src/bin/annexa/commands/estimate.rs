//! How likely and how grave a risk is held to be, as a person types it.

use super::pick;
use annexa_core::{
    Id, Problem,
    assessment::{Criteria, Estimate},
    problem::{problem, quoted},
};

/// The dimensions of a consequence, by letter and by name.
const DIMENSIONS: [(&str, &str); 3] =
    [("c", "confidentiality"), ("i", "integrity"), ("a", "availability")];

/// What was typed, with the arguments it was typed in.
pub(super) struct Typed<'t> {
    pub(super) likelihood: Option<&'t str>,
    pub(super) consequences: &'t [String],
    /// The arguments' names.
    pub(super) names: [&'static str; 2],
    /// Of what a consequence is that does not say it.
    pub(super) otherwise: Option<&'t str>,
}

impl Typed<'_> {
    pub(super) fn says_something(&self) -> bool {
        self.likelihood.is_some() || !self.consequences.is_empty()
    }

    /// An assessment with what was typed in the place of what stood there.
    pub(super) fn over(
        &self,
        criteria: &Criteria,
        mut estimate: Estimate,
        problems: &mut pick::Picked,
    ) -> Estimate {
        let [of_likelihood, of_consequence] = self.names;
        if let Some(likelihood) = self.likelihood {
            let step = pick::step(&criteria.likelihood, likelihood);
            estimate.likelihood = problems.keep(of_likelihood, step).or(estimate.likelihood);
        }
        for text in self.consequences {
            let (dimension, step) = match text.split_once('=') {
                Some((dimension, step)) => (Some(dimension.trim()), step),
                None => (self.otherwise, text.as_str()),
            };
            let found = pick::step(&criteria.consequence, step);
            let Some(found) = problems.keep(of_consequence, found) else { continue };
            let place = slot(&mut estimate, dimension, step, criteria);
            if let Some(place) = problems.keep(of_consequence, place) {
                *place = Some(found);
            }
        }
        estimate
    }
}

fn slot<'e>(
    estimate: &'e mut Estimate,
    dimension: Option<&str>,
    step: &str,
    criteria: &Criteria,
) -> Result<&'e mut Option<Id>, Problem> {
    let other = criteria.other_dimension.as_str();
    let all = DIMENSIONS.into_iter().chain(Some(("x", other)).filter(|_| !other.is_empty()));
    let is_it = |(letter, name): &(&str, &str)| {
        dimension.is_some_and(|it| it.eq_ignore_ascii_case(letter) || it.eq_ignore_ascii_case(name))
    };
    match all.clone().find(is_it) {
        Some(("c", _)) => Ok(&mut estimate.c),
        Some(("i", _)) => Ok(&mut estimate.i),
        Some(("a", _)) => Ok(&mut estimate.a),
        Some(_) => Ok(&mut estimate.x),
        None => {
            let forms = all.map(|(letter, name)| format!("`{letter}={}` ({name})", step.trim()));
            let forms = forms.collect::<Vec<_>>().join(", ");
            let step = quoted(step.trim());
            Err(problem!("E-VALUE", "dimension", word = step, words = forms))
        }
    }
}
