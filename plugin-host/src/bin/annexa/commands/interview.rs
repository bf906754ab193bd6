//! `annexa interview`: the questionnaire in a terminal. Each answer is on the disk before the next
//! question is asked, so that whatever ends the program ends nothing else.

use crate::{
    ask::Person,
    cli,
    failure::Failure,
    file::write_file,
    input::{self, is_standard, name},
    origin,
    output::Done,
    say::{Say as _, int},
    show::line,
    today,
};
use annexa_core::{
    Catalogue, Engine, Response,
    catalogue::{Item, Kind},
    pack::Pack,
    problem::{problem, quoted},
    words::{Told, Words},
};
use std::sync::Arc;

pub(crate) fn run(
    args: &cli::Interview,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let day = today::given(args.today.today.as_deref())?;
    if is_standard(&args.file) {
        return Err(Failure::bad(name(&args.file, words), problem!("E-READ", "answers")));
    }
    let bytes = input::bytes(&args.file, words)?;
    let refused = |problems| Failure::bad(name(&args.file, words), problems);
    let pack = Pack::is_pack(&bytes).then(|| Pack::from_bytes(&bytes)).transpose();
    let pack = pack.map_err(refused)?;
    let document = match &pack {
        Some(pack) => pack.opened(catalogue).map_err(refused)?,
        None => input::document(&args.file, &bytes, catalogue, words)?,
    };
    let mut engine = Engine::from_document(document);
    engine.set_today(today::or_now(day)?);
    origin::set(&mut engine, None)?;
    if pack.is_none() {
        engine.begin();
    }
    let questions = questions(&engine, pack.as_ref());
    let from = match &args.from {
        Some(id) => {
            questions.iter().position(|index| is_called(&engine, *index, id)).ok_or_else(|| {
                Failure::bad("--from", problem!("E-UNKNOWN-ID", "asked", id = quoted(id)))
            })?
        }
        None => 0,
    };
    let mut interview = Interview { args, words, engine, pack, questions, is_new: true };
    interview.ask_from(from)?;
    Ok(Done::text(interview.end()))
}

/// The questions that are asked: requirements and controls, or controls alone where the standards
/// are used without clauses; of a pack those that it asks.
fn questions(engine: &Engine, pack: Option<&Pack>) -> Vec<usize> {
    let has_clauses = engine.system().mode().has_clauses();
    let items = engine.document().catalogue().items().iter().enumerate();
    let asked = items.filter(|(_, item)| match (pack, item.kind()) {
        (Some(pack), _) => pack.items.iter().any(|id| id.as_str() == item.id()),
        (None, Kind::Requirement) => has_clauses,
        (None, Kind::Control) => true,
        (None, Kind::Heading | Kind::Item) => false,
    });
    asked.map(|(index, _)| index).collect()
}

fn is_called(engine: &Engine, index: usize, id: &str) -> bool {
    let item = engine.document().catalogue().items().get(index);
    item.is_some_and(|item| item.id().eq_ignore_ascii_case(id.trim()))
}

struct Interview<'a> {
    args: &'a cli::Interview,
    words: &'a Words,
    engine: Engine,
    /// The pack that is answered, where the file is one.
    pack: Option<Pack>,
    /// Places in the catalogue.
    questions: Vec<usize>,
    /// Whether nobody was told yet what may be typed.
    is_new: bool,
}

/// What was typed.
enum Typed {
    Answer(Response),
    Skip,
    Back,
    Quit,
    Help,
    Else,
}

