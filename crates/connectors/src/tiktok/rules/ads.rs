//! Ads: their texts, and that there are any.

use domain::Violation;
use serde_json::Value;

use crate::letters::{is_emoji, wide_length};

use super::{Plan, Report};

/// Units of an ad's text.
const TEXT: std::ops::RangeInclusive<usize> = 1..=100;

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    for group in &plan.groups {
        if plan.is_tree() && group.ads.is_empty() {
            let problem = "The ad group has no ads, so it shows nothing.";
            report.warn(Violation::at(group.scope.pointer("ads"), problem).suggest("Add \"ads\"."));
        }
        for ad in &group.ads {
            let Some(text) = ad.value.get("ad_text").and_then(Value::as_str) else {
                continue;
            };
            let at = format!("{}/ad_text", ad.pointer);
            let length = wide_length(text);
            if !TEXT.contains(&length) {
                let problem =
                    format!("The text has {length} units, but TikTok takes 1 to 100 (CJK characters count two).");
                report.violation(Violation::at(&at, problem).suggest("Shorten it."));
            }
            if text.chars().any(is_emoji) {
                report.violation(
                    Violation::at(&at, "The text has an emoji, which TikTok does not take.").suggest("Remove it."),
                );
            }
        }
    }
}
