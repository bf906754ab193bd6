//! Digests: of files, of content, and of what ids are made from.
//!
//! SHA-256 is written out here in its shortest form, since every page carries it: a library's, made
//! for speed, is ten times as much code. Tests compare the two.

use alloc::string::String;

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const ROUNDS: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

/// How many bytes are mixed in at a time.
const BLOCK_BYTES: usize = 64;

/// SHA-256 over bytes that come in pieces.
#[derive(Debug)]
pub(crate) struct Sha256 {
    state: [u32; 8],
    /// The block that is being filled.
    block: [u8; BLOCK_BYTES],
    /// How many bytes came so far.
    len_bytes: u64,
}

impl Default for Sha256 {
    fn default() -> Sha256 {
        // The first 32 bits of the fractional parts of the square roots of the first 8 primes.
        let state = [
            0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
            0x5be0cd19,
        ];
        Sha256 { state, block: [0; BLOCK_BYTES], len_bytes: 0 }
    }
}

impl Sha256 {
    /// Takes the next piece.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        // What fills the block that was begun; whole blocks are mixed in where they are.
        let begun = self.begun();
        let fill = (BLOCK_BYTES - begun) % BLOCK_BYTES;
        let (first, bytes) = bytes.split_at_checked(fill).unwrap_or((bytes, &[]));
        self.hold(begun, first);
        self.len_bytes += first.len() as u64;
        if begun > 0 && first.len() == fill {
            compress(&mut self.state, &self.block);
        }
        let (blocks, rest) = bytes.as_chunks();
        blocks.iter().for_each(|block| compress(&mut self.state, block));
        self.hold(0, rest);
        self.len_bytes += bytes.len() as u64;
    }

    /// How many bytes of a block are there.
    fn begun(&self) -> usize {
        (self.len_bytes % BLOCK_BYTES as u64) as usize
    }

    fn hold(&mut self, begun: usize, bytes: &[u8]) {
        let room = self.block.iter_mut().skip(begun);
        room.zip(bytes).for_each(|(slot, byte)| *slot = *byte);
    }

    /// The digest.
    pub(crate) fn bytes(mut self) -> [u8; 32] {
        let len_bits = self.len_bytes * 8;
        // A one, zeros, and the length at the end of a block.
        let zeros = (2 * BLOCK_BYTES - 9 - self.begun()) % BLOCK_BYTES;
        let mut end = [0; BLOCK_BYTES];
        end[0] = 0x80;
        self.update(end.get(..=zeros).unwrap_or(&end));
        self.update(&len_bits.to_be_bytes());
        let mut digest = [0; 32];
        for (bytes, word) in digest.chunks_exact_mut(4).zip(self.state) {
            bytes.copy_from_slice(&word.to_be_bytes());
        }
        digest
    }

    /// The digest as 64 lowercase hexadecimal digits.
    pub(crate) fn hex(self) -> String {
        let mut text = String::with_capacity(64);
        for byte in self.bytes() {
            for nibble in [byte >> 4, byte & 15] {
                let digit = if nibble < 10 { b'0' } else { b'a' - 10 };
                text.push(char::from(digit + nibble));
            }
        }
        text
    }
}

/// The SHA-256 of `bytes` as 64 lowercase hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let mut hash = Sha256::default();
    hash.update(bytes);
    hash.hex()
}

/// Mixes a block into the state. In the words of the block the first byte is the highest; the words
/// of the later rounds follow from them.
fn compress(state: &mut [u32; 8], block: &[u8; BLOCK_BYTES]) {
    let mix = |word: u32, one: u32, two: u32, three: u32| {
        word.rotate_right(one) ^ word.rotate_right(two) ^ three
    };
    let mut words = [0_u32; 64];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    #[expect(clippy::indexing_slicing, reason = "16 is the first place and 63 the last")]
    for place in 16..64 {
        let (first, last_but_one) = (words[place - 15], words[place - 2]);
        words[place] = words[place - 16]
            .wrapping_add(mix(first, 7, 18, first >> 3))
            .wrapping_add(words[place - 7])
            .wrapping_add(mix(last_but_one, 17, 19, last_but_one >> 10));
    }
    let mut mixed = *state;
    // By eight: after so many rounds every word of the state is back in its place.
    let rounds = words.as_chunks::<8>().0.iter().zip(ROUNDS.as_chunks::<8>().0);
    for (words, rounds) in rounds {
        for (word, round) in words.iter().zip(rounds) {
            let [a, b, c, d, e, f, g, h] = mixed;
            let choice = (e & f) ^ (!e & g);
            let majority = (a & b) ^ (a & c) ^ (b & c);
            let one = h
                .wrapping_add(mix(e, 6, 11, e.rotate_right(25)))
                .wrapping_add(choice)
                .wrapping_add(*round)
                .wrapping_add(*word);
            let two = mix(a, 2, 13, a.rotate_right(22)).wrapping_add(majority);
            mixed = [one.wrapping_add(two), a, b, c, d.wrapping_add(one), e, f, g];
        }
    }
    for (word, mixed) in state.iter_mut().zip(mixed) {
        *word = word.wrapping_add(mixed);
    }
}

#[cfg(test)]
mod tests {
    use super::{Sha256, sha256_hex};
    use expect_test::expect;
    use sha2::Digest as _;

    #[test]
    fn known_digests() {
        expect!["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]
            .assert_eq(&sha256_hex(b""));
        expect!["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"]
            .assert_eq(&sha256_hex(b"abc"));
    }

    #[test]
    fn every_length_and_every_cut_has_the_digest_of_the_library() {
        let bytes: Vec<u8> = (0..300_u32).map(|number| (number * 167 + 13) as u8).collect();
        for len in 0..bytes.len() {
            let (whole, cut) = (&bytes[..len], len / 3);
            let mut hash = Sha256::default();
            hash.update(&whole[..cut]);
            hash.update(&whole[cut..]);
            let library: [u8; 32] = sha2::Sha256::digest(whole).into();
            assert_eq!(hash.bytes(), library, "{len} bytes");
        }
        let long = vec![0x61; 1_000_000];
        expect_test::expect!["cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"]
            .assert_eq(&sha256_hex(&long));
    }
}
