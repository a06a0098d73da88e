//! "Did you mean …?": the known word that a mistyped one is nearest to.

/// The candidate nearest to `word`, unless none is near enough to be what was meant.
///
/// Case does not count. A word is near when few of its letters are wrong (one in three, at least one), or when it is a
/// recognizable piece of one single candidate (`SALES` of `OUTCOME_SALES`). Looks at every candidate: for sentences
/// about what is wrong, not for look-ups.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: String = word.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    if word.is_empty() {
        return None;
    }
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    let mut containing: Option<&str> = None;
    let mut several = false;
    for candidate in candidates {
        let folded = candidate.to_lowercase();
        // The distance is at least the difference of the lengths: most candidates need no closer look.
        if folded.chars().count().abs_diff(length) <= allowed {
            let distance = strsim::osa_distance(&word, &folded);
            if distance <= allowed && distance < length && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        if length >= SHORTEST_PIECE && folded.contains(&word) {
            several |= containing.is_some();
            containing = Some(candidate);
        }
    }
    best.map(|(_, candidate)| candidate).or(if several { None } else { containing })
}

/// No code, field or country is longer; it keeps the comparison of a hostile word cheap.
const LONGEST: usize = 100;

/// Shorter pieces are found in many words by accident.
const SHORTEST_PIECE: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_and_pieces_are_recognized() {
        let fields = ["budget", "objective", "name"];
        assert_eq!(nearest("budgt", fields), Some("budget"));
        assert_eq!(nearest("Budget", fields), Some("budget"));
        assert_eq!(nearest("ojbective", fields), Some("objective"));
        assert_eq!(nearest("colour", fields), None);
        assert_eq!(nearest("", fields), None);
        assert_eq!(nearest("SALES", ["OUTCOME_SALES", "OUTCOME_LEADS"]), Some("OUTCOME_SALES"));
        assert_eq!(nearest("OUTCOME", ["OUTCOME_SALES", "OUTCOME_LEADS"]), None, "a piece of two words tells nothing");
    }

    #[test]
    fn a_word_of_which_no_letter_is_right_is_not_near() {
        assert_eq!(nearest("x", ["y", "z"]), None);
        assert_eq!(nearest("US", ["UK", "DE"]), Some("UK"));
    }
}
