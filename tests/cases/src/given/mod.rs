//! What is given becomes an assessment, sentence by sentence, in the order in which it stands: an
//! approval approves what was said above it.

mod answer;
mod approve;
mod criteria;
mod entry;
mod system;

use std::sync::Arc;

use annexa_core::catalogue::Kind;
use annexa_core::{Catalogue, Document, Engine};
use serde_json::{Map, Value, json};

use crate::evaluate::catalogue;
use crate::fault::What;
use crate::template::{Gaps, best};
use crate::token::Token;

pub(crate) use answer::reason as reason_word;
pub(crate) use criteria::in_words;

/// A member of a file.
pub(crate) type Members = Map<String, Value>;
/// What a phrase does to what it is said of.
pub(crate) type Phrase = fn(&mut Members, &Gaps);
/// What a whole sentence does to the assessment.
pub(crate) type Whole = fn(&mut Given, &Gaps) -> Result<(), What>;

/// What a sentence begins to speak of.
type Head = fn(&mut Given, &Gaps) -> Result<About, What>;

/// Words that may stand at the head of a phrase, and say nothing.
const FILLERS: [&str; 6] = ["is", "are", "was", "were", "has", "have"];

/// The assessment as far as it is given.
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) file: Members,
    catalogue: Arc<Catalogue>,
    /// Names that something must bear in the end, with the line.
    names: Vec<(usize, String)>,
}

/// What phrases are about.
enum About {
    /// Answers, by the ids of the items.
    Items(Vec<String>),
    /// Entries of a register.
    Entries(&'static str, Vec<String>),
}

impl Default for Given {
    fn default() -> Given {
        let catalogue = catalogue();
        let mut file = Map::new();
        file.insert("format".into(), json!("annexa-assessment"));
        file.insert("version".into(), json!(1));
        file.insert("catalogue".into(), json!(catalogue.id()));
        file.insert("answers".into(), json!([]));
        Given { file, catalogue, names: Vec::new() }
    }
}

/// Every sentence about what is given.
pub(crate) fn sentences() -> Vec<&'static str> {
    let mut all: Vec<&str> = system::SENTENCES.iter().map(|(it, _)| *it).collect();
    all.extend(criteria::SENTENCES.iter().map(|(it, _)| *it));
    all.extend(approve::SENTENCES.iter().map(|(it, _)| *it));
    all.extend(HEADS.iter().map(|(it, _)| *it));
    all.extend(answer::PHRASES.iter().map(|(it, _)| *it));
    for (_, phrases) in entry::REGISTERS {
        all.extend(phrases.iter().map(|(it, _)| *it));
    }
    all
}

/// How a sentence begins that says something of an entry, a document or an item.
const HEADS: &[(&str, Head)] = &[
    ("risk <names> [<text>]", |given, gaps| given.entries("risks", gaps, entry::risk)),
    ("action <name> <text>", |given, gaps| given.entries("actions", gaps, entry::action)),
    ("{law|contract|customer demand|policy} <name> <text>", |given, gaps| {
        given.entries("obligations", gaps, entry::obligation)
    }),
    ("group <name> <text>", |given, gaps| given.entries("groups", gaps, entry::group)),
    ("own control <name> <text>", |given, gaps| {
        given.entries("own_controls", gaps, entry::own_control)?;
        Ok(About::Items(gaps.ids("name")))
    }),
    ("{internal audit|management review|exercise} <name>", |given, gaps| {
        given.entries("events", gaps, entry::event)
    }),
    ("{minor|major} nonconformity <name> <text>", |given, gaps| {
        given.entries("nonconformities", gaps, entry::nonconformity)
    }),
    ("document <names>", |given, gaps| given.entries("documents", gaps, entry::document)),
    ("every document of {stage 1|stage 2}", |given, gaps| {
        let stage = if gaps.text("choice") == "stage 1" { "stage_1" } else { "stage_2" };
        Ok(About::Entries("documents", given.documents_of(stage)))
    }),
    ("every {control|requirement}", |given, gaps| Ok(About::Items(given.items(gaps, true)))),
    ("every other {control|requirement}", |given, gaps| Ok(About::Items(given.items(gaps, false)))),
    ("the unknown item <text>", |_, gaps| Ok(About::Items(vec![gaps.text("text").to_owned()]))),
    ("<names>", |given, gaps| Ok(given.named(gaps))),
];

/// The fault of words that no sentence fits.
pub(crate) fn not_understood(words: &[Token]) -> What {
    let shown: Vec<String> = words.iter().map(Token::shown).collect();
    What::NotUnderstood(shown.join(" "))
}

