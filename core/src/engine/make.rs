//! One thing of an assessment is changed, and what takes that back.

use alloc::boxed::Box;
use core::mem::replace;

use super::Engine;
use super::edit::Edit;
use crate::assessment::listed::replace_named;
use crate::assessment::{Answer, Response};
use crate::problem::Date;

impl Engine {
    /// Makes one edit, and gives the one that takes it back.
    pub(super) fn make(&mut self, edit: Edit) -> Edit {
        let (old_bytes, new_bytes) = self.sizes(&edit);
        self.document.edit().resize(old_bytes, new_bytes);
        match edit {
            Edit::Entry(register, id, entry) => {
                let old = self.document.edit().system_mut().replace(register, &id, entry);
                Edit::Entry(register, id, old)
            }
            Edit::Paper(key, paper) => {
                let old =
                    replace_named(self.document.edit().system_mut(), &key, paper.map(|it| *it));
                Edit::Paper(key, old.map(Box::new))
            }
            Edit::Decision(key, decision) => {
                let old =
                    replace_named(self.document.edit().system_mut(), &key, decision.map(|it| *it));
                Edit::Decision(key, old.map(Box::new))
            }
            Edit::Effort(key, effort) => {
                let system = self.document.edit().system_mut();
                let old = replace_named(system, &key, effort.map(|it| *it));
                Edit::Effort(key, old.map(Box::new))
            }
            Edit::Snapshot(key, kept) => {
                let system = self.document.edit().system_mut();
                let old = replace_named(system, &key, kept.map(|it| *it));
                Edit::Snapshot(key, old.map(Box::new))
            }
            Edit::Watched(key, watched) => {
                let system = self.document.edit().system_mut();
                let old = replace_named(system, &key, watched.map(|it| *it));
                Edit::Watched(key, old.map(Box::new))
            }
            Edit::Mode(mode) => {
                Edit::Mode(replace(&mut self.document.edit().system_mut().mode, mode))
            }
            Edit::Context(context) => {
                let slot = &mut self.document.edit().system_mut().context;
                Edit::Context(Box::new(replace(slot, *context)))
            }
            Edit::ScopeParts(parts) => {
                let slot = &mut self.document.edit().system_mut().scope_parts;
                Edit::ScopeParts(Box::new(replace(slot, *parts)))
            }
            Edit::Approval(approval) => {
                let slot = &mut self.document.edit().system_mut().soa_approval;
                Edit::Approval(Box::new(replace(slot, *approval)))
            }
            Edit::Criteria(criteria) => {
                let slot = &mut self.document.edit().system_mut().criteria;
                Edit::Criteria(Box::new(replace(slot, *criteria)))
            }
            Edit::Lineage(lineage) => {
                Edit::Lineage(replace(&mut self.document.edit().lineage, lineage))
            }
            Edit::About(about) => {
                Edit::About(Box::new(replace(&mut self.document.edit().about, *about)))
            }
            Edit::Response(index, said) => {
                let old = self.said(index);
                self.say(index, said);
                self.updated(index);
                Edit::Response(index, old)
            }
            Edit::Answer(id, answer) => {
                let old = match self.document.catalogue().index_of(id.as_str()) {
                    Some(index) => {
                        let old = self.document.edit().replace(index, answer);
                        self.updated(index);
                        old
                    }
                    None => {
                        let answer = answer.map(|answer| *answer);
                        self.document.edit().replace_unknown(&id, answer).map(Box::new)
                    }
                };
                Edit::Answer(id, old)
            }
        }
    }

    /// Gives an item's answer this response and day: an answer that says nothing else comes or goes.
    fn say(&mut self, index: usize, said: Option<(Option<Response>, Option<Date>)>) {
        match (self.document.answer_at(index).map(Answer::size_bound_bytes), said) {
            (Some(old_bytes), None) => {
                let document = self.at(index);
                document.replace(index, None);
                document.resize(old_bytes, 0);
            }
            (None, Some((response, changed))) => {
                if let Ok(blank) = self.document.blank(index) {
                    let answer = Answer { response, changed, ..blank };
                    let document = self.at(index);
                    document.resize(0, answer.size_bound_bytes());
                    document.replace(index, Some(Box::new(answer)));
                }
            }
            (Some(_), Some((response, changed))) => {
                self.at(index).change(index, |answer| {
                    (answer.response, answer.changed) = (response, changed);
                });
            }
            (None, None) => {}
        }
    }
}
