//! A recommendation in sentences.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Asked, Costs, Recommendation, Standard};
use crate::assessment::YesNo;
use crate::effort::{Range, amount, months_tenths};
use crate::words::{Value, Words};
use annexa_vocabulary::words;

/// Day rates that a person typed, in whole units of a currency of their own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rates {
    /// A day of one's own people.
    pub own: Option<u64>,
    /// A day that is bought.
    pub bought: Option<u64>,
    /// What the person calls the currency.
    pub currency: String,
}

words! {
    /// What a line of costs is about.
    About {
        /// The days of one's own people.
        Work = "work",
        /// How long it takes.
        Time = "time",
        /// Auditors, and what they take of one's own days.
        Audit = "audit",
        /// What is written.
        Documents = "documents",
        /// Training, courses, advisers, testers.
        Beside = "beside",
    }
}

/// A recommendation as a person reads it. Every sentence stands for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is recommended, and what that means.
    pub recommendation: String,
    /// The answers that led there.
    pub because: Vec<String>,
    /// Why the guidance is recommended too, or nothing.
    pub also: String,
    /// What one gets for it.
    pub benefit: String,
    /// What makes it laborious.
    pub complexity: Vec<String>,
    /// Days, months, auditors, documents; money where a rate was typed.
    pub costs: Vec<(About, String)>,
    /// What the figures rest on, and how far they go.
    pub assumptions: Vec<String>,
    /// What people overdo.
    pub overdone: Vec<String>,
}

/// What is said while every question is open.
pub fn no_choice(words: &Words) -> String {
    words.message("chooser.recommend.none", &[])
}

/// The sentences of a recommendation.
pub fn choice(it: &Recommendation, costs: &Costs, rates: &Rates, words: &Words) -> Choice {
    let say = |key: &str, name: &str| words.message(&format!("chooser.{key}.{name}"), &[]);
    Choice {
        recommendation: say("recommend", it.mode.word()),
        because: because(it, words),
        also: also(it, words),
        benefit: say("benefit", it.mode.word()),
        complexity: complexity(it.standard).iter().map(|name| say("complexity", name)).collect(),
        costs: figures(it, costs, rates, words),
        assumptions: assumptions(it, costs, words),
        overdone: overdone(costs, words),
    }
}

fn because(it: &Recommendation, words: &Words) -> Vec<String> {
    let reason = |asked: Asked, answer: Option<YesNo>| match answer {
        Some(YesNo::Yes) => words.message(&format!("chooser.because_yes.{}", asked.word()), &[]),
        Some(YesNo::No) => words.message(&format!("chooser.because_no.{}", asked.word()), &[]),
        None => words.message("chooser.because.open", &[]),
    };
    match it.because.as_slice() {
        [] => vec![words.message("chooser.because.nothing", &[])],
        led => led.iter().map(|(asked, answer)| reason(*asked, *answer)).collect(),
    }
}

fn also(it: &Recommendation, words: &Words) -> String {
    if it.also.is_empty() {
        return String::new();
    }
    let reason =
        |asked: &Asked| words.message(&format!("chooser.because_yes.{}", asked.word()), &[]);
    let reasons = Value::Ids(it.also.iter().map(reason).collect());
    words.message("chooser.also.both", &[("reasons", reasons)])
}

fn complexity(standard: Standard) -> &'static [&'static str] {
    match standard {
        Standard::Iso27001 => &["requirements", "controls"],
        Standard::Both => &["requirements", "controls", "both"],
        Standard::Iso27002 => &["guidance"],
    }
}

