//! What each way of ending the chooser says, as it is read.

use expect_test::{Expect, expect};

use super::super::{Asked, ChooserAnswers, Rates};
use super::{chosen, shown};
use crate::assessment::{Context, Development, It, Sector, YesNo};

/// What somebody reads who answers these questions with yes.
#[track_caller]
fn check(yes: &[Asked], context: &Context, rates: &Rates, expected: Expect) {
    let answers = yes
        .iter()
        .fold(ChooserAnswers::default(), |answers, asked| answers.with(*asked, Some(YesNo::Yes)));
    let answers =
        if yes.is_empty() { answers.with(Asked::Reference, Some(YesNo::No)) } else { answers };
    expected.assert_eq(&shown(&chosen(&answers, context, rates)));
}

#[test]
fn each_way_reads_sensibly() {
    let none = Rates::default();
    let open = Context::default();
    let small = Context {
        people: Some(12),
        it: Some(It::Cloud),
        sector: Some(Sector::CustomersRegulated),
        development: Some(Development::Own),
        ..Context::default()
    };
    let euro = Rates { own: Some(600), bought: Some(1_300), currency: "EUR".into() };
    check(
        &[Asked::CertificateWanted, Asked::ControlsGuidance],
        &small,
        &euro,
        expect![[r#"
            ISO/IEC 27001 with a certificate as the aim. Clauses 4 to 10 are requirements, and an auditor will ask for each of them; which controls you need follows from your risks.
            because
              you want a certificate
            Use ISO/IEC 27002 beside it: you look for advice on single measures. The requirements say what must be decided, the guidance how others do it.
            You get a certificate that customers and tenders accept without reading further, and an outside look every year. Most of the questionnaires that you fill in today become one sentence.
            complexity
              Thirty requirements must all be met; none can be left out. They ask for decisions of top management, for an internal audit and a management review each year, and for 17 documents and records.
              93 controls are looked at one by one. Each gets a reason why it is needed or why it is not, in a Statement of Applicability that is approved and kept up to date.
              Keep the two apart: only ISO/IEC 27001 requires. Where the guidance says “should”, you may do something else that treats the risk as well.
            costs
              work: 92 to 179 days of your own people, likely 125, until everything is in place; then 32 to 66 days a year, likely 43.
              work: Reading the guidance is 3.5 of these days; it saves rework, so the upper end is lower than it would be without.
              time: 9.5 to 17.1 months until an auditor could come for stage 2, likely 12.2, with 2.6 days of work a week.
              time: What decides is how many days a week you find.
              time: The certificate itself is likely there after 13.4 months.
              audit: 4.2 to 9 auditor days for stages 1 and 2 together, 6 by the usual table, then 2 each year and 4 after three years. Ask the body: a simple scope gets less, several sites get more.
              audit: Being audited takes about 9 days of your own people besides: someone answers, someone finds evidence.
              documents: 25 to 35 documents and records in all, 80 to 160 pages. 17 of them are mandatory; the rest is what you decide to need.
              beside: Training takes 3 days a year from all heads together; they are not in the figures above.
              beside: If nobody has done this before, add 5 to 10 days once for a course and for reading.
              beside: An adviser, if you take one, brings 8 to 20 days that replace days of your own and add none.
              beside: As software is developed, think of 3 to 6 days a year for penetration tests.
              work: At 600 EUR a day, your own days come to 55,638 to 107,040 EUR.
              audit: At 1,300 EUR a day, the auditors come to 5,460 to 11,700 EUR.
            assumptions
              Counted are hours that would not be spent without this work: 140 requirements, documents and controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              A matrix of every asset with every threat and weakness, thousands of lines long: about 14 days more, and 7 each year. Enough is: 15 to 40 scenarios that an owner can talk about.
              Forty measures in a dashboard: about 2 days more, and 5 each year. Enough is: six to ten that change a decision.
              Auditing all 93 controls in depth every year: about 4 days more, and 4 each year. Enough is: a sample by risk, and everything once in three years.
              Signatures, forms and a system of its own for documents: about 4.5 days more, and 1.5 each year. Enough is: the file store that you have, with versions.
              Taking each “should” of the guidance for a duty and doing every sentence: about 26 days more. Enough is: the risk treated, with a reason for each control.
              The whole group in the first scope. Enough is: one service first; the scope is widened at a surveillance audit."#]],
    );
    check(
        &[Asked::CertificateDemanded],
        &Context { people: Some(3_000), ..open.clone() },
        &none,
        expect![[r#"
            ISO/IEC 27001 with a certificate as the aim. Clauses 4 to 10 are requirements, and an auditor will ask for each of them; which controls you need follows from your risks.
            because
              a certificate is demanded of you

            You get a certificate that customers and tenders accept without reading further, and an outside look every year. Most of the questionnaires that you fill in today become one sentence.
            complexity
              Thirty requirements must all be met; none can be left out. They ask for decisions of top management, for an internal audit and a management review each year, and for 17 documents and records.
              93 controls are looked at one by one. Each gets a reason why it is needed or why it is not, in a Statement of Applicability that is approved and kept up to date.
            costs
              work: 842 to 1,706 days of your own people, likely 1,130, until everything is in place; then 315 to 644 days a year, likely 425.
              time: 10.8 to 20.8 months until an auditor could come for stage 2, likely 14.1, with 20 days of work a week.
              time: What decides is how many days a week you find.
              time: The certificate itself is likely there after 15.2 months.
              audit: More than 19 auditor days for stages 1 and 2 together; the published tables end at 1,175 people, so ask the body.
              documents: 70 to 150 documents and records in all, 600 to 1,500 pages. 17 of them are mandatory; the rest is what you decide to need.
              beside: Training takes 750 days a year from all heads together; they are not in the figures above.
              beside: If nobody has done this before, add 5 to 10 days once for a course and for reading.
              beside: An adviser, if you take one, brings 60 to 150 days that replace days of your own and add none.
            assumptions
              Counted are hours that would not be spent without this work: 140 requirements, documents and controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: IT of your own, an ordinary sector, usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              More than 2,000 people are outside the range that the model was made for.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              A matrix of every asset with every threat and weakness, thousands of lines long: about 48 days more, and 24 each year. Enough is: 15 to 40 scenarios that an owner can talk about.
              Forty measures in a dashboard: about 23 days more, and 60 each year. Enough is: six to ten that change a decision.
              Auditing all 93 controls in depth every year: about 48 days more, and 48 each year. Enough is: a sample by risk, and everything once in three years.
              Signatures, forms and a system of its own for documents: about 15 days more, and 6 each year. Enough is: the file store that you have, with versions.
              The whole group in the first scope. Enough is: one service first; the scope is widened at a surveillance audit."#]],
    );
    check(
        &[Asked::ShowCustomers],
        &open,
        &none,
        expect![[r#"
            ISO/IEC 27001 as the frame in which you show customers what you do. You work as if you were to be certified, and decide later whether an auditor comes.
            because
              you want to show customers that security is managed

            You can answer a customer's questions in a day and with the same words as last time. If a certificate is demanded later, the way there is short.
            complexity
              Thirty requirements must all be met; none can be left out. They ask for decisions of top management, for an internal audit and a management review each year, and for 17 documents and records.
              93 controls are looked at one by one. Each gets a reason why it is needed or why it is not, in a Statement of Applicability that is approved and kept up to date.
            costs
              work: 131 to 267 days of your own people, likely 177, until everything is in place; then 47 to 98 days a year, likely 64.
              time: 8.5 to 16.4 months until an auditor could come for stage 2, likely 11.3, with 4 days of work a week.
              time: What decides is how many days a week you find.
              documents: 25 to 35 documents and records in all, 80 to 160 pages. 17 of them are mandatory; the rest is what you decide to need.
              beside: Training takes 7.5 days a year from all heads together; they are not in the figures above.
              beside: If nobody has done this before, add 5 to 10 days once for a course and for reading.
              beside: An adviser, if you take one, brings 8 to 20 days that replace days of your own and add none.
            assumptions
              Counted are hours that would not be spent without this work: 140 requirements, documents and controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: 30 people in the scope, IT of your own, an ordinary sector, usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              A matrix of every asset with every threat and weakness, thousands of lines long: about 16 days more, and 8 each year. Enough is: 15 to 40 scenarios that an owner can talk about.
              Forty measures in a dashboard: about 3 days more, and 8 each year. Enough is: six to ten that change a decision.
              Auditing all 93 controls in depth every year: about 6 days more, and 6 each year. Enough is: a sample by risk, and everything once in three years.
              Signatures, forms and a system of its own for documents: about 5 days more, and 2 each year. Enough is: the file store that you have, with versions.
              The whole group in the first scope. Enough is: one service first; the scope is widened at a surveillance audit."#]],
    );
    check(
        &[Asked::RiskBased],
        &open,
        &none,
        expect![[r#"
            ISO/IEC 27001 from the beginning: scope, policy, roles, then risks, then controls. You build the system that decides about security and keeps deciding.
            because
              whether you run a management system stayed open, which counts as no
              risks shall decide what you do

            You know what could happen, who decides, and why a measure is there or is not. Security no longer depends on the one person who remembers.
            complexity
              Thirty requirements must all be met; none can be left out. They ask for decisions of top management, for an internal audit and a management review each year, and for 17 documents and records.
              93 controls are looked at one by one. Each gets a reason why it is needed or why it is not, in a Statement of Applicability that is approved and kept up to date.
            costs
              work: 131 to 267 days of your own people, likely 177, until everything is in place; then 47 to 98 days a year, likely 64.
              time: 8.5 to 16.4 months until an auditor could come for stage 2, likely 11.3, with 4 days of work a week.
              time: What decides is how many days a week you find.
              documents: 25 to 35 documents and records in all, 80 to 160 pages. 17 of them are mandatory; the rest is what you decide to need.
              beside: Training takes 7.5 days a year from all heads together; they are not in the figures above.
              beside: If nobody has done this before, add 5 to 10 days once for a course and for reading.
              beside: An adviser, if you take one, brings 8 to 20 days that replace days of your own and add none.
            assumptions
              Counted are hours that would not be spent without this work: 140 requirements, documents and controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: 30 people in the scope, IT of your own, an ordinary sector, usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              A matrix of every asset with every threat and weakness, thousands of lines long: about 16 days more, and 8 each year. Enough is: 15 to 40 scenarios that an owner can talk about.
              Forty measures in a dashboard: about 3 days more, and 8 each year. Enough is: six to ten that change a decision.
              Auditing all 93 controls in depth every year: about 6 days more, and 6 each year. Enough is: a sample by risk, and everything once in three years.
              Signatures, forms and a system of its own for documents: about 5 days more, and 2 each year. Enough is: the file store that you have, with versions.
              The whole group in the first scope. Enough is: one service first; the scope is widened at a surveillance audit."#]],
    );
    check(
        &[Asked::RiskBased, Asked::IsmsExists, Asked::Reference],
        &open,
        &none,
        expect![[r#"
            ISO/IEC 27001 for the way in which you handle risks. The system is there; what counts now is that risks are assessed again, treated, and accepted by those who own them.
            because
              you already run a management system
              risks shall decide what you do
            Use ISO/IEC 27002 beside it: you need a list of good practice. The requirements say what must be decided, the guidance how others do it.
            Money goes where the largest risks are, and those who own a risk have signed for it. What is accepted is accepted knowingly, for a time, and by someone who may.
            complexity
              Thirty requirements must all be met; none can be left out. They ask for decisions of top management, for an internal audit and a management review each year, and for 17 documents and records.
              93 controls are looked at one by one. Each gets a reason why it is needed or why it is not, in a Statement of Applicability that is approved and kept up to date.
              Keep the two apart: only ISO/IEC 27001 requires. Where the guidance says “should”, you may do something else that treats the risk as well.
            costs
              work: 134 to 259 days of your own people, likely 181, until everything is in place; then 47 to 98 days a year, likely 64.
              work: Reading the guidance is 4 of these days; it saves rework, so the upper end is lower than it would be without.
              time: 8.8 to 15.9 months until an auditor could come for stage 2, likely 11.5, with 4 days of work a week.
              time: What decides is how many days a week you find.
              documents: 25 to 35 documents and records in all, 80 to 160 pages. 17 of them are mandatory; the rest is what you decide to need.
              beside: Training takes 7.5 days a year from all heads together; they are not in the figures above.
              beside: If nobody has done this before, add 5 to 10 days once for a course and for reading.
              beside: An adviser, if you take one, brings 8 to 20 days that replace days of your own and add none.
            assumptions
              Counted are hours that would not be spent without this work: 140 requirements, documents and controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: 30 people in the scope, IT of your own, an ordinary sector, usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              A matrix of every asset with every threat and weakness, thousands of lines long: about 16 days more, and 8 each year. Enough is: 15 to 40 scenarios that an owner can talk about.
              Forty measures in a dashboard: about 3 days more, and 8 each year. Enough is: six to ten that change a decision.
              Auditing all 93 controls in depth every year: about 6 days more, and 6 each year. Enough is: a sample by risk, and everything once in three years.
              Signatures, forms and a system of its own for documents: about 5 days more, and 2 each year. Enough is: the file store that you have, with versions.
              Taking each “should” of the guidance for a duty and doing every sentence: about 39 days more. Enough is: the risk treated, with a reason for each control.
              The whole group in the first scope. Enough is: one service first; the scope is widened at a surveillance audit."#]],
    );
    check(
        &[Asked::ImproveControls, Asked::IsmsExists],
        &open,
        &none,
        expect![[r#"
            ISO/IEC 27002 for the controls that you run already. Your management system stays as it is; the guidance shows what each control could do better.
            because
              you already run a management system
              you want to make measures better that are in place

            You find the controls that exist on paper, the ones that could do more, and those that cost more than they are worth. Nothing has to be written anew.
            complexity
              There is nothing to fulfil. What makes it laborious is its length: choose what you need before you read.
            costs
              work: 96 to 197 days of your own people, likely 130, until everything is in place; then 34 to 71 days a year, likely 46.
              time: 5.8 to 11.5 months until the controls are in place, likely 7.6, with 4 days of work a week.
            assumptions
              Counted are hours that would not be spent without this work: 93 controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: 30 people in the scope, IT of your own, an ordinary sector, usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              Taking each “should” of the guidance for a duty and doing every sentence: about 39 days more. Enough is: the risk treated, with a reason for each control."#]],
    );
    check(
        &[Asked::ControlsGuidance],
        &small,
        &euro,
        expect![[r#"
            ISO/IEC 27002 as advice. Take the controls that fit, in whatever order helps you; nobody will ask you for the others.
            because
              you look for advice on single measures

            You get concrete steps for each measure and lose no time on documents that nobody asked for.
            complexity
              There is nothing to fulfil. What makes it laborious is its length: choose what you need before you read.
            costs
              work: 63 to 129 days of your own people, likely 85, until everything is in place; then 22 to 46 days a year, likely 30.
              time: 5.8 to 11.8 months until the controls are in place, likely 7.8, with 2.6 days of work a week.
              beside: As software is developed, think of 3 to 6 days a year for penetration tests.
              work: At 600 EUR a day, your own days come to 37,974 to 77,382 EUR.
            assumptions
              Counted are hours that would not be spent without this work: 93 controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              Taking each “should” of the guidance for a duty and doing every sentence: about 26 days more. Enough is: the risk treated, with a reason for each control."#]],
    );
    check(
        &[Asked::Reference],
        &open,
        &none,
        expect![[r#"
            ISO/IEC 27002 as a list to compare with. You answer what is in place, and see what is not, without owing anybody a reason.
            because
              you need a list of good practice

            You see in an afternoon where you stand, in words that others in the trade understand.
            complexity
              There is nothing to fulfil. What makes it laborious is its length: choose what you need before you read.
            costs
              work: 96 to 197 days of your own people, likely 130, until everything is in place; then 34 to 71 days a year, likely 46.
              time: 5.8 to 11.5 months until the controls are in place, likely 7.6, with 4 days of work a week.
            assumptions
              Counted are hours that would not be spent without this work: 93 controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: 30 people in the scope, IT of your own, an ordinary sector, usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              Taking each “should” of the guidance for a duty and doing every sentence: about 39 days more. Enough is: the risk treated, with a reason for each control."#]],
    );
    check(
        &[],
        &open,
        &none,
        expect![[r#"
            ISO/IEC 27002, without a certificate and without a management system. Begin with the controls that help most, and come back when a customer, a law or an incident asks for more.
            because
              no question was answered with yes, so nothing speaks for the work that requirements bring

            You improve security with what you have. Every answer that you give now is kept, should you need the management system one day.
            complexity
              There is nothing to fulfil. What makes it laborious is its length: choose what you need before you read.
            costs
              work: 96 to 197 days of your own people, likely 130, until everything is in place; then 34 to 71 days a year, likely 46.
              time: 5.8 to 11.5 months until the controls are in place, likely 7.6, with 4 days of work a week.
            assumptions
              Counted are hours that would not be spent without this work: 93 controls, all taken as not yet looked at. Ordinary operation, purchases and the days of others are not in it.
              The likely days add up. The range is narrower than the sum of all ranges because not everything goes wrong at once, and wider than pure chance because the same people do it all.
              Assumed, as nobody has said otherwise: 30 people in the scope, IT of your own, an ordinary sector, usual practice with hardly anything written, sites as usual for that size, suppliers as usual for that size, systems as usual for that size, the days a week that such organizations usually find.
              Older equipment widens the range further than shown; where you know better, set your own days.
              These figures are a starting point for a plan and no benchmark: little has been published about days that were really spent, and most of it by sellers.
            overdone
              Taking each “should” of the guidance for a duty and doing every sentence: about 39 days more. Enough is: the risk treated, with a reason for each control."#]],
    );
}
