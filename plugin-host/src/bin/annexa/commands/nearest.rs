//! Names that are written nearly like one that nothing has.

/// How many names are shown.
const NAMES_MAX: usize = 3;
/// A longer name is compared by its beginning.
const LETTERS_MAX: usize = 40;

/// The names next to what was typed, in backticks; empty where none is near.
pub(super) fn nearest(typed: &str, names: impl Iterator<Item = String>) -> String {
    let letters = |text: &str| -> Vec<char> {
        text.trim().to_lowercase().chars().take(LETTERS_MAX).collect()
    };
    let typed = letters(typed);
    let limit = 1 + typed.len() / 4;
    let far = |name: &String| distance(&typed, &letters(name));
    let mut near: Vec<(usize, String)> =
        names.map(|name| (far(&name), name)).filter(|(far, _)| *far <= limit).collect();
    let least = near.iter().map(|(far, _)| *far).min();
    near.retain(|(far, _)| Some(*far) == least);
    let shown = near.iter().take(NAMES_MAX).map(|(_, name)| format!("`{name}`"));
    shown.collect::<Vec<_>>().join(", ")
}

/// How many letters have to be added, taken away or changed.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut left = row + 1;
        let mut corner = row;
        let mut line = vec![left];
        for (wanted, up) in other.iter().zip(above.iter().skip(1)) {
            left = (corner + usize::from(letter != wanted)).min(left + 1).min(up + 1);
            corner = *up;
            line.push(left);
        }
        above = line;
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
