//! How a command changes an assessment: read, change, and write as a whole, or leave everything as
//! it is.
//!
//! ```text
//!  file -> Open { engine } -> commands of the engine -> finish -> the same file, or --output
//!                                       '-> refused: nothing is written
//! ```

use super::{labels::labelled, pick::Picked};
use crate::{
    cli::Edit,
    failure::Failure,
    file::write_file,
    input::{self, is_standard, name},
    origin,
    output::{Done, Output},
    say::Say as _,
    show::line,
    today,
};
use annexa_core::{
    Catalogue, Date, Engine, Problems,
    assessment::Entry,
    engine as changes,
    report::{Changed, change_csv, change_json},
    words::Words,
};
use std::sync::Arc;

/// An assessment that is about to be changed.
pub(super) struct Open {
    pub(super) engine: Engine,
    pub(super) today: Date,
    before: Vec<u8>,
    name: String,
}

/// Reads an assessment that is to be changed. A day or an origin that makes no sense is refused.
pub(super) fn open(args: &Edit, catalogue: Arc<Catalogue>, words: &Words) -> Result<Open, Failure> {
    let given = today::given(args.today.today.as_deref())?;
    let mut engine = input::engine(&args.file, catalogue, words)?;
    let today = today::or_now(given)?;
    engine.set_today(today);
    origin::set(&mut engine, args.origin.as_deref())?;
    // A file that does not say which assessment it is says so from its first change on.
    engine.begin();
    let before = engine.document().to_bytes();
    Ok(Open { engine, today, before, name: name(&args.file, words) })
}

impl Open {
    /// Everything for which the change is refused.
    pub(super) fn refused(&self, problems: impl Into<Problems>) -> Failure {
        Failure::bad(self.name.as_str(), labelled(problems.into(), self.engine.system()))
    }

    /// Puts an entry into its register. What the arguments lack and what the engine refuses is said
    /// at once.
    pub(super) fn put<E: Into<Entry> + Clone>(
        &mut self,
        entry: E,
        picked: Picked,
    ) -> Result<changes::Done, Failure> {
        let mut problems = picked.0;
        if !problems.is_empty() {
            let refused = self.engine.clone().put_entry(entry.into()).err();
            problems.extend(refused.map(|problems| problems.0).unwrap_or_default());
            return Err(self.refused(Problems(problems)));
        }
        self.engine.put_entry(entry.into()).map_err(|it| self.refused(it))
    }

    /// Writes what was changed, and says what that is. What changes nothing writes nothing.
    pub(super) fn finish(
        self,
        args: &Edit,
        changed: &[Changed],
        said: &str,
        words: &Words,
    ) -> Result<Done, Failure> {
        let (is_changed, wrote) = self.write(args, words)?;
        let (engine, today) = (&self.engine, self.today);
        if is_standard(args.output.as_ref().unwrap_or(&args.file)) {
            let note = Some(said.trim_end().to_owned()).filter(|note| !note.is_empty());
            return Ok(Done { note, ..Done::bytes(engine.document().to_bytes()) });
        }
        Ok(args.form.format.done(
            || format!("{wrote}{said}"),
            || change_json(engine, today, is_changed, changed),
            || change_csv(engine, today, changed),
        ))
    }

    /// The same where something else than the change is to be printed.
    pub(super) fn finish_with(
        self,
        args: &Edit,
        print: impl FnOnce(&Engine, &str) -> Output,
        words: &Words,
    ) -> Result<Done, Failure> {
        let (_, wrote) = self.write(args, words)?;
        if is_standard(args.output.as_ref().unwrap_or(&args.file)) {
            return Ok(Done::bytes(self.engine.document().to_bytes()));
        }
        Ok(Done::of(print(&self.engine, &wrote), crate::failure::Exit::Done))
    }

    /// Whether something changed, and the line that says where it was written.
    fn write(&self, args: &Edit, words: &Words) -> Result<(bool, String), Failure> {
        let bytes = self.engine.document().to_bytes();
        let is_changed = bytes != self.before;
        let target = args.output.as_ref().unwrap_or(&args.file);
        let is_elsewhere = args.output.is_some();
        if !is_standard(target) && (is_changed || is_elsewhere) {
            write_file(target, &bytes, args.force || !is_elsewhere)?;
        }
        let key = if is_changed || is_elsewhere { "wrote" } else { "change.nothing" };
        let file = line(&name(target, words));
        Ok((is_changed, words.say_with(key, &[("file", file.into())]) + "\n"))
    }
}
