//! What audiences are picked by.

use domain::qa::{Located, Term, TermKind};
use serde_json::Value;

use super::super::config::Scope;

/// Lists of terms, and what kind they are of.
const LISTS: [(&str, TermKind); 4] = [
    ("interest_category_ids", TermKind::Category),
    ("interest_keyword_ids", TermKind::Keyword),
    ("purchase_intention_keyword_ids", TermKind::Keyword),
    ("contextual_tag_ids", TermKind::Category),
];

/// The terms of an ad group.
pub(super) fn of(scope: &Scope<'_>, terms: &mut Vec<Located<Term>>) {
    for (list, kind) in LISTS {
        for entry in scope.entries(list) {
            terms.push(Located::at(entry.pointer, term(kind, entry.value)));
        }
    }
    for action in scope.entries("actions") {
        let hashtags = action.value["action_scene"] == "HASHTAG_RELATED";
        let kind = if hashtags { TermKind::Keyword } else { TermKind::Interest };
        for (index, entry) in action.value["action_category_ids"].as_array().into_iter().flatten().enumerate() {
            let pointer = format!("{}/action_category_ids/{index}", action.pointer);
            terms.push(Located::at(pointer, term(kind, entry)));
        }
    }
    for keyword in scope.entries("search_keywords") {
        if let Some(word) = keyword.value["keyword"].as_str() {
            let term = Term { kind: TermKind::Keyword, id: None, name: Some(word.to_owned()) };
            terms.push(Located::at(format!("{}/keyword", keyword.pointer), term));
        }
    }
}

/// A term: an id, or an object with id and name.
fn term(kind: TermKind, entry: &Value) -> Term {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Term { kind, id: text(entry).or_else(|| text(&entry["id"])), name: text(&entry["name"]) }
}
