//! Every path through the chooser, and what each way of ending it says.

mod reading;

use std::collections::BTreeMap;

use expect_test::expect;

use super::*;
use crate::assessment::{Context, Question};
use crate::catalogue::Catalogue;
use crate::words::Words;

const ANSWERS: [Option<YesNo>; 3] = [None, Some(YesNo::Yes), Some(YesNo::No)];

/// All 6,561 ways to answer eight questions with yes, no or nothing.
fn paths() -> impl Iterator<Item = ChooserAnswers> {
    (0..3_usize.pow(8)).map(|number| {
        let mut rest = number;
        Asked::WORDS.iter().fold(ChooserAnswers::default(), |answers, (_, asked)| {
            let answer = ANSWERS[rest % 3];
            rest /= 3;
            answers.with(*asked, answer)
        })
    })
}

fn is_yes(answers: &ChooserAnswers, word: &str) -> bool {
    answers.get(Asked::from_word(word).unwrap()) == Some(YesNo::Yes)
}

#[test]
fn every_path_ends_in_what_the_rules_say() {
    let mut count = 0;
    for answers in paths() {
        count += 1;
        let yes = |word: &str| is_yes(&answers, word);
        let guidance = yes("controls_guidance") || yes("improve_controls");
        // The rules once more, as a table from the last to the first.
        let mut expected = "no_certificate";
        for (is_it, mode) in [
            (yes("isms_exists"), "manage_by_risk"),
            (yes("reference"), "reference"),
            (guidance, "guidance"),
            (yes("improve_controls") && yes("isms_exists"), "improve"),
            (yes("risk_based"), "establish"),
            (yes("risk_based") && yes("isms_exists"), "manage_by_risk"),
            (yes("show_customers"), "demonstrate"),
            (yes("certificate_wanted") || yes("certificate_demanded"), "certify"),
        ] {
            if is_it {
                expected = mode;
            }
        }
        let Some(it) = recommend(&answers) else {
            assert_eq!(answers, ChooserAnswers::default());
            continue;
        };
        assert_eq!(it.mode.word(), expected, "{answers:?}");
        let standard = match (it.mode.has_clauses(), guidance || yes("reference")) {
            (false, _) => Standard::Iso27002,
            (true, false) => Standard::Iso27001,
            (true, true) => Standard::Both,
        };
        assert_eq!(it.standard, standard, "{answers:?}");
        assert!(it.because.iter().all(|(asked, answer)| answers.get(*asked) == *answer));
        assert!(!it.because.is_empty() || it.mode == Mode::NoCertificate);
        // What is not named did not lead there: without it the recommendation is the same.
        for (_, asked) in Asked::WORDS {
            let named = it.because.iter().any(|(led, _)| led == asked) || it.also.contains(asked);
            let open = recommend(&answers.clone().with(*asked, None));
            if !named && let Some(open) = open {
                assert_eq!(
                    (open.mode, open.standard),
                    (it.mode, it.standard),
                    "{answers:?} {asked:?}"
                );
            }
        }
    }
    assert_eq!(count, 6_561);
}

