//! `GET /tool/region/`: the countries that can be targeted. Location ids look like `GeoNames` ids (docs/platforms.md 7:
//! the origin is undocumented), so the sandbox uses those. It accepts other numbers as locations without a known
//! country.

use serde_json::{Value, json};

use super::error::{self, Result};
use super::route::Call;
use crate::Outcome;
use crate::reply::Reply;

const COUNTRIES: &[(&str, &str, &str)] = &[
    ("6252001", "US", "United States"),
    ("2635167", "GB", "United Kingdom"),
    ("2921044", "DE", "Germany"),
    ("3017382", "FR", "France"),
    ("1861060", "JP", "Japan"),
    ("6251999", "CA", "Canada"),
    ("2077456", "AU", "Australia"),
    ("3469034", "BR", "Brazil"),
    ("3996063", "MX", "Mexico"),
    ("3175395", "IT", "Italy"),
    ("2510769", "ES", "Spain"),
    ("2750405", "NL", "Netherlands"),
    ("2661886", "SE", "Sweden"),
    ("3144096", "NO", "Norway"),
    ("2623032", "DK", "Denmark"),
    ("660013", "FI", "Finland"),
    ("798544", "PL", "Poland"),
    ("2658434", "CH", "Switzerland"),
    ("2782113", "AT", "Austria"),
    ("2802361", "BE", "Belgium"),
    ("2963597", "IE", "Ireland"),
    ("2264397", "PT", "Portugal"),
    ("390903", "GR", "Greece"),
    ("3077311", "CZ", "Czechia"),
    ("798549", "RO", "Romania"),
    ("719819", "HU", "Hungary"),
    ("1880251", "SG", "Singapore"),
    ("1605651", "TH", "Thailand"),
    ("1562822", "VN", "Vietnam"),
    ("1643084", "ID", "Indonesia"),
    ("1733045", "MY", "Malaysia"),
    ("1694008", "PH", "Philippines"),
    ("1835841", "KR", "South Korea"),
    ("1668284", "TW", "Taiwan"),
    ("102358", "SA", "Saudi Arabia"),
    ("290557", "AE", "United Arab Emirates"),
    ("357994", "EG", "Egypt"),
    ("953987", "ZA", "South Africa"),
    ("298795", "TR", "Türkiye"),
    ("294640", "IL", "Israel"),
    ("2186224", "NZ", "New Zealand"),
    ("3865483", "AR", "Argentina"),
    ("3895114", "CL", "Chile"),
    ("3686110", "CO", "Colombia"),
    ("3932488", "PE", "Peru"),
];

pub(super) fn list(call: Call<'_>) -> Result<Reply> {
    call.advertiser()?;
    let rows = COUNTRIES.iter().map(|(id, code, name)| {
        json!({ "location_id": id, "region_code": code, "name": name, "level": "COUNTRY", "parent_id": "0" })
    });
    let rows: Vec<Value> = rows.collect();
    Ok(error::ok(&json!({ "region_info": rows, "region_list": [] }), Outcome::Read, call.trace))
}

/// The country with this location id.
pub(super) fn country_of(id: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(known, _, _)| *known == id).map(|(_, code, _)| *code)
}
