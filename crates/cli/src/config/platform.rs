//! `[meta]`, `[tiktok]`: a platform's address, token and account.

use std::collections::BTreeMap;

use domain::{PlatformId, Secret};

use super::{
    parse,
    reader::{Read, Reader},
};

/// A platform's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Platform {
    /// The platform.
    pub(crate) id: PlatformId,
    /// Its address, if that was set. Without a slash at the end.
    pub(crate) api_base: Option<String>,
    /// The version in its paths.
    pub(crate) api_version: String,
    /// The token, if one was set.
    pub(crate) access_token: Option<Secret>,
    /// The default account of tickets.
    pub(crate) account: Option<String>,
    /// Settings that only this platform has, by their names in `config/default.toml`.
    pub(crate) options: BTreeMap<String, String>,
    live_base: &'static str,
}

impl Platform {
    pub(super) fn read(reader: &mut Reader<'_>, form: &Form, plain_http_allowed: bool) -> Read<Self> {
        let api_base = reader.optional(form.api_base, parse::api_base).and_then(|base| match base {
            Some(base) if !plain_http_allowed && parse::is_plain_http_elsewhere(&base) => {
                let allowed = "an https address: over http the access token can be read on the way. On a network of your own, set \
                               platforms.allow_plain_http to true";
                Err(reader.refuse(form.api_base, allowed))
            }
            base => Ok(base),
        });
        let api_version = reader.required(form.api_version, parse::api_version);
        let access_token = reader.optional(form.access_token, parse::token);
        let account = reader.optional(form.account, parse::account(form.account_prefix));
        let options = (form.options)(reader);
        Ok(Self {
            id: form.id,
            api_base: api_base?,
            api_version: api_version?,
            access_token: access_token?,
            account: account?,
            options: options?,
            live_base: form.live_base,
        })
    }

    /// Returns true if the platform itself is called instead of the sandbox: an address or a token is set.
    pub(crate) fn is_configured(&self) -> bool {
        self.api_base.is_some() || self.access_token.is_some()
    }

    /// Its address: the one that was set, else the platform's own.
    pub(crate) fn base(&self) -> &str {
        self.api_base.as_deref().unwrap_or(self.live_base)
    }
}

/// The names of a platform's settings.
pub(super) struct Form {
    id: PlatformId,
    live_base: &'static str,
    api_base: &'static str,
    api_version: &'static str,
    access_token: &'static str,
    account: &'static str,
    account_prefix: &'static str,
    options: fn(&mut Reader<'_>) -> Read<BTreeMap<String, String>>,
}

pub(super) const META: Form = Form {
    id: PlatformId::Meta,
    live_base: "https://graph.facebook.com",
    api_base: "meta.api_base",
    api_version: "meta.api_version",
    access_token: "meta.access_token",
    account: "meta.ad_account_id",
    account_prefix: "act_",
    options: |_| Ok(BTreeMap::new()),
};

pub(super) const TIKTOK: Form = Form {
    id: PlatformId::Tiktok,
    live_base: "https://business-api.tiktok.com",
    api_base: "tiktok.api_base",
    api_version: "tiktok.api_version",
    access_token: "tiktok.access_token",
    account: "tiktok.advertiser_id",
    account_prefix: "",
    options: tiktok_options,
};

fn tiktok_options(reader: &mut Reader<'_>) -> Read<BTreeMap<String, String>> {
    let flows = [("manual", "manual"), ("smart_plus", "smart_plus")];
    let campaign_flow = reader.required("tiktok.campaign_flow", parse::one_of(&flows));
    let manual_flow_ends = reader.list("tiktok.manual_flow_ends", parse::constant);
    Ok(BTreeMap::from([
        ("campaign_flow".to_owned(), campaign_flow?.to_owned()),
        ("manual_flow_ends".to_owned(), manual_flow_ends?.join(",")),
    ]))
}