fn figures(
    it: &Recommendation,
    costs: &Costs,
    rates: &Rates,
    words: &Words,
) -> Vec<(About, String)> {
    let mut lines = Vec::new();
    let mut say = |about: About, name: &str, values: &[(&str, Value)]| {
        lines.push((about, words.message(&format!("chooser.{name}"), values)));
    };
    let [low, likely, high] = costs.initial.shown_tenths().map(Value::Tenths);
    let [low_year, likely_year, high_year] = costs.running.shown_tenths().map(Value::Tenths);
    say(
        About::Work,
        "cost.effort",
        &[
            ("low", low),
            ("likely", likely),
            ("high", high),
            ("low_year", low_year),
            ("likely_year", likely_year),
            ("high_year", high_year),
        ],
    );
    if costs.guidance_cd > 0 {
        say(About::Work, "cost.guidance", &[("days", days(costs.guidance_cd.into()))]);
    }
    let has_clauses = it.mode.has_clauses();
    let weeks = if has_clauses { costs.calendar.stage_2_weeks } else { costs.calendar.build_weeks };
    let [low, likely, high] = weeks.map(|weeks| Value::Tenths(months_tenths(weeks)));
    let capacity = Value::Tenths(u64::from(costs.calendar.capacity_cd_week + 5) / 10);
    let months = [("low", low), ("likely", likely), ("high", high), ("capacity", capacity)];
    say(About::Time, if has_clauses { "cost.months" } else { "cost.months_controls" }, &months);
    for term in costs.calendar.decided_by.iter().filter(|_| has_clauses) {
        say(About::Time, &format!("decided.{}", term.word()), &[]);
    }
    if costs.is_audited {
        let [_, likely, _] = costs.calendar.certificate_weeks;
        say(
            About::Time,
            "cost.months_certificate",
            &[("likely", Value::Tenths(months_tenths(likely)))],
        );
        match costs.audit {
            Some(audit) => say(
                About::Audit,
                "cost.audit",
                &[
                    ("low", Value::Tenths(audit.low_tenths.into())),
                    ("high", Value::Tenths(audit.high_tenths.into())),
                    ("days", Value::Tenths(audit.initial_tenths.into())),
                    ("surveillance", Value::Tenths(audit.surveillance_tenths.into())),
                    ("recertification", Value::Tenths(audit.recertification_tenths.into())),
                ],
            ),
            None => say(About::Audit, "cost.audit_beyond", &[]),
        }
        if costs.audited_cd > 0 {
            say(About::Audit, "cost.audited", &[("days", days(costs.audited_cd.into()))]);
        }
    }
    if let Some(((from, to), (pages_from, pages_to))) = costs.documents {
        let values =
            [("from", from), ("to", to), ("pages_from", pages_from), ("pages_to", pages_to)];
        say(
            About::Documents,
            "cost.documents",
            &values.map(|(name, number)| (name, Value::from(number))),
        );
    }
    if has_clauses {
        say(About::Beside, "cost.audience", &[("days", days(costs.audience_cd.into()))]);
        say(About::Beside, "cost.learning", &[]);
        let (from, to) = costs.adviser_days;
        say(About::Beside, "cost.adviser", &[("from", from.into()), ("to", to.into())]);
    }
    if let Some((from, to)) = costs.tester_days {
        say(About::Beside, "cost.tester", &[("from", from.into()), ("to", to.into())]);
    }
    lines.extend(money(costs, rates, words));
    lines
}

fn money(costs: &Costs, rates: &Rates, words: &Words) -> Vec<(About, String)> {
    let line = |key: &str, rate: u64, range: &Range| {
        let (from, to) = amount(range, rate);
        let values = [("rate", whole(rate)), ("from", whole(from)), ("to", whole(to))];
        let currency = [("currency", rates.currency.as_str().into())];
        words.message(key, &values.into_iter().chain(currency).collect::<Vec<_>>())
    };
    let mut lines = Vec::new();
    if let Some(rate) = rates.own {
        lines.push((About::Work, line("chooser.cost.money", rate, &costs.initial)));
    }
    if let (Some(rate), Some(audit)) = (rates.bought, costs.audit) {
        let cd = |tenths: u32| u64::from(tenths) * 10;
        let range = Range {
            low_cd: cd(audit.low_tenths),
            likely_cd: cd(audit.initial_tenths),
            high_cd: cd(audit.high_tenths),
        };
        lines.push((About::Audit, line("chooser.cost.money_bought", rate, &range)));
    }
    lines
}

fn assumptions(it: &Recommendation, costs: &Costs, words: &Words) -> Vec<String> {
    let say = |name: &str, values: &[(&str, Value)]| {
        words.message(&format!("chooser.cost.{name}"), values)
    };
    let counted = if it.standard == Standard::Iso27002 { "counted_controls" } else { "counted" };
    let rows = i64::try_from(costs.rows).unwrap_or(i64::MAX);
    let mut lines = vec![say(counted, &[("rows", Value::Int(rows))]), say("rule", &[])];
    if !costs.situation.assumed.is_empty() {
        let assumed = costs.situation.assumed.iter();
        let names = assumed.map(|it| words.message(&format!("chooser.assumed.{}", it.word()), &[]));
        let names = Value::Ids(names.collect());
        lines.push(words.message("chooser.assumed.intro", &[("assumptions", names)]));
    }
    if costs.situation.is_beyond_model() {
        lines.push(say("beyond", &[]));
    }
    lines.push(say("older", &[]));
    lines.push(say("thin", &[]));
    lines
}

fn overdone(costs: &Costs, words: &Words) -> Vec<String> {
    let line = |(code, extra): &(&'static str, Option<(u64, u64)>)| {
        let text = |part: &str| words.message(&format!("effort.{part}.{code}"), &[]);
        let mut values = vec![("what", text("overdone").into()), ("enough", text("enough").into())];
        let Some((once, yearly)) = extra else {
            return words.message("chooser.over.extra_plain", &values);
        };
        values.extend([("days", days(*once)), ("days_year", days(*yearly))]);
        let key = if *yearly == 0 { "chooser.over.extra_once" } else { "chooser.over.extra" };
        words.message(key, &values)
    };
    costs.overdone.iter().map(line).collect()
}

/// Cd as days: half days up to twenty days, whole days above, to the nearest.
fn days(cd: u64) -> Value {
    let [_, likely, _] = Range { low_cd: cd, likely_cd: cd, high_cd: cd }.shown_tenths();
    Value::Tenths(likely)
}

/// An amount in the unit in which the rate was typed.
fn whole(amount: u64) -> Value {
    Value::Int(i64::try_from(amount).unwrap_or(i64::MAX))
}
