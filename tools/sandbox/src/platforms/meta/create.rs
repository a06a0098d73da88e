//! The common part of all four create edges: a check, then one object, unless only the check was asked for.

use serde_json::{Map, Value, json};

use super::enums::{CREATE_STATUSES, EXECUTION_OPTIONS};
use super::error::{Refusal, Result};
use super::fields::Selection;
use super::params::Params;
use super::{Request, ad, adset, campaign, creative};
use crate::reply::Reply;
use crate::settings::Behaviour;
use crate::store::{Created, Draft, Guard};
use crate::{Kind, Outcome, Platform, Sandbox};

/// The facts beside the parameters that a check needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    pub(super) sandbox: &'a Sandbox,
    pub(super) behaviour: &'a Behaviour,
    pub(super) account: &'a str,
}

/// The result of a successful check.
#[derive(Debug, Default)]
pub(super) struct Checked {
    pub(super) campaign_id: Option<String>,
    pub(super) parent_id: Option<String>,
    pub(super) fields: Map<String, Value>,
}

pub(super) fn create(
    sandbox: &Sandbox,
    behaviour: &Behaviour,
    request: &Request,
    account: &str,
    kind: Kind,
) -> Result<Reply> {
    let params = &request.params;
    execution_options(params)?;
    let selection = Selection::read(params, kind)?;
    let context = Context { sandbox, behaviour, account };
    let checked = check(context, params, kind)?;
    if request.validates_only()? {
        return Ok(Reply::json(200, json!({ "success": true }), Outcome::Validated));
    }
    let draft = Draft {
        platform: Platform::Meta,
        kind,
        account: account.to_owned(),
        name: params.text("name").unwrap_or_default(),
        // The default is undocumented. ACTIVE makes a forgotten status visible.
        status: params.text("status").unwrap_or_else(|| "ACTIVE".to_owned()),
        campaign_id: checked.campaign_id,
        parent_id: checked.parent_id,
        request_id: None,
        fields: checked.fields,
    };
    let mut store = sandbox.store();
    // Names are not unique and there is no idempotency key (docs/platforms.md 1.2): nothing prevents a repeat.
    let created = store.create(draft, Guard::default(), sandbox.now()).map_err(|cause| Refusal::journal(&cause))?;
    let Created::New(object) = created else {
        return Err(Refusal::internal());
    };
    let body = selection.apply(&store, &object);
    Ok(Reply::json(200, body, Outcome::Created).about(&object.id))
}

fn check(context: Context<'_>, params: &Params, kind: Kind) -> Result<Checked> {
    params.one_of("status", CREATE_STATUSES)?;
    match kind {
        Kind::Campaign => campaign::check(context, params),
        Kind::AdSet => adset::check(context, params),
        Kind::AdCreative => creative::check(params),
        Kind::Ad | Kind::AdGroup => ad::check(context, params),
    }
}

fn execution_options(params: &Params) -> Result<()> {
    let options = params.list("execution_options")?.unwrap_or_default();
    let known = |option: &Value| option.as_str().is_some_and(|option| EXECUTION_OPTIONS.contains(&option));
    if !options.iter().all(known) {
        return Err(Refusal::not_one_of("execution_options", EXECUTION_OPTIONS));
    }
    if !options.is_empty() && options.iter().all(|option| option == "include_recommendations") {
        return Err(Refusal::parameter("include_recommendations cannot be the only execution option"));
    }
    Ok(())
}
