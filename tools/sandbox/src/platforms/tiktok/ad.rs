//! `POST /ad/create/`: one ad for each creative, without an idempotency key (docs/platforms.md 2.7).

use serde_json::{Value, json};

use super::create::{draft, is_smart_plus, kept, parent, status, view};
use super::enums::{AD_FORMATS, AIGC_TYPES, IDENTITY_TYPES};
use super::error::{self, Refusal, Result};
use super::input::Input;
use super::route::Call;
use super::text;
use crate::reply::Reply;
use crate::store::{Created, Draft, Guard};
use crate::{Kind, Object, Outcome};

const MOST_CREATIVES: usize = 20;

pub(super) fn create(call: Call<'_>) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let group_id = input.required("adgroup_id")?;
    let creatives = input.objects("creatives")?;
    if !(1..=MOST_CREATIVES).contains(&creatives.len()) {
        return Err(Refusal::invalid(format!("creatives: Must hold 1 to {MOST_CREATIVES} creatives.")));
    }
    let group = parent(call, &advertiser, Kind::AdGroup, "adgroup_id", &group_id)?;
    if is_smart_plus(&group) {
        return Err(Refusal::invalid("adgroup_id: Use /smart_plus/ad/create/ for Upgraded Smart+ ad groups."));
    }
    let drafts = creatives.iter().map(|creative| {
        let name = check(creative, &group)?;
        let draft = draft(Kind::Ad, advertiser.clone(), name, status(creative)?, kept(creative));
        Ok(Draft { campaign_id: group.campaign_id.clone(), parent_id: Some(group_id.clone()), ..draft })
    });
    let drafts: Vec<Draft> = drafts.collect::<Result<_>>()?;

    let mut store = call.sandbox.store();
    let (mut ids, mut views) = (Vec::<Value>::new(), Vec::new());
    for draft in drafts {
        let created = store.create(draft, Guard::default(), call.sandbox.now());
        if let Created::New(ad) = created.map_err(|cause| Refusal::journal(&cause))? {
            ids.push(json!(ad.id));
            views.push(view(&store, &ad));
        }
    }
    let first = ids.first().and_then(Value::as_str).unwrap_or_default().to_owned();
    let data = json!({ "ad_ids": ids, "creatives": views, "need_audit": true });
    Ok(error::ok(&data, Outcome::Created, call.trace).about(&first))
}

/// Checks a creative and returns the ad's name.
fn check(creative: &Input, group: &Object) -> Result<String> {
    // An empty name is legal: the platform chooses one.
    let name = creative.text("ad_name")?.ok_or_else(|| Refusal::missing("ad_name"))?;
    text::check("ad_name", &name, text::NAME_LIMIT)?;
    let format = creative.required_one_of("ad_format", AD_FORMATS)?;
    let spark = creative.has("tiktok_item_id");
    identity(creative, spark, reaches_tiktok(group))?;
    match format.as_str() {
        "SINGLE_VIDEO" if !spark => drop(creative.required("video_id")?),
        "SINGLE_IMAGE" | "CAROUSEL_ADS" if !spark && creative.texts("image_ids")?.is_empty() => {
            return Err(Refusal::missing("image_ids"));
        }
        _ => {}
    }
    if let Some(words) = creative.text("ad_text")? {
        if words.is_empty() {
            return Err(Refusal::invalid("ad_text: Shorter than minimum length 1."));
        }
        text::check("ad_text", &words, text::AD_TEXT_LIMIT)?;
    }
    if let Some(url) = creative.text("landing_page_url")?
        && url::Url::parse(&url).is_err()
    {
        return Err(Refusal::typed("landing_page_url", "URL"));
    }
    creative.one_of("aigc_disclosure_type", AIGC_TYPES)?;
    Ok(if name.is_empty() { format!("Ad of {}", group.name) } else { name })
}

/// New ads that are not Spark ads cannot use a custom identity on `TikTok` itself (2.2, since 2026-01-15; documented
/// for Smart+, assumed for manual ads).
pub(super) fn identity(creative: &Input, spark: bool, reaches_tiktok: bool) -> Result<()> {
    let kind = creative.required_one_of("identity_type", IDENTITY_TYPES)?;
    creative.required("identity_id")?;
    if kind == "BC_AUTH_TT" {
        creative.required("identity_authorized_bc_id")?;
    }
    if kind == "CUSTOMIZED_USER" && !spark && reaches_tiktok {
        return Err(Refusal::invalid(
            "identity_type: CUSTOMIZED_USER is no longer supported for non-Spark ads on TikTok placements.",
        ));
    }
    Ok(())
}

fn reaches_tiktok(group: &Object) -> bool {
    let automatic = group.text("placement_type") == Some("PLACEMENT_TYPE_AUTOMATIC");
    let placements = group.fields.get("placements").and_then(Value::as_array);
    automatic || placements.is_none_or(|list| list.iter().any(|word| word == "PLACEMENT_TIKTOK"))
}
