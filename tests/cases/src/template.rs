//! A sentence with gaps, and how words are fitted to it.
//!
//! In a template `[…]` may be missing, `{a|b c}` is one of several, and `<…>` is a gap: `<day>`,
//! `<until day>`, `<number>`, `<text>`, `<name>`, `<names>`, `<estimate>`, `<level>`. What stands
//! before the last word of a gap tells two of a kind apart.

use crate::token::Token;

/// What fills a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filled {
    /// A day, a number, a text, or which of several.
    Text(String),
    /// Names of controls, requirements, documents or entries.
    Names(Vec<Name>),
    /// How likely and how grave.
    Estimate(Estimate),
}

/// A name, and whether it stands for something that there need not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// As it was written.
    pub(crate) text: String,
    /// Whether it stood in quotation marks.
    pub(crate) is_quoted: bool,
}

/// An assessment as it was written: steps by their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Estimate {
    /// How likely.
    pub(crate) likelihood: Option<Name>,
    /// How grave, with the member of the dimension.
    pub(crate) consequences: Vec<(&'static str, Name)>,
}

/// The gaps of a sentence, filled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gaps(Vec<(String, Filled)>);

impl Gaps {
    fn find(&self, gap: &str) -> Option<&Filled> {
        self.0.iter().find(|(name, _)| name == gap).map(|(_, filled)| filled)
    }

    /// The text of a gap, or nothing where it is not there.
    pub(crate) fn said(&self, gap: &str) -> Option<&str> {
        match self.find(gap) {
            Some(Filled::Text(text)) => Some(text),
            Some(Filled::Names(names)) => names.first().map(|name| name.text.as_str()),
            _ => None,
        }
    }

    /// The text of a gap that is always there.
    pub(crate) fn text(&self, gap: &str) -> &str {
        self.said(gap).unwrap_or_default()
    }

    /// Which of several it is, as files write it.
    pub(crate) fn choice(&self) -> String {
        self.text("choice").replace(' ', "_")
    }

    /// The names of a gap.
    pub(crate) fn names(&self, gap: &str) -> &[Name] {
        match self.find(gap) {
            Some(Filled::Names(names)) => names,
            _ => &[],
        }
    }

    /// The same as texts.
    pub(crate) fn ids(&self, gap: &str) -> Vec<String> {
        self.names(gap).iter().map(|name| name.text.clone()).collect()
    }

    /// The assessment.
    pub(crate) fn estimate(&self) -> Option<&Estimate> {
        match self.find("estimate") {
            Some(Filled::Estimate(estimate)) => Some(estimate),
            _ => None,
        }
    }

    /// The same gaps with other fillings.
    pub(crate) fn map<E>(
        self,
        change: impl Fn(&str, Filled) -> Result<Filled, E>,
    ) -> Result<Gaps, E> {
        let gaps = self.0.into_iter().map(|(gap, filled)| {
            let filled = change(&gap, filled)?;
            Ok((gap, filled))
        });
        gaps.collect::<Result<_, E>>().map(Gaps)
    }

    /// The gaps that hold names.
    pub(crate) fn all_names(&self) -> impl Iterator<Item = &Name> {
        let names = self.0.iter().filter_map(|(_, filled)| match filled {
            Filled::Names(names) => Some(names),
            _ => None,
        });
        names.flatten()
    }

    /// The days.
    pub(crate) fn days(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|(gap, filled)| match filled {
            Filled::Text(text) if gap.ends_with("day") => Some(text.as_str()),
            _ => None,
        })
    }
}

/// Fits the beginning of the words to a template: how many words it takes, and its gaps.
pub(crate) fn fit(template: &str, words: &[Token]) -> Option<(usize, Gaps)> {
    let mut gaps = Gaps::default();
    let taken = part(template, words, &mut gaps)?;
    Some((taken, gaps))
}

/// Of several templates the one that takes the most words.
pub(crate) fn best<T>(
    table: &'static [(&'static str, T)],
    words: &[Token],
) -> Option<(usize, Gaps, &'static T)> {
    let mut best: Option<(usize, Gaps, &T)> = None;
    for (template, what) in table {
        if let Some((taken, gaps)) = fit(template, words)
            && best.as_ref().is_none_or(|(most, ..)| taken > *most)
        {
            best = Some((taken, gaps, what));
        }
    }
    best
}

