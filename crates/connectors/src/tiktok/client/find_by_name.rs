//! Finding an object by its exact name. `TikTok`'s own filter is fuzzy, so every page of what it finds is compared here.
//!
//! The filter for the time of creation is not used: it would compare our clock with `TikTok`'s, and an object missed by a
//! few seconds would be created twice. Deleted objects are hidden by default, which is what is wanted.
//! Source: reference pages 1739315828649986 and 1843312852800706 (both lists return Smart+ objects too).

use domain::{
    Timestamp, Word,
    deployment::{AttemptRecord, Cause, Lookup, ObjectKind, Outcome, Parent, next::Found},
    ticket::lifecycle::ExternalId,
};
use reqwest::Method;
use serde::Serialize;
use serde_json::Value;

use crate::{
    FoundByName,
    http::{PAGE_LIMIT, SendGate, value},
};

use super::{
    super::{
        classify::{self, Purpose, Reading},
        settings::Flow,
        wire::{Listed, Page},
    },
    TiktokClient, unanswered,
};

/// The most that a page holds.
const PAGE_SIZE: u32 = 1_000;
/// Names are unique, so even a fuzzy filter finds a handful. Beyond this something is wrong, and "not found" no answer.
const MAX_PAGES: u32 = 20;

/// What a list is narrowed down by.
#[derive(Debug, Default, Serialize)]
struct Filtering<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    campaign_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    campaign_ids: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adgroup_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adgroup_ids: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ad_name: Option<&'a str>,
}

/// One list to search: its path, and how an entry of it shows name and id.
struct Source<'a> {
    path: &'static str,
    filtering: Filtering<'a>,
    entry: fn(&Listed) -> (&str, &Value),
}

/// Looks for objects of exactly this name.
pub(super) async fn by_name(client: &TiktokClient, flow: Flow, lookup: &Lookup, now: Timestamp) -> FoundByName {
    let (first, second) = sources(lookup, flow);
    let found = in_list(client, lookup, &first, now).await;
    match second {
        Some(second) if found.found == Ok(Found::Nothing) => in_list(client, lookup, &second, now).await,
        _ => found,
    }
}

async fn in_list(client: &TiktokClient, lookup: &Lookup, source: &Source<'_>, now: Timestamp) -> FoundByName {
    let (ids, record) = search(client, lookup, source, now).await;
    let found = ids.map(|mut ids| match ids.len() {
        0 => Found::Nothing,
        1 => Found::One(ids.remove(0)),
        _ => Found::Several(ids),
    });
    finished(found, record)
}

/// The list that holds the object, and the one to look in when the first has nothing.
fn sources(lookup: &Lookup, flow: Flow) -> (Source<'_>, Option<Source<'_>>) {
    let name = lookup.name.as_str();
    // A parent that is not known yet has no objects below it, but says nothing either: search without it.
    let parent = lookup.parent.as_ref().and_then(Parent::id).map(|parent| [parent.as_str()]);
    let ads = || Filtering { adgroup_ids: parent, ad_name: parent.is_none().then_some(name), ..Filtering::default() };
    match lookup.kind {
        ObjectKind::Campaign => (
            Source {
                path: "/campaign/get/",
                filtering: Filtering { campaign_name: Some(name), ..Filtering::default() },
                entry: |listed| (&listed.campaign_name, &listed.campaign_id),
            },
            None,
        ),
        ObjectKind::AdSet => (
            Source {
                path: "/adgroup/get/",
                filtering: Filtering { campaign_ids: parent, adgroup_name: Some(name), ..Filtering::default() },
                entry: |listed| (&listed.adgroup_name, &listed.adgroup_id),
            },
            None,
        ),
        ObjectKind::Creative | ObjectKind::Ad | ObjectKind::Update => {
            let manual =
                Source { path: "/ad/get/", filtering: ads(), entry: |listed| (&listed.ad_name, &listed.ad_id) };
            // A Smart+ ad has an id of its own, which only this list shows. It knows no `ad_name` filter.
            let smart_plus = Source {
                path: "/smart_plus/ad/get/",
                filtering: Filtering { ad_name: None, ..ads() },
                entry: |listed| (&listed.ad_name, &listed.smart_plus_ad_id),
            };
            match flow {
                Flow::Manual => (manual, None),
                Flow::SmartPlus => (smart_plus, Some(manual)),
            }
        }
    }
}

/// Every id of that name in one list, and the record of the last page.
async fn search(
    client: &TiktokClient,
    lookup: &Lookup,
    source: &Source<'_>,
    now: Timestamp,
) -> (Result<Vec<ExternalId>, Outcome>, AttemptRecord) {
    let mut ids: Vec<ExternalId> = Vec::new();
    let mut page = 1;
    loop {
        let (read, record) = one_page(client, lookup, source, page, now).await;
        let read = match read {
            Err(outcome) => return (Err(outcome), record),
            Ok(read) => read,
        };
        for listed in &read.list {
            let (name, id) = (source.entry)(listed);
            // An object that is created while we page moves the others: the same one may come twice.
            if name != lookup.name {
                continue;
            }
            // It may be ours, but cannot be named: neither "nothing" nor "found".
            let Some(id) = classify::text_id(id) else {
                let cause = Cause::new("malformed", "TikTok lists an object of this name with an id that is none.");
                return (Err(Outcome::Unavailable(cause)), record);
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if page >= read.page_info.total_page {
            return (Ok(ids), record);
        }
        if page == MAX_PAGES {
            let cause = Cause::new(
                "too_many",
                format!("TikTok lists more than {MAX_PAGES} pages of objects like {}.", lookup.name),
            );
            return (Err(Outcome::Unavailable(cause)), record);
        }
        page += 1;
    }
}

async fn one_page(
    client: &TiktokClient,
    lookup: &Lookup,
    source: &Source<'_>,
    page: u32,
    now: Timestamp,
) -> (Result<Page, Outcome>, AttemptRecord) {
    let filtering = serde_json::to_string(&source.filtering).unwrap_or_default();
    let path = format!(
        "{}?advertiser_id={}&filtering={}&page={page}&page_size={PAGE_SIZE}",
        source.path,
        value(&lookup.account_id),
        value(&filtering),
    );
    let request = client.request(Method::GET, &path, Value::Null, PAGE_LIMIT);
    let (answer, mut record) = client.exchange(request, SendGate::open(), now).await;
    let answer = match answer {
        Err(none) => return (Err(unanswered(&none, Purpose::Read)), record),
        Ok(answer) => answer,
    };
    let (reading, code) = classify::read(&answer, Purpose::Read, now);
    record.platform_code = Some(code);
    let read = match reading {
        Reading::Failure(outcome) => Err(outcome),
        Reading::Success(data) => serde_json::from_value(data)
            .map_err(|_| Outcome::Unavailable(Cause::new("malformed", "TikTok's answer held no list of objects."))),
    };
    (read, record)
}

fn finished(found: Result<Found, Outcome>, mut record: AttemptRecord) -> FoundByName {
    let word = match &found {
        Ok(Found::Nothing) => "nothing",
        Ok(Found::One(_)) => "found",
        Ok(Found::Several(_)) => "several",
        Err(outcome) => outcome.as_str(),
    };
    word.clone_into(&mut record.outcome);
    FoundByName { found, record }
}
