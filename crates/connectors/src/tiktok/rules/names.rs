//! Names on the platform: the ticket's, with a suffix for each ad group and ad. They are how objects are found again, so no
//! two are alike. Source: SDK `CampaignCreateBody.md` (512 units, CJK counts two, no emoji).

use domain::{Violation, qa::Located};
use serde_json::Value;

use crate::letters::{is_emoji, wide_length};

use super::{Plan, Report};

/// The most units that a name has.
const LONGEST: usize = 512;

/// The names of an ad group and its ads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tiktok) struct Names {
    /// The ad group's.
    pub(in crate::tiktok) group: String,
    /// Its ads'.
    pub(in crate::tiktok) ads: Vec<String>,
}

impl Names {
    /// The names of every ad group.
    pub(in crate::tiktok) fn all(plan: &Plan<'_>) -> Vec<Self> {
        let groups = plan.groups.iter().enumerate();
        groups
            .map(|(index, group)| {
                let name = group.scope.get("name").filter(|name| name.pointer.starts_with("/ad_groups/"));
                let token = token(name.map(|name| name.value), || format!("AdGroup{}", index + 1));
                let group_name = format!("{}_{token}", plan.brief.ticket.name);
                let ads = group.ads.iter().enumerate().map(|(index, ad)| {
                    let token = self::token(ad.value.get("name"), || format!("Ad{}", index + 1));
                    format!("{group_name}_{token}")
                });
                Self { ads: ads.collect(), group: group_name }
            })
            .collect()
    }
}

/// The letters and digits of a given name.
fn token(given: Option<&Value>, otherwise: impl FnOnce() -> String) -> String {
    let given = given.and_then(Value::as_str).unwrap_or_default();
    let token: String = given.chars().filter(|c| c.is_alphanumeric()).collect();
    if token.is_empty() { otherwise() } else { token }
}

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    let mut named = vec![Located::at("", plan.brief.ticket.name.clone())];
    if plan.config.contains_key("ad_groups") {
        for (index, names) in Names::all(plan).into_iter().enumerate() {
            named.push(Located::at(format!("/ad_groups/{index}/name"), names.group));
            let ads = names.ads.into_iter().enumerate();
            named.extend(ads.map(|(ad, name)| Located::at(format!("/ad_groups/{index}/ads/{ad}/name"), name)));
        }
    }
    for (index, name) in named.iter().enumerate() {
        if named[..index].iter().any(|other| other.value == name.value) {
            let problem = format!("{} is the name of another object too, and names must tell them apart.", name.value);
            report.violation(
                Violation::at(&name.pointer, problem).suggest("Use a name that differs in its letters and digits."),
            );
        }
        if wide_length(&name.value) > LONGEST {
            let problem = format!("The name {} is longer than {LONGEST} characters.", name.value);
            report.violation(Violation::at(&name.pointer, problem).suggest("Shorten it."));
        }
        if name.value.chars().any(is_emoji) {
            let problem = format!("The name {} has an emoji, which TikTok does not take.", name.value);
            report.violation(Violation::at(&name.pointer, problem).suggest("Remove it."));
        }
    }
}
