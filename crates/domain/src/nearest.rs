//! "Did you mean …?": the known word nearest to a mistyped one.

use rapidfuzz::distance::osa;

/// The candidate nearest to `word`, unless none is near enough.
///
/// Case is ignored. A word is near if few of its letters are wrong (one in three, at least one), or if it is a
/// recognizable part of one single candidate (`SALES` of `OUTCOME_SALES`). It compares every candidate, so it is for
/// error messages, not for searches. For many words, use a [`WordList`].
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = Wanted::new(word)?;
    let mut best = Best::default();
    for candidate in candidates {
        let folded = candidate.to_lowercase();
        best.consider(&word, candidate, &folded, folded.chars().count());
    }
    best.answer()
}

/// Words that many mistyped ones are compared with, prepared once. Of several equally near ones, it chooses the first
/// in alphabetical order.
#[derive(Debug, Clone, Default)]
pub struct WordList(Vec<Known>);

#[derive(Debug, Clone)]
struct Known {
    word: String,
    folded: String,
    length: usize,
}

impl<'a> FromIterator<&'a str> for WordList {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        let known = words.into_iter().map(|word| {
            let folded = word.to_lowercase();
            Known { word: word.to_owned(), length: folded.chars().count(), folded }
        });
        let mut known: Vec<Known> = known.collect();
        known.sort_unstable_by(|one, other| one.word.cmp(&other.word));
        Self(known)
    }
}

impl WordList {
    /// The nearest word to `word`, like [`nearest`].
    pub fn nearest(&self, word: &str) -> Option<&str> {
        let word = Wanted::new(word)?;
        let mut best = Best::default();
        for known in &self.0 {
            best.consider(&word, &known.word, &known.folded, known.length);
        }
        best.answer()
    }
}

/// The mistyped word.
struct Wanted {
    folded: String,
    length: usize,
    /// The number of letters that may be wrong.
    allowed: usize,
    comparator: osa::BatchComparator<char>,
}

impl Wanted {
    fn new(word: &str) -> Option<Self> {
        let folded: String = word.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
        let length = folded.chars().count();
        let comparator = osa::BatchComparator::new(folded.chars());
        (length > 0).then(|| Self { length, allowed: (length / 3).max(1), comparator, folded })
    }
}

/// The nearest candidates so far.
#[derive(Default)]
struct Best<'a> {
    near: Option<(usize, &'a str)>,
    containing: Option<&'a str>,
    several: bool,
}

impl<'a> Best<'a> {
    fn consider(&mut self, wanted: &Wanted, candidate: &'a str, folded: &str, length: usize) {
        // Only a candidate nearer than all previous ones counts, and none with only wrong letters.
        let most = self.near.map_or(wanted.allowed.min(wanted.length - 1), |(least, _)| least.saturating_sub(1));
        // The distance is at least the difference of the lengths: most candidates need no comparison.
        if self.near.is_none_or(|(least, _)| least > 0) && length.abs_diff(wanted.length) <= most {
            let limit = osa::Args::default().score_cutoff(most);
            if let Some(distance) = wanted.comparator.distance_with_args(folded.chars(), &limit) {
                self.near = Some((distance, candidate));
            }
        }
        if wanted.length >= SHORTEST_PIECE && folded.contains(&wanted.folded) {
            self.several |= self.containing.is_some();
            self.containing = Some(candidate);
        }
    }

    fn answer(self) -> Option<&'a str> {
        self.near.map(|(_, candidate)| candidate).or(if self.several { None } else { self.containing })
    }
}

/// No code, field or country is longer. It keeps the comparison of a hostile word cheap.
const LONGEST: usize = 100;

/// Shorter parts occur in many words by accident.
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

    #[test]
    fn a_list_finds_the_same_in_any_order() {
        let one: WordList = ["DIS", "DIT", "NIKE"].into_iter().collect();
        let other: WordList = ["NIKE", "DIT", "DIS"].into_iter().collect();
        for word in ["DIX", "nike", "NIEK", "LONGER", ""] {
            assert_eq!(one.nearest(word), other.nearest(word), "{word}");
        }
        assert_eq!(one.nearest("DIX"), Some("DIS"));
    }
}
