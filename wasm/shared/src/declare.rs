//! Declarations for TypeScript, put together by the compiler from the types that cross.

/// How long the name of a member may be, in bytes.
const LEN_MAX_BYTES: usize = 32;

/// A name as JavaScript writes it: `newIn2022` of `new_in_2022`.
#[derive(Debug)]
pub struct Name {
    text: [u8; LEN_MAX_BYTES],
    len: usize,
}

impl Name {
    /// The name of a field in camel case.
    ///
    /// # Panics
    ///
    /// While the program is compiled, for a name that is too long.
    pub const fn camel(field: &str) -> Name {
        assert!(field.len() <= LEN_MAX_BYTES, "a shorter name is needed");
        let (mut text, mut len, mut is_upper) = ([0; LEN_MAX_BYTES], 0, false);
        let mut rest = field.as_bytes();
        while let [byte, tail @ ..] = rest {
            rest = tail;
            if *byte == b'_' {
                is_upper = true;
                continue;
            }
            if let Some((_, [slot, ..])) = text.split_at_mut_checked(len) {
                *slot = if is_upper { byte.to_ascii_uppercase() } else { *byte };
            }
            is_upper = false;
            len += 1;
        }
        Name { text, len }
    }

    /// Its text.
    pub const fn text(&self) -> &str {
        match self.text.split_at_checked(self.len) {
            Some((text, _)) => utf8(text),
            None => "",
        }
    }
}

/// A text of so many bytes that is known when the program is compiled.
#[derive(Debug)]
pub struct Text<const N: usize>([u8; N]);

impl<const N: usize> Text<N> {
    /// Parts one behind the other; [`len`] says how long they are.
    pub const fn joined(mut parts: &[&str]) -> Text<N> {
        let (mut text, mut len) = ([0; N], 0);
        while let [part, others @ ..] = parts {
            parts = others;
            let mut rest = part.as_bytes();
            while let [byte, tail @ ..] = rest {
                rest = tail;
                if let Some((_, [slot, ..])) = text.split_at_mut_checked(len) {
                    *slot = *byte;
                }
                len += 1;
            }
        }
        Text(text)
    }

    /// The text.
    pub const fn text(&self) -> &str {
        utf8(&self.0)
    }
}

/// How long parts are together, in bytes.
pub const fn len(mut parts: &[&str]) -> usize {
    let mut len = 0;
    while let [part, others @ ..] = parts {
        parts = others;
        len += part.len();
    }
    len
}

/// The words of a closed set as a choice of texts: `"yes" | "no"`; `N` is three for each word.
pub const fn choices<T: Copy, const N: usize>(
    mut words: &'static [(&'static str, T)],
) -> [&'static str; N] {
    let (mut parts, mut count) = ([""; N], 0);
    while let [(word, _), others @ ..] = words {
        words = others;
        if let Some((_, [before, text, behind, ..])) = parts.split_at_mut_checked(count) {
            *before = if count == 0 { "\"" } else { " | \"" };
            (*text, *behind) = (*word, "\"");
        }
        count += 3;
    }
    parts
}

const fn utf8(text: &[u8]) -> &str {
    match core::str::from_utf8(text) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Hands a type's declaration to the binding, which writes it beside the module.
#[macro_export]
macro_rules! declare {
    ($type:ty) => {
        #[cfg(target_arch = "wasm32")]
        const _: () = {
            use $crate::wasm_bindgen::prelude::wasm_bindgen;

            #[wasm_bindgen(typescript_custom_section)]
            const DECLARATION: &'static str = const {
                $crate::Text::<{ $crate::declare::len(<$type as $crate::Typed>::DECLARATION) }>::joined(
                    <$type as $crate::Typed>::DECLARATION,
                )
            }
            .text();
        };
    };
}

/// Lets closed sets of the engine cross as their words.
macro_rules! wire_words {
    ($($(#[doc = $doc:literal])+ $name:ident = $set:ty;)+) => {$(
        impl $crate::Wire for $set {
            fn write(&self, w: &mut $crate::Writer) {
                w.value_text(self.word());
            }
        }

        impl $crate::Typed for $set {
            const NAME: &'static str = stringify!($name);
            const DECLARATION: &'static [&'static str] = {
                const CHOICES: [&str; 3 * <$set>::WORDS.len()] = $crate::declare::choices(<$set>::WORDS);
                const TEXT: $crate::Text<{ $crate::declare::len(&CHOICES) }> = $crate::Text::joined(&CHOICES);
                &["/**", $($doc,)+ " */\nexport type ", stringify!($name), " = ", TEXT.text(), ";\n"]
            };
        }

        $crate::declare!($set);
    )+};
}
pub(crate) use wire_words;
