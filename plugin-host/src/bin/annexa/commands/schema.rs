//! `annexa schema`: what a file may hold, for other programs.

use crate::{cli::Schema, output::Done};

pub(crate) fn run(file: Schema) -> Done {
    match file {
        Schema::Assessment => Done::bytes(annexa_core::schema::assessment()),
    }
}