impl Given {
    /// Takes a sentence.
    pub(crate) fn take(&mut self, line: usize, words: &[Token]) -> Result<(), What> {
        for table in [system::SENTENCES, criteria::SENTENCES, approve::SENTENCES] {
            if let Some((taken, gaps, whole)) = best(table, words)
                && taken == words.len()
            {
                let gaps = self.checked(line, gaps)?;
                return whole(self, &gaps);
            }
        }
        let (taken, gaps, head) = best(HEADS, words).ok_or_else(|| not_understood(words))?;
        let gaps = self.checked(line, gaps)?;
        let about = head(self, &gaps)?;
        let mut rest = words.get(taken..).unwrap_or_default();
        if let [Token::Comma, after @ ..] = rest {
            rest = after;
        }
        while !rest.is_empty() {
            rest = self.phrase(line, &about, rest)?;
            rest = match rest {
                [] => rest,
                [Token::Comma, after @ ..] if !after.is_empty() => after,
                rest => return Err(not_understood(rest)),
            };
        }
        Ok(())
    }

    /// Takes the first phrase, and gives the words behind it.
    fn phrase<'w>(
        &mut self,
        line: usize,
        about: &About,
        words: &'w [Token],
    ) -> Result<&'w [Token], What> {
        let is_filler =
            words.first().and_then(Token::word).is_some_and(|word| FILLERS.contains(&word));
        let said = words.get(usize::from(is_filler)..).unwrap_or_default();
        let (register, ids) = match about {
            About::Items(ids) => ("answers", ids),
            About::Entries(register, ids) => (*register, ids),
        };
        // An own control has an answer, and is an entry besides.
        let own = ids.first().is_some_and(|id| self.has("own_controls", id));
        let registers: &[&str] =
            if register == "answers" && own { &["answers", "own_controls"] } else { &[register] };
        for register in registers {
            let Some((taken, gaps, phrase)) = best(phrases(register), said) else { continue };
            let gaps = self.checked(line, gaps)?;
            for id in ids {
                phrase(self.entry(register, id), &gaps);
            }
            return Ok(said.get(taken..).unwrap_or_default());
        }
        Err(not_understood(words))
    }

    /// The gaps with days that there are, steps by their words, and names noted.
    pub(crate) fn checked(&mut self, line: usize, gaps: Gaps) -> Result<Gaps, What> {
        for day in gaps.days() {
            day.parse::<annexa_core::Date>().map_err(|_| What::NoDay(day.to_owned()))?;
        }
        let gaps = in_words(gaps, self.file.get("criteria"))?;
        let names = gaps.all_names().filter(|name| !name.is_quoted);
        let names: Vec<_> = names.map(|name| (line, name.text.clone())).collect();
        self.names.extend(names);
        Ok(gaps)
    }

    /// The entry of a register, which is made where there is none.
    pub(crate) fn entry(&mut self, register: &str, id: &str) -> &mut Members {
        // Documents of one's own are known by their titles.
        let is_known = |id: &str| self.catalogue.documents().iter().any(|it| it.id() == id);
        let key = if register == "documents" && !is_known(id) && !id.starts_with("D.") {
            "title"
        } else {
            "id"
        };
        let list = self.file.entry(register).or_insert_with(|| json!([]));
        if !list.is_array() {
            *list = json!([]);
        }
        let place = list.as_array().and_then(|list| {
            list.iter().position(|entry| entry.get(key).and_then(Value::as_str) == Some(id))
        });
        let place = place.unwrap_or_else(|| {
            let list = list.as_array_mut();
            list.map_or(0, |list| {
                list.push(json!({ key: id }));
                list.len() - 1
            })
        });
        members(list.as_array_mut().and_then(|list| list.get_mut(place)))
    }

    /// Whether a register has an entry.
    pub(crate) fn has(&self, register: &str, id: &str) -> bool {
        let list = self.file.get(register).and_then(Value::as_array);
        let is_it = |entry: &Value| entry.get("id").and_then(Value::as_str) == Some(id);
        list.is_some_and(|list| list.iter().any(is_it))
    }

    /// Makes the entries that a sentence introduces.
    fn entries(
        &mut self,
        register: &'static str,
        gaps: &Gaps,
        begin: fn(&mut Members, &str, &Gaps),
    ) -> Result<About, What> {
        let ids = if gaps.ids("names").is_empty() { gaps.ids("name") } else { gaps.ids("names") };
        for id in &ids {
            begin(self.entry(register, id), id, gaps);
        }
        Ok(About::Entries(register, ids))
    }

    /// What bears these names: an entry that was introduced, a document, or an item.
    fn named(&self, gaps: &Gaps) -> About {
        let ids = gaps.ids("names");
        let first = ids.first().map(String::as_str).unwrap_or_default();
        let registers = entry::REGISTERS.iter().map(|(register, _)| *register);
        let mut others = registers.filter(|it| *it != "own_controls");
        match others.find(|register| self.has(register, first)) {
            Some(register) => About::Entries(register, ids),
            None if first.starts_with("D.") => About::Entries("documents", ids),
            None => About::Items(ids),
        }
    }

    /// The documents of the catalogue that a stage reads; the statement has an approval instead.
    fn documents_of(&self, stage: &str) -> Vec<String> {
        let documents = self.catalogue.documents().iter();
        let needed = documents.filter(|it| it.needed().word() == stage && it.id() != "D.6.1.3d");
        needed.map(|it| it.id().to_owned()).collect()
    }

    /// Every control or requirement, or every one that nobody said anything of.
    fn items(&self, gaps: &Gaps, is_all: bool) -> Vec<String> {
        let wanted =
            if gaps.text("choice") == "control" { Kind::Control } else { Kind::Requirement };
        let items = self.catalogue.items().iter().filter(|item| item.kind() == wanted);
        let items = items.filter(|item| is_all || !self.has("answers", item.id()));
        items.map(|item| item.id().to_owned()).collect()
    }

    /// The file in canonical form, if it is an assessment and everything that was named is there.
    pub(crate) fn finish(&self) -> Result<Vec<u8>, Vec<(usize, What)>> {
        let unknown = self.names.iter().filter(|(_, name)| !self.is_known(name));
        let mut faults: Vec<(usize, What)> =
            unknown.map(|(line, name)| (*line, What::UnknownName(name.clone()))).collect();
        match self.document() {
            Ok(document) if faults.is_empty() => Ok(document.to_bytes()),
            Ok(_) => Err(faults),
            Err(what) => {
                faults.push((0, what));
                Err(faults)
            }
        }
    }

    /// Whether something bears a name.
    pub(crate) fn is_known(&self, name: &str) -> bool {
        self.catalogue.index_of(name).is_some()
            || self.catalogue.documents().iter().any(|it| it.id() == name)
            || self.has("own_controls", name)
            || entry::REGISTERS.iter().any(|(register, _)| self.has(register, name))
    }

    /// What is given so far as a document.
    fn document(&self) -> Result<Document, What> {
        let bytes = Value::Object(self.file.clone()).to_string();
        let document = Document::from_bytes(Arc::clone(&self.catalogue), bytes.as_bytes());
        document.map_err(|problems| What::Refused(format!("{problems}")))
    }

    /// Lets the engine carry out a command on what is given so far.
    pub(crate) fn through_engine(
        &mut self,
        command: impl FnOnce(&mut Engine) -> Result<(), What>,
    ) -> Result<(), What> {
        let mut engine = Engine::from_document(self.document()?);
        engine.set_origin("cases").map_err(|problem| What::Refused(format!("{problem}")))?;
        command(&mut engine)?;
        let read = serde_json::from_slice(&engine.document().to_bytes());
        let Ok(Value::Object(file)) = read else { return Ok(()) };
        self.file = file;
        // What is empty is not written, and here it is looked for.
        self.file.entry("answers").or_insert_with(|| json!([]));
        Ok(())
    }
}

