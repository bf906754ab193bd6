//! A pack as a file.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::{FORMAT, Pack, VERSION};
use crate::assessment::{Answer, FILE};
use crate::id::{Id, Origin};
use crate::join::together;
use crate::json::{FileKind, Limits, Raw, Reader, Writer};
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::{Field, Kind, Record, fields, read_member, write_members};

const LIMITS: Limits = Limits { what: FileKind::Pack, ..FILE };
/// How many members say what the file is.
const HEAD: usize = 2;

/// The members at the top of a file.
const FIELDS: [Field; HEAD + Pack::SHAPE.fields.len()] = {
    let mut fields = [Field::of(Kind::Date); HEAD + Pack::SHAPE.fields.len()];
    let [format, version, own @ ..] = &mut fields;
    *format = Field { name: "format", ..Field::of(Kind::Constant(FORMAT)).required() };
    *version = Field { name: "version", ..Field::of(Kind::Version(VERSION)).required() };
    own.copy_from_slice(Pack::SHAPE.fields);
    fields
};

impl Pack {
    /// Whether the bytes say that they are a pack, whatever else they say.
    pub fn is_pack(bytes: &[u8]) -> bool {
        let mut says = false;
        // Whatever is wrong with the file is said by whoever reads it.
        let _ = Reader::whole(bytes, LIMITS, |reader| {
            reader.members(&mut |reader, key| {
                if key != "format" {
                    return reader.skip();
                }
                says |= matches!(reader.raw()?, Raw::Text(format) if format == FORMAT);
                Ok(())
            })
        });
        says
    }

    /// Reads a pack.
    ///
    /// # Errors
    ///
    /// Every problem with its code, place and fix; `E-PACK-DAMAGED` where what may not be edited
    /// was, `E-PACK-ITEM` and `E-PACK-FIELD` for what is not asked.
    pub fn from_bytes(bytes: &[u8]) -> Result<Pack, Problems> {
        let mut pack = Reader::whole(bytes, LIMITS, |reader| {
            let mut pack = Pack::blank();
            let (mut format, mut version) = (None, None);
            fields(reader, &FIELDS, &mut |reader, _, field| {
                match field.name {
                    "format" => {
                        format = Some(reader.raw()?);
                        if let Some(problem) = format_problem(format.as_ref()) {
                            reader.rather(problem);
                        }
                    }
                    "version" => version = Some(reader.raw()?),
                    name => read_member(reader, &mut pack, name)?,
                }
                Ok(())
            })?;
            let gate =
                format_problem(format.as_ref()).or_else(|| version_problem(version.as_ref()));
            if let Some(problem) = gate {
                reader.findings.replace([problem].into());
            }
            Ok(pack)
        })?;
        if pack.digest != pack.own_digest() {
            return Err(problem!("E-PACK-DAMAGED").at("digest").into());
        }
        let problems = pack.edited_beyond();
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        pack.identify()?;
        Ok(pack)
    }

    /// The file's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.object(|w| self.members(w));
        writer.finish()
    }

    /// The digest of all that is not to be written.
    pub(super) fn own_digest(&self) -> String {
        let bare =
            Pack { digest: String::new(), answers: Vec::new(), risks: Vec::new(), ..self.clone() };
        Writer::digest(|w| bare.members(w))
    }

    fn members(&self, w: &mut Writer) {
        w.text("format", FORMAT);
        w.int("version", VERSION);
        write_members(w, self);
    }

    /// What was edited and is not asked.
    fn edited_beyond(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (index, answer) in self.answers.iter().enumerate() {
            let place = together(&["answers[", &Writer::count(index), "]"]);
            let id = answer.id.as_str();
            if self.items.contains(&answer.id) {
                self.beyond(answer, id, &place, &mut problems);
            } else {
                problems.push(problem!("E-PACK-ITEM", "answer", id = quoted(id)).at(place));
            }
        }
        for (index, risk) in self.risks.iter().enumerate() {
            let place = together(&["risks[", &Writer::count(index), "]"]);
            let id = risk.id.as_str();
            if self.base_risks.iter().any(|other| other.id == risk.id) {
                self.beyond(risk, id, &place, &mut problems);
            } else {
                problems.push(problem!("E-PACK-ITEM", "risk", id = quoted(id)).at(place));
            }
        }
        problems
    }

    fn beyond(&self, record: &dyn Record, id: &str, place: &str, problems: &mut Vec<Problem>) {
        for field in self.allow.beyond(record) {
            let it = problem!("E-PACK-FIELD", id = id, field = quoted(&field));
            problems.push(it.at(together(&[place, ".", &field])));
        }
    }

    /// Gives new evidence the ids that it lacks: the same file always has the same, and no other
    /// file has them.
    fn identify(&mut self) -> Result<(), Problem> {
        let ids = |answer: &Answer| -> Vec<Id> {
            answer.evidence.iter().filter_map(|it| it.id.clone()).collect()
        };
        let known: BTreeSet<Id> = self.answers.iter().flat_map(ids).collect();
        let mut origin = Origin::new(&self.digest)?;
        let lacking = self.answers.iter_mut().flat_map(|answer| &mut answer.evidence);
        for evidence in lacking.filter(|evidence| evidence.id.is_none()) {
            let is_taken = &mut |id: &str| known.iter().any(|it| it.as_str() == id);
            evidence.id = Some(origin.make("e", is_taken));
        }
        Ok(())
    }
}

fn format_problem(format: Option<&Raw<'_>>) -> Option<Problem> {
    match format {
        Some(Raw::Text(format)) if format == FORMAT => None,
        _ => Some(problem!("E-NOT-OURS", "pack").at("format")),
    }
}

fn version_problem(version: Option<&Raw<'_>>) -> Option<Problem> {
    match version {
        Some(Raw::Int(VERSION)) => None,
        Some(Raw::Int(version)) if *version > VERSION => {
            let version = Writer::number(*version);
            Some(problem!("E-VERSION", "newer", version = version).at("version"))
        }
        _ => Some(problem!("E-VERSION", "missing").at("version")),
    }
}
