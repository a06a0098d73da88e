//! `POST /act_<id>/ads` (docs/platforms.md 1.5).

use serde_json::{Value, json};

use super::adset;
use super::create::{Checked, Context};
use super::error::{Refusal, Result};
use super::params::Params;
use super::{creative, fields};
use crate::settings::DsaLevel;
use crate::{Kind, Object, Platform};

pub(super) fn check(context: Context<'_>, params: &Params) -> Result<Checked> {
    params.required("name")?;
    let Some(creative) = params.object("creative")? else {
        return Err(Refusal::required("creative"));
    };
    let adset_id = params.required("adset_id")?;
    if let Some(domain) = params.text("conversion_domain")
        && (domain.contains(['/', ':']) || !domain.contains('.'))
    {
        return Err(Refusal::typed("conversion_domain", "a domain such as example.com"));
    }
    let ours = |object: &Object, kind: Kind| {
        object.platform == Platform::Meta && object.kind == kind && object.account == context.account
    };

    let store = context.sandbox.store();
    let adset = store.get(&adset_id).filter(|object| ours(object, Kind::AdSet));
    let adset = adset.ok_or_else(|| Refusal::no_such_object(&adset_id, "post").blame("adset_id"))?;
    if matches!(adset.status.as_str(), "ARCHIVED" | "DELETED") {
        return Err(Refusal::invalid("adset_id", "Ad set cannot be used", "The ad set is archived or deleted."));
    }
    let mut kept = fields::kept(params, Kind::Ad);
    match creative.get("creative_id") {
        Some(id) => {
            let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
            let known = store.get(&id).is_some_and(|object| ours(&object, Kind::AdCreative) && !object.is_deleted());
            if !known {
                return Err(Refusal::no_such_object(&id, "post").blame("creative.creative_id"));
            }
            kept.insert("creative".to_owned(), json!({ "id": id }));
        }
        None => creative::check_inline(&creative)?,
    }
    if let Some(limit) = context.behaviour.quotas.meta.ads_per_adset {
        let living = store.children(&adset.id).filter(|ad| matches!(ad.status.as_str(), "ACTIVE" | "PAUSED"));
        if living.count() >= usize::try_from(limit).unwrap_or(usize::MAX) {
            return Err(Refusal::invalid(
                "adset_id",
                "Too many ads",
                format!("An ad set can have {limit} ads that are not archived."),
            ));
        }
    }
    drop(store);
    if context.behaviour.meta.dsa_level == DsaLevel::Ad {
        adset::dsa(&adset.fields, &context.behaviour.meta)?;
    }
    kept.retain(|key, value| key != "adset_id" && *value != Value::Null);
    Ok(Checked { campaign_id: adset.campaign_id.clone(), parent_id: Some(adset.id.clone()), fields: kept })
}