impl Interview<'_> {
    fn ask_from(&mut self, from: usize) -> Result<(), Failure> {
        let mut person = Person::new();
        let mut behind: Vec<usize> = Vec::new();
        let mut at = self.next(from);
        while let Some(place) = at {
            match self.ask(&mut person, place)? {
                Typed::Quit => return Ok(()),
                Typed::Back => match behind.pop() {
                    Some(before) => at = Some(before),
                    None => person.tell(&self.words.say("interview.first")),
                },
                _ => {
                    behind.push(place);
                    at = self.next(place + 1);
                }
            }
        }
        Ok(())
    }

    /// The next question from a place on that is to be asked.
    fn next(&self, from: usize) -> Option<usize> {
        let is_wanted = |place: &usize| {
            let index = self.questions.get(*place).copied().unwrap_or_default();
            self.args.again || self.engine.facts().item(index).response.is_none()
        };
        (from..self.questions.len()).find(is_wanted)
    }

    /// Asks one question until something was typed that leads away from it.
    fn ask(&mut self, person: &mut Person, place: usize) -> Result<Typed, Failure> {
        let index = self.questions.get(place).copied().unwrap_or_default();
        let catalogue = Arc::clone(self.engine.document().catalogue());
        let Some(item) = catalogue.items().get(index) else { return Ok(Typed::Quit) };
        self.show(person, place, index, item);
        loop {
            let Some(typed) = person.ask(&self.words.say("interview.prompt")) else {
                person.tell("");
                return Ok(Typed::Quit);
            };
            match self.understood(&typed) {
                Typed::Help => self.help(person, index),
                Typed::Else => person.tell(&self.keys(item)),
                Typed::Answer(response) => match self.engine.respond(item.id(), Some(response)) {
                    Ok(_) => {
                        write_file(&self.args.file, &self.bytes(), true)?;
                        return Ok(Typed::Answer(response));
                    }
                    Err(problem) => {
                        let Told { message, fix } = self.words.problem(&problem);
                        person.tell(&format!("{message}\n{fix}"));
                    }
                },
                away => return Ok(away),
            }
        }
    }

    /// What is written: the assessment, or the pack with its answers.
    fn bytes(&self) -> Vec<u8> {
        let document = self.engine.document();
        self.pack
            .as_ref()
            .map_or_else(|| document.to_bytes(), |it| it.answered(document).to_bytes())
    }

    fn show(&mut self, person: &mut Person, place: usize, index: usize, item: &Item) {
        let (words, catalogue) = (self.words, self.engine.document().catalogue());
        let values = [
            ("place", int(place + 1)),
            ("count", int(self.questions.len())),
            ("id", item.id().into()),
            ("title", line(words.title_of(catalogue, index)).into()),
            ("kind", words.say(&format!("catalog.{}", item.kind().word())).into()),
        ];
        let question = words.item_of(catalogue, index).question;
        person.tell(&format!("\n{}\n{question}", words.say_with("interview.head", &values)));
        if let Some(response) = self.engine.facts().item(index).response {
            let answer = [("answer", words.label("response", response.word()).into())];
            person.tell(&words.say_with("interview.answered", &answer));
        }
        if std::mem::take(&mut self.is_new) {
            person.tell(&self.keys(item));
        }
    }

    /// What may be typed.
    fn keys(&self, item: &Item) -> String {
        let is_control = item.kind() == Kind::Control;
        self.words.say(if is_control { "interview.keysControl" } else { "interview.keys" })
    }

    fn help(&self, person: &mut Person, index: usize) {
        let its = self.words.item_of(self.engine.document().catalogue(), index);
        let say = |key: &str| self.words.say(&format!("catalog.{key}"));
        let list = |lines: &[&str]| {
            lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
        };
        for (title, text) in [
            (say("purpose"), its.purpose.to_owned()),
            (say("good"), its.good.to_owned()),
            (say("guidance"), list(&its.guidance)),
            (say("evidence"), list(&its.evidence)),
        ] {
            if !text.is_empty() {
                person.tell(&format!("\n{title}:\n{text}"));
            }
        }
        person.tell("");
    }

    /// What was typed, by the words that the language has for it.
    fn understood(&self, typed: &str) -> Typed {
        let typed = typed.to_lowercase();
        let is = |key: &str| {
            let known = self.words.say(&format!("key.{key}"));
            known.split(',').any(|known| known.trim() == typed)
        };
        let answer = Response::WORDS.iter().find(|(word, _)| is(word));
        match answer {
            Some((_, response)) => Typed::Answer(*response),
            None if typed.is_empty() || is("skip") => Typed::Skip,
            None if is("back") => Typed::Back,
            None if is("quit") => Typed::Quit,
            None if is("help") => Typed::Help,
            None => Typed::Else,
        }
    }

    /// How far it is.
    fn end(&self) -> String {
        let is_open = |place: &&usize| self.engine.facts().item(**place).response.is_none();
        let open = self.questions.iter().filter(is_open).count();
        let values = [
            ("answered", int(self.questions.len() - open)),
            ("count", int(self.questions.len())),
            ("file", line(&name(&self.args.file, self.words)).into()),
        ];
        let key = match (open, &self.pack) {
            (0, None) => "interview.done",
            (0, Some(_)) => "interview.donePack",
            _ => "interview.stopped",
        };
        format!("{}\n", self.words.say_with(key, &values))
    }
}
