//! What a family-friendly brand must not be next to, per platform; data that an admin edits.

use serde::{Deserialize, Serialize};

use super::{Term, TermKind};

/// A platform's blocklist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Blocklist {
    /// Interests and behaviours.
    pub interests: Vec<BlockedTerm>,
    /// Content and interest categories.
    pub categories: Vec<BlockedTerm>,
    /// Keywords and hashtags.
    pub keywords: Vec<BlockedTerm>,
}

/// A blocked term: by the platform's id, by a piece of its name, or by both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BlockedTerm {
    /// The platform's id of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// A piece of its name, in any case: `alcohol` hits `Alcoholic beverages`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl BlockedTerm {
    fn named(name: &str) -> Self {
        Self { id: None, name: Some(name.to_owned()) }
    }

    /// Whether it hits `term`.
    pub fn hits(&self, term: &Term) -> bool {
        let by_id = matches!((&self.id, &term.id), (Some(blocked), Some(id)) if blocked == id);
        let by_name = matches!((&self.name, &term.name), (Some(blocked), Some(name)) if is_piece(blocked, name));
        by_id || by_name
    }

    /// How it is called in a sentence.
    pub fn label(&self) -> &str {
        self.name.as_deref().or(self.id.as_deref()).unwrap_or_default()
    }

    /// Whether it could hit anything.
    pub(super) fn is_empty(&self) -> bool {
        let blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
        blank(&self.id) && blank(&self.name)
    }
}

/// Whether a word of `name` begins with `piece`: `gin` hits `Gin tonic`, but not `Engineering`.
fn is_piece(piece: &str, name: &str) -> bool {
    let (piece, name) = (piece.trim().to_lowercase(), name.to_lowercase());
    !piece.is_empty()
        && name.match_indices(&piece).any(|(at, _)| !name[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}

impl Blocklist {
    /// The first entry that hits `term`. A name is blocked whatever the platform calls the thing it names.
    pub fn hit(&self, term: &Term) -> Option<&BlockedTerm> {
        let own = match term.kind {
            TermKind::Interest => &self.interests,
            TermKind::Category => &self.categories,
            TermKind::Keyword => &self.keywords,
        };
        own.iter()
            .chain(&self.interests)
            .chain(&self.categories)
            .chain(&self.keywords)
            .find(|blocked| blocked.hits(term))
    }

    /// What no family-friendly brand wants, in words that hit the usual names of interests and categories.
    pub(super) fn usual() -> Self {
        let interests = [
            "alcohol",
            "beer",
            "wine",
            "liquor",
            "spirits",
            "vodka",
            "whisky",
            "whiskey",
            "gambling",
            "casino",
            "betting",
            "poker",
            "lottery",
            "dating",
            "adult",
            "erotic",
            "lingerie",
            "tobacco",
            "cigarette",
            "cigar",
            "vaping",
            "vape",
            "cannabis",
            "marijuana",
            "drug",
            "weapon",
            "firearm",
            "gun",
            "ammunition",
            "violence",
            "horror",
            "tattoo",
        ];
        Self { interests: interests.map(BlockedTerm::named).into(), categories: Vec::new(), keywords: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(name: &str) -> Term {
        Term { kind: TermKind::Interest, id: Some("6003".into()), name: Some(name.into()) }
    }

    #[test]
    fn a_word_s_beginning_is_hit_in_any_case() {
        let list = Blocklist::usual();
        for name in ["Alcoholic beverages", "Craft BEER", "Online gambling", "Gun shows"] {
            assert!(list.hit(&term(name)).is_some(), "{name}");
        }
        for name in ["Family films", "Begun", "Engineering", "Swine", "Ginger"] {
            assert!(list.hit(&term(name)).is_none(), "{name}");
        }
    }

    #[test]
    fn an_id_is_hit_exactly() {
        let list =
            Blocklist { interests: vec![BlockedTerm { id: Some("6003".into()), name: None }], ..Blocklist::default() };
        assert!(list.hit(&term("Anything")).is_some());
        assert!(list.hit(&Term { id: Some("60035".into()), ..term("Anything") }).is_none());
    }
}
