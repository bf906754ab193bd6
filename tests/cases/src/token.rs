//! The words of a line: bare ones, texts in quotation marks, commas and colons.

use crate::fault::What;

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A bare word, such as `excluded`, `A.8.13` or `2026-11-24`.
    Word(String),
    /// A text in quotation marks.
    Text(String),
    /// `,`
    Comma,
    /// `:`
    Colon,
}

impl Token {
    /// How it stands in a line.
    pub(crate) fn shown(&self) -> String {
        match self {
            Token::Word(word) => word.clone(),
            Token::Text(text) => format!("\"{text}\""),
            Token::Comma => ",".to_owned(),
            Token::Colon => ":".to_owned(),
        }
    }

    /// The bare word, if it is one.
    pub(crate) fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// The words of a line.
pub(crate) fn tokens(line: &str) -> Result<Vec<Token>, What> {
    let mut tokens = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        rest = match first {
            '"' => {
                let (text, after) = after.split_once('"').ok_or(What::OpenText)?;
                tokens.push(Token::Text(text.to_owned()));
                after
            }
            ',' => {
                tokens.push(Token::Comma);
                after
            }
            ':' => {
                tokens.push(Token::Colon);
                after
            }
            _ => {
                let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | ',' | ':');
                let end = rest.find(is_end).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                tokens.push(Token::Word(word.to_owned()));
                after
            }
        }
        .trim_start();
    }
    Ok(tokens)
}
