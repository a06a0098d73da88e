//! Finds a blocked term among tens of thousands without comparing each with each.

use std::collections::HashMap;

use super::{BlockedTerm, Blocklist};
use crate::qa::{Term, TermKind};

/// A blocklist, prepared for many terms.
#[derive(Debug)]
pub struct Matcher<'a> {
    list: &'a Blocklist,
    /// The first place of each id.
    ids: HashMap<&'a str, Places>,
    /// The parts of names in lower case, sorted, each once.
    pieces: Vec<Piece>,
}

/// A blocked part of a name.
#[derive(Debug)]
struct Piece {
    text: String,
    /// The longest other part that this one begins with.
    shorter: Option<usize>,
    /// The first place of it, or of a part that it begins with.
    places: Places,
}

/// The first position in each list: interests, categories, keywords.
#[derive(Debug, Clone, Copy, Default)]
struct Places([Option<usize>; 3]);

impl Places {
    fn add(&mut self, list: usize, index: usize) {
        if let Some(place) = self.0.get_mut(list) {
            *place = Some(place.map_or(index, |known| known.min(index)));
        }
    }

    fn merge(&mut self, other: Self) {
        for (list, index) in other.0.into_iter().enumerate() {
            if let Some(index) = index {
                self.add(list, index);
            }
        }
    }
}

impl<'a> Matcher<'a> {
    /// Prepares a list.
    pub fn of(list: &'a Blocklist) -> Self {
        let mut ids: HashMap<&str, Places> = HashMap::new();
        let mut names: HashMap<String, Places> = HashMap::new();
        for (number, terms) in list.lists().into_iter().enumerate() {
            for (index, term) in terms.iter().enumerate() {
                if let Some(id) = &term.id {
                    ids.entry(id).or_default().add(number, index);
                }
                let piece = term.name.as_deref().map(|name| name.trim().to_lowercase());
                if let Some(piece) = piece.filter(|piece| !piece.is_empty()) {
                    names.entry(piece).or_default().add(number, index);
                }
            }
        }
        let mut pieces: Vec<Piece> =
            names.into_iter().map(|(text, places)| Piece { text, shorter: None, places }).collect();
        pieces.sort_unstable_by(|one, other| one.text.cmp(&other.text));
        // The parts that a part begins with come before it, and between the two come only parts with the same
        // beginning.
        for index in 1..pieces.len() {
            let (before, rest) = pieces.split_at_mut(index);
            let Some(piece) = rest.first_mut() else { break };
            let mut candidate = Some(index - 1);
            while let Some(shorter) = candidate.and_then(|candidate| before.get(candidate)) {
                if piece.text.starts_with(&shorter.text) {
                    piece.places.merge(shorter.places);
                    break;
                }
                candidate = shorter.shorter;
            }
            piece.shorter = candidate;
        }
        Self { list, ids, pieces }
    }

    /// The first entry that hits `term`: of the term's own kind, or else of any. A name is blocked under any kind.
    pub fn hit(&self, term: &Term) -> Option<&'a BlockedTerm> {
        let mut places = term.id.as_deref().and_then(|id| self.ids.get(id)).copied().unwrap_or_default();
        if let Some(name) = &term.name {
            let name = name.to_lowercase();
            let mut inside_word = false;
            for (at, letter) in name.char_indices() {
                if !inside_word && let Some(piece) = name.get(at..).and_then(|rest| self.begins(rest)) {
                    places.merge(piece.places);
                }
                inside_word = letter.is_alphanumeric();
            }
        }
        let own = match term.kind {
            TermKind::Interest => 0,
            TermKind::Category => 1,
            TermKind::Keyword => 2,
        };
        let lists = self.list.lists();
        [own, 0, 1, 2].into_iter().find_map(|list| lists.get(list)?.get(places.0.get(list).copied().flatten()?))
    }

    /// The longest part that `text` begins with.
    ///
    /// Every part that sorts between a part and a text that begins with it also begins with that part. So the part that
    /// `text` begins with is its neighbour in the order, or one that the neighbour begins with.
    fn begins(&self, text: &str) -> Option<&Piece> {
        let mut candidate = self.pieces.partition_point(|piece| piece.text.as_str() <= text).checked_sub(1);
        while let Some(piece) = candidate.and_then(|index| self.pieces.get(index)) {
            if text.starts_with(&piece.text) {
                return Some(piece);
            }
            candidate = piece.shorter;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn blocked(name: &str) -> BlockedTerm {
        BlockedTerm { id: None, name: Some(name.to_owned()) }
    }

    fn term(kind: TermKind, id: Option<&str>, name: &str) -> Term {
        Term { kind, id: id.map(str::to_owned), name: Some(name.to_owned()) }
    }

    /// The same as the matcher, word by word.
    fn one_by_one<'a>(list: &'a Blocklist, term: &Term) -> Option<&'a BlockedTerm> {
        let hits = |blocked: &&BlockedTerm| {
            let by_id = matches!((&blocked.id, &term.id), (Some(blocked), Some(id)) if blocked == id);
            let by_name = match (&blocked.name, &term.name) {
                (Some(piece), Some(name)) => {
                    let (piece, name) = (piece.trim().to_lowercase(), name.to_lowercase());
                    let begins = |at: usize| !name[..at].chars().next_back().is_some_and(char::is_alphanumeric);
                    !piece.is_empty() && name.match_indices(&piece).any(|(at, _)| begins(at))
                }
                _ => false,
            };
            by_id || by_name
        };
        let own = match term.kind {
            TermKind::Interest => &list.interests,
            TermKind::Category => &list.categories,
            TermKind::Keyword => &list.keywords,
        };
        own.iter().chain(&list.interests).chain(&list.categories).chain(&list.keywords).find(hits)
    }

    #[test]
    fn the_first_of_the_own_kind_is_told() {
        let list = Blocklist {
            interests: vec![blocked("gin"), blocked("gin tonic")],
            categories: vec![blocked("drinks"), blocked("gin t")],
            keywords: vec![BlockedTerm { id: Some("7".into()), name: None }],
        };
        let matcher = Matcher::of(&list);
        let label = |term: &Term| matcher.hit(term).map(BlockedTerm::label);
        assert_eq!(label(&term(TermKind::Interest, None, "Hot GIN Tonic")), Some("gin"));
        assert_eq!(label(&term(TermKind::Category, None, "Gin tonic drinks")), Some("drinks"));
        assert_eq!(label(&term(TermKind::Keyword, Some("7"), "gin")), Some("7"));
        assert_eq!(label(&term(TermKind::Keyword, None, "Engineering")), None);
    }

    proptest! {
        /// Short words of few letters, so that parts hit, nest and repeat.
        #[test]
        fn it_finds_what_a_comparison_of_each_with_each_finds(
            interests in prop::collection::vec("[ab é-]{0,4}", 0..8),
            categories in prop::collection::vec("[abA ]{0,3}", 0..8),
            name in "[abAé -]{0,12}",
        ) {
            let list = Blocklist {
                interests: interests.iter().map(|name| blocked(name)).collect(),
                categories: categories.iter().map(|name| blocked(name)).collect(),
                keywords: Vec::new(),
            };
            let matcher = Matcher::of(&list);
            for kind in [TermKind::Interest, TermKind::Category, TermKind::Keyword] {
                let term = term(kind, None, &name);
                prop_assert_eq!(matcher.hit(&term), one_by_one(&list, &term));
            }
        }
    }
}
