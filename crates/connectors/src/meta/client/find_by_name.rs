//! Looking objects up by their exact name. Names are not unique on Meta, its filter is not documented on these edges, and
//! lists leave archived objects out unless asked: so the name is compared here, case and all, and where the filter is
//! refused everything is read. Meta Marketing API, ad-account edges; Graph API, paging.

use std::collections::BTreeSet;

use domain::{
    Timestamp, Word,
    deployment::{AttemptRecord, Cause, Lookup, ObjectKind, Outcome, Parent, next::Found},
    ticket::lifecycle::ExternalId,
};
use reqwest::Method;
use serde::Serialize;
use serde_json::Value;
use url::Url;

use crate::{
    FoundByName,
    http::{PAGE_LIMIT, SendGate, path},
};

use super::{
    super::{
        classify::{self, Asked, Context},
        translate::edge,
        wire::answer::{Listed, Page},
    },
    MetaClient, no_token,
};

/// Pages of 100 that a look-up reads at most: an account has no more than 5,000 ad sets that are not deleted.
const MOST_PAGES: usize = 100;

/// Deleted objects are left out: they are no longer ours to adopt. Archived ones still count.
const STATUSES: [&str; 11] = [
    "ACTIVE",
    "PAUSED",
    "ARCHIVED",
    "CAMPAIGN_PAUSED",
    "ADSET_PAUSED",
    "IN_PROCESS",
    "WITH_ISSUES",
    "PENDING_REVIEW",
    "PREAPPROVED",
    "DISAPPROVED",
    "PENDING_BILLING_INFO",
];

/// One condition of `filtering`.
#[derive(Serialize)]
struct Filter<'a> {
    field: &'static str,
    operator: &'static str,
    value: &'a str,
}

/// Why a list could not be read.
struct Failure {
    code: Option<String>,
    outcome: Outcome,
}

pub(super) async fn run(client: &MetaClient, lookup: &Lookup, now: Timestamp) -> FoundByName {
    let search = Search { client, lookup, now };
    let (mut found, mut record) = search.all_pages(true).await;
    if let Err(Failure { code: Some(code), outcome: Outcome::Refused { .. } }) = &found
        && code.split('/').next() == Some("100")
    {
        (found, record) = search.all_pages(false).await;
    }
    match found {
        Ok(ids) => {
            let (found, word) = told(ids);
            word.clone_into(&mut record.outcome);
            FoundByName { found: Ok(found), record }
        }
        Err(Failure { code, outcome }) => {
            record.platform_code = code.or(record.platform_code);
            outcome.as_str().clone_into(&mut record.outcome);
            FoundByName { found: Err(outcome), record }
        }
    }
}

fn told(ids: BTreeSet<ExternalId>) -> (Found, &'static str) {
    let mut ids: Vec<ExternalId> = ids.into_iter().collect();
    match (ids.pop(), ids.is_empty()) {
        (None, _) => (Found::Nothing, "nothing"),
        (Some(one), true) => (Found::One(one), "found"),
        (Some(last), false) => {
            ids.push(last);
            (Found::Several(ids), "several")
        }
    }
}

struct Search<'a> {
    client: &'a MetaClient,
    lookup: &'a Lookup,
    now: Timestamp,
}

