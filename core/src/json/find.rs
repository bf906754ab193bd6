//! Finding the next byte that matters, eight bytes at a time.
//!
//! A page's module is built for size, where nothing is copied into its caller unless it must be: what
//! runs for each word of a file must.

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x8080_8080_8080_8080;

/// The bytes of `bytes` from `at` that are nothing but characters of a string: up to a quote, a
/// backslash, a control character, or the first byte of what may be one in two bytes.
pub(super) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let marks = below(word, 0x20)
            | equal(word, b'"')
            | equal(word, b'\\')
            | equal(word, 0x7f)
            | equal(word, 0xc2);
        if marks != 0 {
            return at + first(marks);
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let is_mark = |byte: &u8| matches!(byte, 0..0x20 | b'"' | b'\\' | 0x7f | 0xc2);
    at + rest.iter().position(is_mark).unwrap_or(rest.len())
}

/// The first byte from `at` on that is not white space.
pub(super) fn space_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match bytes.get(at) {
            Some(b' ') => {}
            Some(b'\n' | b'\r' | b'\t') => {
                at += 1;
                continue;
            }
            _ => return at,
        }
        at += 1;
        // Indentation is long runs of spaces.
        while let Some(word) = word(bytes, at) {
            let other = word ^ (ONES * 0x20);
            if other != 0 {
                at += first(other);
                break;
            }
            at += 8;
        }
    }
}

#[inline(always)]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let chunk = bytes.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*chunk))
}

/// The top bit of each byte that equals `byte`; exact up to the first.
#[inline(always)]
fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * u64::from(byte)), 1)
}

/// The top bit of each byte below `limit`, at most 0x80; exact up to the first.
#[inline(always)]
fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * u64::from(limit)) & !word & TOPS
}

/// The place of the first byte with a set bit.
#[inline(always)]
fn first(word: u64) -> usize {
    (word.trailing_zeros() / 8) as usize
}
