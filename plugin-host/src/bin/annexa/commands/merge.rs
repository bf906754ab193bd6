//! `annexa merge`: one of two versions, or the list of what somebody has to decide.
//!
//! ```text
//!  ours, theirs, base -> merge -> conflicts that are open: the list, nothing is written, code 1
//!                          ^ '--> none: ours as a whole, or --output
//!                          choices of --resolve and --take
//! ```

use crate::{
    cli,
    failure::{Exit, Failure},
    file::write_file,
    input::{self, is_standard, name},
    output::Done,
    say::{Say as _, int},
    show::{BAD, BOLD, DIM, PLAIN, heading, line, paint},
    table::{Column, Table, cell},
};
use annexa_core::{
    Catalogue, Document,
    merge::{Conflict, Decided, Merged, Resolution, Side, Take, Versions, merge},
    pack::Pack,
    problem::problem,
    words::Words,
};
use std::{path::Path, sync::Arc};

/// A longer value is shown by its beginning.
const SHOWN_MAX_CHARS: usize = 240;

pub(crate) fn run(
    args: &cli::Merge,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let read =
        |file: &Path, bytes: &[u8]| input::document(file, bytes, Arc::clone(&catalogue), words);
    let ours = read(&args.ours, &input::bytes(&args.ours, words)?)?;
    let bytes = input::bytes(&args.theirs, words)?;
    if Pack::is_pack(&bytes) {
        let refused = |problems| Failure::bad(name(&args.theirs, words), problems);
        let sides = Pack::from_bytes(&bytes).and_then(|pack| pack.sides(&ours)).map_err(refused)?;
        if args.base.is_some() || args.two_way {
            return Err(refused(problem!("E-UNRELATED", "pack").into()));
        }
        return run_with(args, sides.versions(&ours), words);
    }
    let theirs = read(&args.theirs, &bytes)?;
    let base = args.base.as_deref().map(|file| ancestor(file, &catalogue, words)).transpose()?;
    let base = base.flatten();
    let may_be_unrelated = args.two_way;
    let versions = Versions { base: base.as_ref(), ours: &ours, theirs: &theirs, may_be_unrelated };
    run_with(args, versions, words)
}

fn run_with(args: &cli::Merge, versions: Versions<'_>, words: &Words) -> Result<Done, Failure> {
    let merged = decided(args, versions, words)?;
    let written = match &merged.document {
        Some(document) => Some(write(args, versions.ours, document, words)?),
        None => None,
    };
    let target = args.output.as_ref().unwrap_or(&args.ours);
    let exit = if written.is_some() { Exit::Done } else { Exit::Findings };
    let shown = Shown { args, merged: &merged, versions, words };
    if let Some(document) = merged.document.as_ref().filter(|_| is_standard(target)) {
        return Ok(Done { note: shown.filled(), ..Done::bytes(document.to_bytes()) });
    }
    let done = args.form.format.done(
        || shown.text(written.as_deref()),
        || merged.to_json(versions),
        || merged.to_csv(),
    );
    Ok(Done { exit, note: shown.filled(), ..done })
}

/// The ancestor. Git gives an empty file where there is none.
fn ancestor(
    file: &Path,
    catalogue: &Arc<Catalogue>,
    words: &Words,
) -> Result<Option<Document>, Failure> {
    let bytes = input::bytes(file, words)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    input::document(file, &bytes, Arc::clone(catalogue), words).map(Some)
}

/// What comes of the merge with what was decided about it.
fn decided<'d>(
    args: &cli::Merge,
    versions: Versions<'d>,
    words: &Words,
) -> Result<Merged<'d>, Failure> {
    let rest = args.take.as_deref().and_then(Take::from_word);
    let (decided, subject) = match &args.resolve {
        Some(file) => {
            let refused = |problems| Failure::bad(name(file, words), problems);
            let resolution = Resolution::from_bytes(&input::bytes(file, words)?);
            // What may not be merged at all is not the fault of the choices.
            let unrelated = |problems| Failure::bad(name(&args.theirs, words), problems);
            merge(versions, &Decided::default()).map_err(unrelated)?;
            let decided = resolution.and_then(|it| it.decided(versions, rest)).map_err(refused)?;
            (decided, file)
        }
        None => (Decided { choices: Vec::new(), rest }, &args.theirs),
    };
    merge(versions, &decided).map_err(|problems| Failure::bad(name(subject, words), problems))
}

/// Writes what was merged, and says where. What changes nothing writes nothing.
fn write(
    args: &cli::Merge,
    ours: &Document,
    merged: &Document,
    words: &Words,
) -> Result<String, Failure> {
    let bytes = merged.to_bytes();
    let target = args.output.as_ref().unwrap_or(&args.ours);
    let is_elsewhere = args.output.is_some();
    let is_changed = bytes != ours.to_bytes();
    if !is_standard(target) && (is_changed || is_elsewhere) {
        write_file(target, &bytes, args.force || !is_elsewhere)?;
    }
    let key = if is_changed || is_elsewhere { "wrote" } else { "change.nothing" };
    Ok(words.say_with(key, &[("file", line(&name(target, words)).into())]) + "\n")
}

