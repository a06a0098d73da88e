//! A configuration as its campaign and ad sets see it: what an ad set does not say itself, the top says for all.

use domain::{CountryCode, Currency, RequestType, Timestamp};

use crate::{Brief, schema::Node};

use super::{schemas, settings::Settings};

/// A ticket that creates.
pub(super) struct View<'a> {
    /// All that is known of the ticket.
    pub(super) brief: Brief<'a>,
    /// `payload_config`.
    pub(super) root: Node<'a>,
    /// The ad sets; for shared fields without ad sets, one that has only those.
    pub(super) ad_sets: Vec<AdSetView<'a>>,
    /// Meta's settings.
    pub(super) settings: &'a Settings,
}

/// One ad set.
pub(super) struct AdSetView<'a> {
    /// Counts from 1.
    pub(super) number: usize,
    own: Option<Node<'a>>,
    shared: Node<'a>,
    campaign_has_budget: bool,
}

impl<'a> View<'a> {
    pub(super) fn new(brief: Brief<'a>, root: Node<'a>, settings: &'a Settings) -> Self {
        let campaign_has_budget = root.field("daily_budget").exists() || root.field("lifetime_budget").exists();
        let ad_set = |(index, own)| AdSetView { number: index + 1, own, shared: root.clone(), campaign_has_budget };
        let listed = root.field("ad_sets").items();
        let ad_sets: Vec<AdSetView<'_>> = if listed.is_empty() && shares_something(&root) {
            vec![ad_set((0, None))]
        } else {
            listed.into_iter().map(Some).enumerate().map(ad_set).collect()
        };
        Self { brief, root, ad_sets, settings }
    }

    /// Returns true if ad sets are sent, so that a missing field is a violation.
    pub(super) fn is_tree(&self) -> bool {
        self.brief.ticket.request_type == RequestType::CreateCampaignTree
    }

    /// The currency of all amounts.
    pub(super) fn currency(&self) -> Currency {
        self.brief.campaign.budget.currency
    }

    /// Returns true if the campaign, and so no ad set, has a budget.
    pub(super) fn campaign_has_budget(&self) -> bool {
        self.root.field("daily_budget").exists() || self.root.field("lifetime_budget").exists()
    }

    /// The special ad categories, without `NONE`.
    pub(super) fn special_categories(&self) -> Vec<&'a str> {
        let items = self.root.field("special_ad_categories").items();
        items.iter().filter_map(Node::text).filter(|category| *category != "NONE").collect()
    }

    /// The market's countries: where an ad set goes that names no place.
    pub(super) fn market_countries(&self) -> Vec<CountryCode> {
        self.brief.market.all_countries()
    }
}

impl<'a> AdSetView<'a> {
    /// A field of the ad set, or the top's for all. Budgets are never shared: at the top they are the campaign's. Nor is
    /// the bid strategy of a campaign that has the budget.
    pub(super) fn field(&self, name: &str) -> Node<'a> {
        let own = self.own_field(name);
        let shared = match name {
            "daily_budget" | "lifetime_budget" | "name" | "ads" => return own,
            "bid_strategy" if self.campaign_has_budget => return own,
            _ => self.shared.field(name),
        };
        if !own.exists() && shared.exists() || self.own.is_none() { shared } else { own }
    }

    /// Where it stands.
    pub(super) fn pointer(&self) -> String {
        self.own.as_ref().map_or_else(|| self.shared.pointer().to_owned(), |own| own.pointer().to_owned())
    }

    /// A field that the ad set itself gives.
    pub(super) fn own_field(&self, name: &str) -> Node<'a> {
        match &self.own {
            Some(own) => own.field(name),
            // Its pointer would be the campaign's, so nothing may be found there.
            None => Node::new(format!("{}/ad_sets/0", self.shared.pointer()), &serde_json::Value::Null).field(name),
        }
    }

    /// The targeting.
    pub(super) fn targeting(&self) -> Node<'a> {
        self.field("targeting")
    }

    /// Its start.
    pub(super) fn start(&self) -> Node<'a> {
        self.field("start_time")
    }

    /// Its end: the campaign's, unless it has its own.
    pub(super) fn end(&self) -> Node<'a> {
        let end = self.field("end_time");
        let stop = self.shared.field("stop_time");
        if !end.exists() && stop.exists() { stop } else { end }
    }

    /// Its flight, where both ends are known.
    pub(super) fn flight(&self) -> Option<(Timestamp, Timestamp)> {
        Some((self.start().time()?, self.end().time()?))
    }

    /// `Ad set 2`, for sentences.
    pub(super) fn label(&self) -> String {
        format!("Ad set {}", self.number)
    }
}

/// Returns true if the top has a field that concerns ad sets alone.
fn shares_something(root: &Node<'_>) -> bool {
    schemas::shared_fields().filter(|name| !schemas::is_campaign_field(name)).any(|name| root.field(name).exists())
}