fn part(template: &str, words: &[Token], gaps: &mut Gaps) -> Option<usize> {
    let mut at = 0;
    let mut rest = template.trim_start();
    while let Some(first) = rest.chars().next() {
        let here = words.get(at..).unwrap_or_default();
        let (inner, after) = match first {
            '[' => enclosed(rest, ']'),
            '{' => enclosed(rest, '}'),
            '<' => enclosed(rest, '>'),
            ',' | ':' => rest.split_at(1),
            _ => rest.split_at(rest.find([' ', ',', ':', '[']).unwrap_or(rest.len())),
        };
        at += match first {
            '[' => {
                let mut more = Gaps::default();
                let taken = part(inner, here, &mut more);
                if taken.is_some() {
                    gaps.0.append(&mut more.0);
                }
                taken.unwrap_or(0)
            }
            '{' => {
                let words_of = |choice: &str| choice.split(' ').count();
                let mut choices: Vec<&str> = inner.split('|').collect();
                choices.sort_by_key(|choice| std::cmp::Reverse(words_of(choice)));
                let is_here = |choice: &&&str| part(choice, here, &mut Gaps::default()).is_some();
                let choice = choices.iter().find(is_here)?;
                gaps.0.push(("choice".to_owned(), Filled::Text((*choice).to_owned())));
                words_of(choice)
            }
            '<' => {
                let (taken, filled) = gap(inner, here)?;
                gaps.0.push((inner.to_owned(), filled));
                taken
            }
            ',' => (here.first() == Some(&Token::Comma)).then_some(1)?,
            ':' => (here.first() == Some(&Token::Colon)).then_some(1)?,
            _ => (here.first().and_then(Token::word) == Some(inner)).then_some(1)?,
        };
        rest = after.trim_start();
    }
    Some(at)
}

/// What stands between the first character and its partner, and what follows.
fn enclosed(text: &str, end: char) -> (&str, &str) {
    let (inner, after) = text.split_once(end).unwrap_or((text, ""));
    (inner.get(1..).unwrap_or_default(), after)
}

fn gap(gap: &str, words: &[Token]) -> Option<(usize, Filled)> {
    let kind = gap.rsplit(' ').next().unwrap_or_default();
    let first = words.first()?;
    let of_word = |is: &dyn Fn(&str) -> bool| {
        let word = first.word().filter(|word| is(word))?;
        Some((1, Filled::Text(word.to_owned())))
    };
    match kind {
        "day" => of_word(&is_day),
        "number" => of_word(&|word| word.parse::<u32>().is_ok()),
        "code" => of_word(&|word| word.starts_with("L-")),
        "condition" => of_word(&|word| word.starts_with("S1-") || word.starts_with("S2-")),
        "text" => match first {
            Token::Text(text) => Some((1, Filled::Text(text.clone()))),
            _ => None,
        },
        "step" | "level" => {
            let name = step(first)?;
            Some((1, Filled::Names(vec![name])))
        }
        "name" => {
            let (taken, name) = name(words)?;
            Some((taken, Filled::Names(vec![name])))
        }
        "names" => names(words),
        "words" => missing(words),
        "estimate" => estimate(words),
        _ => None,
    }
}

fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [year, month, day]
        if [year, month, day].iter().all(|it| is_number(it)) && [year.len(), month.len(), day.len()] == [4, 2, 2])
}

/// Whether a word can be a name: of an item, a document, or an entry such as `R-1`.
fn is_name(word: &str) -> bool {
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    let is_plain =
        word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let is_code = word.starts_with("L-") || word.starts_with("S1-") || word.starts_with("S2-");
    has_digit && is_plain && !is_day(word) && !is_code && word.contains(['.', '-'])
}

/// What stands once in an assessment, with the member by which files name it.
const PARTS: [(&str, &str); 3] =
    [("criteria", "criteria"), ("scope", "about.scope"), ("approval", "soa_approval")];