/// What came of a merge, for people.
struct Shown<'s> {
    args: &'s cli::Merge,
    merged: &'s Merged<'s>,
    versions: Versions<'s>,
    words: &'s Words,
}

impl Shown<'_> {
    fn text(&self, written: Option<&str>) -> String {
        let (words, merged) = (self.words, self.merged);
        let mut text = written.unwrap_or_default().to_owned();
        if self.versions.base.is_none() {
            text += &format!("{}\n", words.say("merge.two"));
        }
        let open = merged.open().count();
        let decided = merged.conflicts.len() - open;
        if written.is_some() && decided > 0 {
            let values = [("count", int(decided))];
            text += &format!("{}\n", words.say_with("merge.clean", &values));
        }
        if !merged.conflicts.is_empty() {
            text += &heading(&words.say("merge.conflicts"));
            text += &self.conflicts();
        }
        if !merged.notes.is_empty() {
            text += &heading(&words.say("merge.notes"));
            text += &self.notes();
        }
        if written.is_some() {
            text += &self.changes();
        } else {
            let said = words.say_with("merge.open", &[("count", int(open))]);
            text += &format!("\n{}\n{}\n", paint(BAD, &said), words.say("merge.next"));
        }
        text
    }

    fn conflicts(&self) -> String {
        let words = self.words;
        let mut text = String::new();
        for it in &self.merged.conflicts {
            let kind = line(words.label("merge_conflict", it.kind.word()));
            text += &format!("{}  {kind}\n", paint(BOLD, &self.place(&it.path)));
            for (side, value) in sides(it) {
                let value = value.unwrap_or_else(|| words.say("merge.nothing"));
                let side = words.label("merge_side", side);
                let values = [("side", side.into()), ("value", short(&value).into())];
                text += &format!("    {}\n", words.say_with("merge.side", &values));
            }
            if let Some(suggestion) = &it.suggestion {
                let value = format!("{suggestion:?}");
                let said = words.say_with("merge.suggestion", &[("value", short(&value).into())]);
                text += &format!("    {}\n", paint(DIM, &said));
            }
            if let Some(take) = it.taken {
                let said = words.say_with("merge.taken", &[("take", take.word().into())]);
                text += &format!("    {}\n", paint(DIM, &said));
            }
        }
        text
    }

    fn notes(&self) -> String {
        let words = self.words;
        let mut text = String::new();
        for it in &self.merged.notes {
            let mut place = self.place(&it.path);
            if let Some(other) = &it.other {
                let values = [("one", place.into()), ("other", self.place(other).into())];
                place = words.say_with("merge.pair", &values);
            }
            let said = line(words.label("merge_note", it.kind.word()));
            let between = if place.is_empty() { "" } else { "  " };
            text += &format!("{place}{between}{said}\n");
        }
        text
    }

    /// What theirs brought, or both did.
    fn changes(&self) -> String {
        let words = self.words;
        let new = self.merged.changes.iter().filter(|it| it.by != Side::Ours);
        let columns = [Column::Left("kind"), Column::Words("path"), Column::Left("by")];
        let mut table = Table::new(words, "merge", &columns);
        let mut is_empty = true;
        for it in new {
            is_empty = false;
            let kind = line(words.label("merge_change", it.kind.word()));
            let by = words.label("merge_side", it.by.word());
            table.row([(kind, PLAIN), cell(self.place(&it.path)), cell(by)]);
        }
        let is_as_ours = |it: &Document| it.to_bytes() == self.versions.ours.to_bytes();
        if is_empty || self.merged.document.as_ref().is_some_and(is_as_ours) {
            return String::new();
        }
        let target = self.args.output.as_ref().unwrap_or(&self.args.ours);
        let file = [("file", line(&name(target, words)).into())];
        format!("{}{}", heading(&words.say_with("merge.changes", &file)), table.show())
    }

    /// What `--take` decided.
    fn filled(&self) -> Option<String> {
        let side = self.args.take.as_deref()?;
        let filled = self.merged.conflicts.iter().filter(|it| it.is_filled);
        let paths: Vec<String> = filled.map(|it| self.place(&it.path)).collect();
        if paths.is_empty() {
            return None;
        }
        let values = [
            ("count", int(paths.len())),
            ("side", side.into()),
            ("paths", paths.join(", ").into()),
        ];
        Some(self.words.say_with("merge.filled", &values))
    }

    /// A path, with the label of the entry in which it stands.
    fn place(&self, path: &str) -> String {
        match self.versions.label(path) {
            Some(label) => {
                let values = [("path", line(path).into()), ("label", line(&label).into())];
                self.words.say_with("merge.label", &values)
            }
            None => line(path),
        }
    }
}

/// What each version has at a conflict.
fn sides(it: &Conflict<'_>) -> [(&'static str, Option<String>); 3] {
    [
        ("base", it.text(Side::Both)),
        ("ours", it.text(Side::Ours)),
        ("theirs", it.text(Side::Theirs)),
    ]
}

fn short(text: &str) -> String {
    let text = line(text);
    if text.chars().count() <= SHOWN_MAX_CHARS {
        return text;
    }
    text.chars().take(SHOWN_MAX_CHARS).chain(Some('…')).collect()
}