#[test]
fn the_choices_of_the_start_are_answers() {
    let modes = Start::WORDS.iter().map(|(word, start)| {
        let it = recommend(&ChooserAnswers::from(*start)).unwrap();
        format!("{word}: {} {}", it.mode.word(), it.standard.word())
    });
    expect![[r#"
        certificate: certify both
        manage: establish both
        show: demonstrate 27001
        guidance: guidance 27002
        reference: reference 27002"#]]
    .assert_eq(&modes.collect::<Vec<_>>().join("\n"));
}

fn shown(choice: &Choice) -> String {
    let list = |name: &str, lines: &[String]| format!("{name}\n  {}", lines.join("\n  "));
    let costs = choice.costs.iter().map(|(about, line)| format!("{}: {line}", about.word()));
    [
        choice.recommendation.clone(),
        list("because", &choice.because),
        choice.also.clone(),
        choice.benefit.clone(),
        list("complexity", &choice.complexity),
        list("costs", &costs.collect::<Vec<_>>()),
        list("assumptions", &choice.assumptions),
        list("overdone", &choice.overdone),
    ]
    .join("\n")
}

fn chosen(answers: &ChooserAnswers, context: &Context, rates: &Rates) -> Choice {
    let it = recommend(answers).unwrap();
    let costs = costs(&Catalogue::iso27001_2022(), &it, context);
    choice(&it, &costs, rates, &Words::english())
}

#[test]
fn every_outcome_says_which_answers_led_there() {
    let words = Words::english();
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    // What it costs follows from mode and standard.
    let mut known: BTreeMap<(Mode, Standard), Costs> = BTreeMap::new();
    for answers in paths() {
        let line = match recommend(&answers) {
            None => no_choice(&words),
            Some(it) => {
                let costs = known.entry((it.mode, it.standard)).or_insert_with(|| {
                    costs(&Catalogue::iso27001_2022(), &it, &Context::default())
                });
                let choice = choice(&it, costs, &Rates::default(), &words);
                let texts = shown(&choice);
                assert!(!texts.contains("chooser.") && !texts.contains('{'), "{texts}");
                let also = if choice.also.is_empty() { "" } else { " + guidance" };
                format!("{}{also}: {}", it.mode.word(), choice.because.join("; "))
            }
        };
        *outcomes.entry(line).or_default() += 1;
    }
    let lines: Vec<String> =
        outcomes.iter().map(|(line, count)| format!("{count} {line}")).collect();
    expect![[r#"
        1 No recommendation yet: every question is still open. One answer is enough to begin with; the first two decide most.
        1026 certify + guidance: a certificate is demanded of you
        1026 certify + guidance: you want a certificate
        513 certify + guidance: you want a certificate; a certificate is demanded of you
        432 certify: a certificate is demanded of you
        432 certify: you want a certificate
        216 certify: you want a certificate; a certificate is demanded of you
        684 demonstrate + guidance: you want to show customers that security is managed
        288 demonstrate: you want to show customers that security is managed
        152 establish + guidance: whether you run a management system stayed open, which counts as no; risks shall decide what you do
        152 establish + guidance: you run no management system yet; risks shall decide what you do
        64 establish: whether you run a management system stayed open, which counts as no; risks shall decide what you do
        64 establish: you run no management system yet; risks shall decide what you do
        288 guidance: you look for advice on single measures
        96 guidance: you look for advice on single measures; you want to make measures better that are in place
        192 guidance: you want to make measures better that are in place
        144 improve: you already run a management system; you want to make measures better that are in place
        152 manage_by_risk + guidance: you already run a management system; risks shall decide what you do
        128 manage_by_risk: you already run a management system
        64 manage_by_risk: you already run a management system; risks shall decide what you do
        255 no_certificate: no question was answered with yes, so nothing speaks for the work that requirements bring
        192 reference: you need a list of good practice"#]].assert_eq(&lines.join("\n"));
}

#[test]
fn money_needs_a_rate_and_assumptions_are_named() {
    let answers = ChooserAnswers::default().with(Asked::CertificateWanted, Some(YesNo::Yes));
    let open = chosen(&answers, &Context::default(), &Rates::default());
    assert!(!open.costs.iter().any(|(_, line)| line.contains("come to")));
    let it = recommend(&answers).unwrap();
    let costs = costs(&Catalogue::iso27001_2022(), &it, &Context::default());
    assert_eq!(costs.situation.assumed.len(), 8);
    let known = Context { people: Some(30), capacity_cd_week: Some(400), ..Context::default() };
    let situation = crate::effort::Situation::of(&known);
    assert!(!situation.assumed.contains(&Question::People));
    assert!(!situation.assumed.contains(&Question::Capacity));
}