fn name(words: &[Token]) -> Option<(usize, Name)> {
    match words {
        [Token::Text(text), ..] => Some((1, Name { text: text.clone(), is_quoted: true })),
        [Token::Word(the), Token::Word(part), ..] if the == "the" => {
            let (_, member) = PARTS.iter().find(|(name, _)| name == part)?;
            Some((2, Name { text: (*member).to_owned(), is_quoted: true }))
        }
        [Token::Word(word), ..] if is_name(word) => {
            Some((1, Name { text: word.clone(), is_quoted: false }))
        }
        _ => None,
    }
}

/// Names with `,` and `and` between them; `A.7.1 to A.7.6` is all that count from one to the other.
fn names(words: &[Token]) -> Option<(usize, Filled)> {
    let (mut at, first) = name(words)?;
    let mut names = vec![first];
    loop {
        let here = words.get(at..).unwrap_or_default();
        let skip = match here {
            [Token::Comma, Token::Word(and), ..] if and == "and" => 2,
            [Token::Comma, ..] => 1,
            [Token::Word(and), ..] if and == "and" => 1,
            [Token::Word(to), ..] if to == "to" => {
                let (taken, last) = name(here.get(1..).unwrap_or_default())?;
                let first = names.pop()?;
                names.extend(range(&first.text, &last.text)?);
                at += 1 + taken;
                continue;
            }
            _ => break,
        };
        let Some((taken, next)) = name(here.get(skip..).unwrap_or_default()) else { break };
        // A text behind a comma is another phrase's.
        if next.is_quoted && skip == 1 && here.first() == Some(&Token::Comma) {
            break;
        }
        names.push(next);
        at += skip + taken;
    }
    Some((at, Filled::Names(names)))
}

fn range(first: &str, last: &str) -> Option<Vec<Name>> {
    let split = |name: &str| {
        let at = name.rfind(['.', '-'])? + 1;
        let (stem, number) = name.split_at(at);
        Some((stem.to_owned(), number.parse::<u32>().ok()?))
    };
    let ((stem, from), (other, to)) = (split(first)?, split(last)?);
    (stem == other && from <= to).then(|| {
        let names = (from..=to).map(|number| format!("{stem}{number}"));
        names.map(|text| Name { text, is_quoted: false }).collect()
    })
}

fn step(word: &Token) -> Option<Name> {
    match word {
        Token::Word(word) if word.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            Some(Name { text: word.clone(), is_quoted: false })
        }
        Token::Text(text) => Some(Name { text: text.clone(), is_quoted: true }),
        _ => None,
    }
}

/// What a risk may lack, as it is written.
const MISSING: [&str; 8] = [
    "criteria",
    "event",
    "threat",
    "vulnerability",
    "groups",
    "likelihood",
    "consequence",
    "known step",
];

/// What a risk lacks, with `and` between.
fn missing(words: &[Token]) -> Option<(usize, Filled)> {
    let (mut at, mut names) = (0, Vec::new());
    loop {
        let here = words.get(at..).unwrap_or_default();
        let lacks = |it: &&&str| part(it, here, &mut Gaps::default()).is_some();
        let found = MISSING.iter().find(lacks)?;
        names.push(Name { text: (*found).to_owned(), is_quoted: true });
        at += found.split(' ').count();
        match words.get(at) {
            Some(Token::Word(and)) if and == "and" => at += 1,
            _ => return Some((at, Filled::Names(names))),
        }
    }
}

/// The dimensions of a consequence, by how they are written.
const DIMENSIONS: [(&str, &str); 4] =
    [("confidentiality", "c"), ("integrity", "i"), ("availability", "a"), ("safety", "x")];

/// `likely and serious`, `likely and serious for availability and minor for integrity`.
fn estimate(words: &[Token]) -> Option<(usize, Filled)> {
    let likelihood = step(words.first()?)?;
    let mut consequences = Vec::new();
    let mut at = 1;
    while let [Token::Word(and), next, rest @ ..] = words.get(at..).unwrap_or_default() {
        let (true, Some(grave)) = (and == "and", step(next)) else { break };
        let dimension = match rest {
            [Token::Word(word), Token::Word(name), ..] if word == "for" => {
                Some(DIMENSIONS.iter().find(|(known, _)| known == name)?.1)
            }
            _ => None,
        };
        at += if dimension.is_some() { 4 } else { 2 };
        consequences.push((dimension.unwrap_or("c"), grave));
    }
    Some((at, Filled::Estimate(Estimate { likelihood: Some(likelihood), consequences })))
}
