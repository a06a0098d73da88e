//! A part of a text, in any case. SQLite knows the other case of ASCII letters only, so texts that may have others stand in a
//! column of their own a second time, folded by us; generated names are ASCII, and are compared as they are.

use domain::{taxonomy, text::fold};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{ExprTrait, Func, LikeExpr, SimpleExpr},
};

/// The value of a `folded` column: these texts, each on a line, in the form in which they are searched.
pub(crate) fn folded<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    texts.into_iter().map(|text| fold(text)).collect::<Vec<_>>().join("\n")
}

/// Whether a `folded` column contains `text`.
pub(crate) fn folded_contains(column: impl ColumnTrait, text: &str) -> Condition {
    Condition::all().add(like(column.into_expr(), &escaped(&fold(text))))
}

/// Whether a column of generated names, or of other ASCII, contains `text` in any case. Letters beyond ASCII are looked for in
/// the form in which they became a part of a name.
pub(crate) fn name_contains(column: impl ColumnTrait, text: &str) -> Condition {
    Condition::all().add(like(Func::lower(column.into_expr()).into(), &escaped(&taxonomy::search_term(text))))
}

/// Whether a column may contain `text`: letters beyond ASCII stand for anything. The caller then compares the folded texts.
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