impl Search<'_> {
    /// Reads page after page and collects the ids of the objects that have the name.
    async fn all_pages(&self, filtered: bool) -> (Result<BTreeSet<ExternalId>, Failure>, AttemptRecord) {
        let first = match self.first_page(filtered) {
            Ok(url) => url,
            Err(failure) => {
                let url = self.client.url("");
                let (_, record) = no_token("GET", url, Value::Null, self.now);
                return (Err(failure), record);
            }
        };
        let mut ids = BTreeSet::new();
        let mut url = first.clone();
        let mut left = MOST_PAGES;
        loop {
            let (page, record) = self.page(&url).await;
            let page = match page {
                Ok(page) => page,
                Err(failure) => return (Err(failure), record),
            };
            for listed in page.data.iter().filter(|listed| self.is_it(listed)) {
                // It may be ours, but cannot be named: neither "nothing" nor "found".
                let Some(id) = ExternalId::new(listed.id.as_str()) else {
                    return (Err(malformed("Meta's list has an object of this name with an id that is none.")), record);
                };
                ids.insert(id);
            }
            let Some(next) = page.paging.next else {
                return (Ok(ids), record);
            };
            left -= 1;
            if left == 0 {
                return (self.too_many(ids), record);
            }
            match below_first(&first, &next) {
                Some(next) if next != url => url = next,
                _ => {
                    return (Err(malformed("Meta's list names a next page that is none.")), record);
                }
            }
        }
    }

    fn first_page(&self, filtered: bool) -> Result<Url, Failure> {
        let Lookup { kind, account_id, name, .. } = self.lookup;
        let account = account_id.strip_prefix("act_").unwrap_or(account_id);
        let address = self.client.url(&path(&[&format!("act_{account}"), edge(*kind)]));
        let mut url = Url::parse(&address).map_err(|error| malformed(&format!("{address} is no URL ({error}).")))?;
        let mut query = url.query_pairs_mut();
        query.append_pair("fields", fields(*kind));
        if filtered {
            let filter = [Filter { field: "name", operator: "EQUAL", value: name }];
            query.append_pair("filtering", &serde_json::to_string(&filter).unwrap_or_default());
        }
        // Creatives have no effective status.
        if *kind != ObjectKind::Creative {
            query.append_pair("effective_status", &serde_json::to_string(&statuses(*kind)).unwrap_or_default());
        }
        query.append_pair("limit", "100");
        drop(query);
        Ok(url)
    }

    async fn page(&self, url: &Url) -> (Result<Page, Failure>, AttemptRecord) {
        let Some(request) = self.client.request(Method::GET, url.to_string(), Value::Null, PAGE_LIMIT) else {
            let (outcome, record) = no_token("GET", url.to_string(), Value::Null, self.now);
            return (Err(Failure { code: None, outcome }), record);
        };
        let (answer, record) = self.client.http.exchange(request, SendGate::open(), self.now).await;
        let answer = match answer {
            Ok(answer) => answer,
            Err(none) => {
                let outcome = classify::no_answer(&none, Asked::Read);
                return (Err(Failure { code: Some(none.code.to_owned()), outcome }), record);
            }
        };
        let account = Some(self.lookup.account_id.as_str());
        let context = Context { asked: Asked::Read, account, now: self.now };
        if let Some(verdict) = classify::failure(&answer, context) {
            return (Err(Failure { code: verdict.code, outcome: verdict.outcome }), record);
        }
        let page = answer.to().ok_or_else(|| malformed("Meta's list was not the JSON that it documents."));
        (page, record)
    }

    /// Whether a listed object is the one: exactly its name, and in its parent where the list tells.
    fn is_it(&self, listed: &Listed) -> bool {
        let parent = match self.lookup.kind {
            ObjectKind::AdSet => listed.campaign_id.as_deref(),
            ObjectKind::Ad => listed.adset_id.as_deref(),
            _ => None,
        };
        let elsewhere = parent
            .zip(self.lookup.parent.as_ref().and_then(Parent::id))
            .map(|(is, wanted)| (is, wanted.as_str()))
            .is_some_and(|(is, wanted)| is != wanted);
        listed.name.as_deref() == Some(self.lookup.name.as_str()) && !elsewhere
    }

    /// What was found still counts; but that nothing was found says nothing.
    fn too_many(&self, ids: BTreeSet<ExternalId>) -> Result<BTreeSet<ExternalId>, Failure> {
        if ids.is_empty() {
            let account = &self.lookup.account_id;
            Err(malformed(&format!(
                "Account {account} has more than {MOST_PAGES} pages of objects; not all were read."
            )))
        } else {
            Ok(ids)
        }
    }
}

/// The next page, at our own address: a list may name another host, where the token must not go, and repeats the token.
fn below_first(first: &Url, next: &str) -> Option<Url> {
    let next = Url::parse(next).ok()?;
    let mut url = first.clone();
    let pairs: Vec<(String, String)> =
        next.query_pairs().filter(|(name, _)| name != "access_token").map(|(k, v)| (k.into(), v.into())).collect();
    url.query_pairs_mut().clear().extend_pairs(pairs);
    Some(url)
}

fn malformed(message: &str) -> Failure {
    Failure { code: Some("malformed".to_owned()), outcome: Outcome::Unavailable(Cause::new("malformed", message)) }
}

fn fields(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Creative => "id,name",
        ObjectKind::AdSet => "id,name,status,effective_status,created_time,campaign_id",
        ObjectKind::Ad => "id,name,status,effective_status,created_time,adset_id",
        ObjectKind::Campaign | ObjectKind::Update => "id,name,status,effective_status,created_time",
    }
}

/// The statuses of an object's kind, deleted left out.
fn statuses(kind: ObjectKind) -> Vec<&'static str> {
    let known: &[&str] = match kind {
        ObjectKind::Ad => &STATUSES,
        ObjectKind::AdSet => &["ACTIVE", "PAUSED", "ARCHIVED", "CAMPAIGN_PAUSED", "IN_PROCESS", "WITH_ISSUES"],
        _ => &["ACTIVE", "PAUSED", "ARCHIVED", "IN_PROCESS", "WITH_ISSUES"],
    };
    known.to_vec()
}
