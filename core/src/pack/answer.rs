//! A pack in the hands of whoever answers it: an assessment of its answers alone, and the pack with
//! what was written into that.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::{Allow, Pack};
use crate::assessment::{About, Answer, Document, System};
use crate::catalogue::Catalogue;
use crate::problem::{Problems, problem, quoted};

impl Pack {
    /// The answers of the pack as an assessment of their own, in which nothing else stands. Risks are
    /// not among them: by which steps they are judged stays in the house.
    ///
    /// # Errors
    ///
    /// `E-CATALOGUE` for another catalogue.
    pub fn opened(&self, catalogue: Arc<Catalogue>) -> Result<Document, Problems> {
        let known = catalogue.id();
        if self.catalogue.as_str() != known {
            let found = quoted(self.catalogue.as_str());
            let other = problem!("E-CATALOGUE", "other", found = found, wanted = known);
            return Err(other.at("catalogue").into());
        }
        let mut document = Document::new(Arc::clone(&catalogue));
        document.lineage = self.lineage.clone();
        self.answers.iter().for_each(|answer| document.put_answer(answer.clone()));
        // Read back, so that it is as any file is.
        Document::from_bytes(catalogue, &document.to_bytes())
    }

    /// Whether an assessment is one that was opened from this pack, and nothing more.
    pub fn is_opened_in(&self, document: &Document) -> bool {
        // One without a lineage has got its own since.
        let is_ours = self.lineage.is_none() || self.lineage == document.lineage;
        let mut answers = document.answers().peekable();
        is_ours
            && answers.peek().is_some()
            && document.about == About::default()
            && *document.system() == System::default()
            && answers.all(|answer| self.items.contains(&answer.id))
    }

    /// The pack with the answers of an assessment that was opened from it. What the pack does not
    /// ask is left out.
    #[must_use]
    pub fn answered(&self, by: &Document) -> Pack {
        let answers = self.items.iter().filter_map(|id| by.answer(id.as_str()));
        let answers = answers.map(|answer| self.allow.written(answer));
        let answers: Vec<Answer> = answers.filter(|answer| !answer.says_nothing()).collect();
        Pack { answers, ..self.clone() }
    }
}

impl Allow {
    /// What of an answer is handed back: what a pack asks, and the notes that were written there.
    fn written(&self, answer: &Answer) -> Answer {
        let notes = String::clone(&answer.notes);
        Answer { notes, ..self.answer(answer) }
    }
}
