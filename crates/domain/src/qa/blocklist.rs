//! The terms that a family-friendly brand must not be next to, per platform; admins edit them.

mod matcher;

use serde::{Deserialize, Serialize};

pub use matcher::Matcher;

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

/// A blocked term: by the platform's id, by a part of its name, or by both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BlockedTerm {
    /// The platform's id of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// A part of its name, in upper or lower case, at the beginning of a word: `alcohol` hits `Alcoholic beverages`,
    /// and `gin` hits `Gin tonic`, but not `Engineering`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl BlockedTerm {
    fn named(name: &str) -> Self {
        Self { id: None, name: Some(name.to_owned()) }
    }

    /// Its name in a sentence.
    pub fn label(&self) -> &str {
        self.name.as_deref().or(self.id.as_deref()).unwrap_or_default()
    }

    /// Returns true if it cannot hit anything.
    pub(super) fn is_empty(&self) -> bool {
        let blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
        blank(&self.id) && blank(&self.name)
    }
}

impl Blocklist {
    /// Interests, categories and keywords, in this order.
    fn lists(&self) -> [&[BlockedTerm]; 3] {
        [&self.interests, &self.categories, &self.keywords]
    }

    /// The default list for family-friendly brands, in words that hit the common names of interests and categories.
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
    use crate::qa::{Term, TermKind};

    fn term(name: &str) -> Term {
        Term { kind: TermKind::Interest, id: Some("6003".into()), name: Some(name.into()) }
    }

    #[test]
    fn a_word_s_beginning_is_hit_in_any_case() {
        let list = Blocklist::usual();
        let list = Matcher::of(&list);
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
        let list = Matcher::of(&list);
        assert!(list.hit(&term("Anything")).is_some());
        assert!(list.hit(&Term { id: Some("60035".into()), ..term("Anything") }).is_none());
    }
}
