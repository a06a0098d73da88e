//! Search for a part of a text, in upper or lower case. SQLite knows only ASCII letters in the other case, so texts
//! that may have others are stored in a second column, folded by us. Generated names are ASCII, and are compared
//! directly.

use domain::{taxonomy, text::fold};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{ExprTrait, Func, LikeExpr, SimpleExpr},
};

/// The value of a `folded` column: these texts, one per line, in the form for searches.
pub(crate) fn folded<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    texts.into_iter().map(|text| fold(text)).collect::<Vec<_>>().join("\n")
}

/// The condition that a `folded` column contains `text`.
pub(crate) fn folded_contains(column: impl ColumnTrait, text: &str) -> Condition {
    Condition::all().add(like(column.into_expr(), &escaped(&fold(text))))
}

/// The condition that a column of generated names, or of other ASCII, contains `text`, in upper or lower case. Letters
/// beyond ASCII are searched in the form that they have in names.
pub(crate) fn name_contains(column: impl ColumnTrait, text: &str) -> Condition {
    Condition::all().add(like(Func::lower(column.into_expr()).into(), &escaped(&taxonomy::search_term(text))))
}

/// The condition that a column may contain `text`: letters beyond ASCII match anything. The caller then compares the
/// folded texts.
pub(crate) fn might_contain(column: impl ColumnTrait, text: &str) -> Condition {
    let folded = escaped(&fold(text));
    let pattern: String = folded.chars().map(|letter| if letter.is_ascii() { letter } else { '%' }).collect();
    Condition::all().add(like(Func::lower(column.into_expr()).into(), &pattern))
}

fn like(expression: SimpleExpr, pattern: &str) -> SimpleExpr {
    expression.like(LikeExpr::new(format!("%{pattern}%")).escape('\\'))
}

fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}