/// The phrases of a register, or of answers.
fn phrases(register: &str) -> &'static [(&'static str, Phrase)] {
    let own = entry::REGISTERS.iter().find(|(name, _)| *name == register);
    own.map_or(answer::PHRASES, |(_, phrases)| phrases)
}

/// The members of an object; where there is none, an empty one that nobody keeps.
fn members(value: Option<&mut Value>) -> &mut Members {
    match value {
        Some(Value::Object(members)) => members,
        _ => Box::leak(Box::new(Map::new())),
    }
}

/// Sets a member.
pub(crate) fn set(it: &mut Members, name: &str, value: impl Into<Value>) {
    it.insert(name.to_owned(), value.into());
}

/// The object within an object.
pub(crate) fn inner<'m>(it: &'m mut Members, name: &str) -> &'m mut Members {
    members(Some(it.entry(name).or_insert_with(|| json!({}))))
}

/// Adds to the list within an object.
pub(crate) fn add(it: &mut Members, name: &str, values: Vec<Value>) {
    let list = it.entry(name).or_insert_with(|| json!([]));
    if let Some(list) = list.as_array_mut() {
        list.extend(values);
    }
}

/// The names of a gap as values.
pub(crate) fn listed(gaps: &Gaps, gap: &str) -> Vec<Value> {
    gaps.ids(gap).into_iter().map(Value::from).collect()
}

/// A number of a gap.
pub(crate) fn number(gaps: &Gaps, gap: &str) -> Value {
    gaps.text(gap).parse::<u32>().map_or(Value::Null, Value::from)
}
