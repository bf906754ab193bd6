//! Reading takes a bounded multiple of a file's size in memory, whatever the file holds.

#[path = "../benches/reading/memory.rs"]
mod memory;
#[path = "../benches/reading/shapes.rs"]
mod shapes;

use annexa_core::{Catalogue, Document};

/// The most that a file of a megabyte or more takes, itself included, as a multiple of its size.
const MULTIPLE_MAX: usize = 10;

#[test]
fn any_content_takes_a_bounded_multiple_of_memory() {
    let catalogue = Catalogue::iso27001_2022();
    let mut too_much = Vec::new();
    for (name, make) in shapes::SHAPES {
        let file = make(1 << 20);
        let bytes = memory::peak_bytes(|| drop(Document::from_bytes(catalogue.clone(), &file)));
        if bytes + file.len() > MULTIPLE_MAX * file.len() {
            too_much.push(format!("{name}: {bytes} bytes for a file of {}", file.len()));
        }
    }
    assert!(too_much.is_empty(), "{}", too_much.join("\n"));
}
