//! What the reader says of a text, as closed sets: their names are in the words of a language.

use crate::problem::{Value, words};

words! {
    /// A kind of value, as it stands or should stand in a file.
    JsonKind {
        /// `null`.
        Null = "null",
        /// `true` or `false`.
        Truth = "truth",
        /// A number of any kind.
        Number = "number",
        /// A number without a fraction.
        WholeNumber = "whole_number",
        /// A string.
        Text = "text",
        /// An array.
        List = "list",
        /// An object.
        Object = "object",
    }
}

words! {
    /// How a text breaks the grammar.
    SyntaxFault {
        /// An object goes on without a comma.
        CommaOrBrace = "comma_or_brace",
        /// A list goes on without a comma.
        CommaOrBracket = "comma_or_bracket",
        /// Nothing follows a comma.
        TrailingComma = "trailing_comma",
        /// A member has no name.
        Key = "key",
        /// No colon behind a name.
        Colon = "colon",
        /// Something that begins no value.
        Value = "value",
        /// A word that is not one of the three.
        Literal = "literal",
        /// A number that is written wrongly.
        Number = "number",
        /// A control character within a string.
        Control = "control",
        /// An escape that there is not.
        Escape = "escape",
        /// Half a character without its other half.
        HalfEscape = "half_escape",
        /// A half that is followed by something else.
        Surrogate = "surrogate",
        /// Something behind the end.
        Trailing = "trailing",
    }
}

words! {
    /// What a file is, or should be.
    FileKind {
        /// An assessment.
        Assessment = "assessment",
        /// A catalogue.
        Catalogue = "catalogue",
        /// The conflicts of a merge, decided.
        Resolution = "resolution",
        /// A pack of questions.
        Pack = "pack",
        /// A file of words.
        Words = "words",
        /// A ZIP archive, which Office files are too.
        Zip = "zip",
        /// An old Office file.
        Office = "office",
        /// A PDF file.
        Pdf = "pdf",
        /// An RTF document.
        Rtf = "rtf",
        /// An HTML or XML file.
        Markup = "markup",
        /// A WebAssembly module.
        Wasm = "wasm",
        /// A compressed file.
        Compressed = "compressed",
        /// A picture.
        Picture = "picture",
        /// A database.
        Database = "database",
        /// UTF-16 text.
        Utf16 = "utf_16",
        /// No text at all.
        Binary = "binary",
        /// Text that is no JSON.
        PlainText = "plain_text",
    }
}

/// Lets problems name values of these sets.
macro_rules! named {
    ($($name:ident = $set:literal,)+) => {$(
        impl From<$name> for Value {
            fn from(value: $name) -> Value {
                Value::Word { set: $set, word: value.word() }
            }
        }
    )+};
}
named! { JsonKind = "json_kind", SyntaxFault = "syntax", FileKind = "file_kind", }
