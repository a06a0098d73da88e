//! The rules that no schema can express: one idea a file, all violations at once.

mod ads;
mod bids;
mod budgets;
mod countries;
mod currency;
mod fields;
mod flow;
mod goals;
mod names;
mod objective;
mod places;
mod schedule;
mod strangers;
mod successors;

use domain::RequestType;
use serde_json::{Map, Value};

use crate::{
    Brief,
    rules::{Book, Precedence, Report, Rule, RuleSet, judge},
};

use super::{
    config::{AdGroup, Canonical, Scope},
    settings::{Flow, Settings},
};

pub(super) use budgets::check_change as check_budget_change;
pub(super) use countries::country_of;
pub(super) use currency::read_amount;
pub(super) use names::Names;
pub(super) use objective::objective;
pub(super) use schedule::time;

/// A ticket that creates, as the rules see it.
pub(super) struct Plan<'a> {
    /// The ticket and what surrounds it.
    pub(super) brief: &'a Brief<'a>,
    /// Its configuration, in `TikTok`'s names.
    pub(super) config: &'a Map<String, Value>,
    /// The same without fields of other objectives or flows.
    known: Value,
    /// The configuration as the campaign's fields.
    pub(super) campaign: Scope<'a>,
    /// The objective.
    pub(super) objective: &'a str,
    /// The ad groups.
    pub(super) groups: Vec<AdGroup<'a>>,
    /// The flow that creates it.
    pub(super) flow: Flow,
    /// The schema and conditions of its request type and objective.
    pub(super) book: &'a Book,
    /// `TikTok`'s settings.
    pub(super) settings: &'a Settings,
}

impl<'a> Plan<'a> {
    /// A ticket's plan. Fields of other objectives or flows are noted.
    pub(super) fn new(
        brief: &'a Brief<'a>,
        canonical: &'a Canonical,
        objective: &'a str,
        book: &'a Book,
        settings: &'a Settings,
        report: &mut Report,
    ) -> Self {
        let (config, flow) = (&canonical.config, settings.flow_of(objective));
        Self {
            brief,
            config,
            known: Value::Object(strangers::without_strangers(config, objective, flow, report)),
            campaign: Scope::campaign(config),
            objective,
            groups: AdGroup::all(config),
            flow,
            book,
            settings,
        }
    }

    /// Returns true if ad groups and ads are created too, and so must be complete.
    pub(super) fn is_tree(&self) -> bool {
        self.brief.ticket.request_type == RequestType::CreateCampaignTree
    }

    /// Returns true if the campaign's budget is spread over the ad groups.
    pub(super) fn shares_budget(&self) -> bool {
        self.campaign.is_on("budget_optimize_on")
    }
}

/// `TikTok`'s rules. Pointers begin at the configuration's root.
pub(super) struct TiktokRules;

impl RuleSet for TiktokRules {
    type View<'a> = Plan<'a>;

    const RULES: &'static [Rule<Self>] = &[
        successors::check,
        fields::check,
        flow::check,
        goals::check,
        budgets::check,
        bids::check,
        schedule::check,
        places::check,
        names::check,
        ads::check,
    ];

    const PRECEDENCE: Precedence = Precedence::Rules;
}

/// The findings about a ticket that creates, by its schema and by the rules.
pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    judge::<TiktokRules>(plan, plan.book.check(&plan.known), report);
}
