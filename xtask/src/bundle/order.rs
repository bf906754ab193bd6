//! Puts functions whose code is alike side by side: a compressor finds what they share, and a first
//! view waits for less. Nothing but their order changes.

use anyhow::{Result, bail};
use wasmparser::{Parser, Payload, TypeRef};

/// How many bits stand for what a function's code holds.
const BITS: usize = 4096;
/// Runs of so many bytes are compared.
const RUN_BYTES: usize = 4;

/// What a function's code holds: a bit for each run of bytes.
struct Print {
    words: [u64; BITS / 64],
    count: u32,
}

impl Print {
    fn of(body: &[u8]) -> Print {
        let mut words = [0_u64; BITS / 64];
        for run in body.windows(RUN_BYTES) {
            let run = run.iter().fold(0_u32, |run, byte| run << 8 | u32::from(*byte));
            // The upper bits of a product by the golden ratio spread well.
            let bit = (run.wrapping_mul(0x9e37_79b1) >> (32 - BITS.ilog2())) as usize;
            if let Some(word) = words.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        Print { count: words.iter().map(|word| word.count_ones()).sum(), words }
    }

    /// How much two have in common: what both hold, and what either holds.
    fn shared(&self, other: &Print) -> (u64, u64) {
        let pairs = self.words.iter().zip(&other.words);
        let both: u32 = pairs.map(|(one, other)| (one & other).count_ones()).sum();
        (both.into(), u64::from(self.count + other.count - both) + 1)
    }
}

/// The functions of a module in their new order: from the longest on, each time the one that is most
/// like the last.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let prints: Vec<Print> = bodies.iter().map(|body| Print::of(body)).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut next =
        (0..bodies.len()).rev().max_by_key(|index| bodies.get(*index).map(|it| it.len()));
    while let Some(last) = next {
        order.push(last);
        left.retain(|index| *index != last);
        let mut best: Option<(usize, (u64, u64))> = None;
        for index in left.iter().copied() {
            let (Some(one), Some(other)) = (prints.get(last), prints.get(index)) else { continue };
            let (both, either) = one.shared(other);
            if best.is_none_or(|(_, (most, of))| both * of > most * either) {
                best = Some((index, (both, either)));
            }
        }
        next = best.map(|(index, _)| index);
    }
    order
}

/// The module with a name for each function by which wasm-opt sorts them.
pub(super) fn named_in_order(module: &[u8]) -> Result<Vec<u8>> {
    let (mut imports, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                bodies.push(body.as_bytes());
            }
            Payload::CustomSection(section) if section.name() == "name" => {
                bail!("the module has names already")
            }
            _ => {}
        }
    }
    let mut names: Vec<(usize, usize)> =
        order(&bodies).into_iter().enumerate().map(|(rank, index)| (index, rank)).collect();
    names.sort_unstable();
    let mut map = leb(names.len());
    for (index, rank) in names {
        map.extend(leb(imports + index));
        map.extend(text(&format!("{rank:06}")));
    }
    // A section of names, and in it the one of functions.
    let content = [text("name"), vec![1], leb(map.len()), map].concat();
    Ok([module.to_vec(), vec![0], leb(content.len()), content].concat())
}

fn text(text: &str) -> Vec<u8> {
    [leb(text.len()), text.as_bytes().to_vec()].concat()
}

/// A number of seven bits a byte, the lowest first.
fn leb(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 127 {
        bytes.push((number % 128) as u8 | 128);
        number /= 128;
    }
    bytes.push(number as u8);
    bytes
}

#[cfg(test)]
mod tests;
