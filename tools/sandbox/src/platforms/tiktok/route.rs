//! The routes: from path and method to the answer.

use http::Method;

use super::error::{Refusal, Result};
use super::{Request, ad, adgroup, advertiser, campaign, list, region, smart_plus, status, update};
use crate::pipeline::Token;
use crate::reply::Reply;
use crate::settings::Behaviour;
use crate::{Kind, Sandbox};

/// One call, with everything that its handler needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call<'a> {
    pub(super) sandbox: &'a Sandbox,
    pub(super) behaviour: &'a Behaviour,
    pub(super) request: &'a Request,
    pub(super) trace: u64,
}

impl Call<'_> {
    /// The advertiser, which every call names. All advertisers exist.
    pub(super) fn advertiser(&self) -> Result<String> {
        let id = self.request.input.required("advertiser_id")?;
        if id.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(id)
        } else {
            Err(Refusal::new(40_300, format!("advertiser_id: {id} does not exist.")))
        }
    }

    pub(super) fn currency(&self) -> &str {
        &self.behaviour.tiktok.currency
    }
}

type Handler = fn(Call<'_>) -> Result<Reply>;

/// The existing paths; each must end with a slash.
const ROUTES: &[(&str, bool, Handler)] = &[
    ("/campaign/create/", true, campaign::create),
    ("/campaign/get/", false, |call| list::list(call, Kind::Campaign, false)),
    ("/campaign/update/", true, |call| update::update(call, Kind::Campaign, false)),
    ("/campaign/status/update/", true, |call| status::update(call, Kind::Campaign, false)),
    ("/adgroup/create/", true, adgroup::create),
    ("/adgroup/get/", false, |call| list::list(call, Kind::AdGroup, false)),
    ("/adgroup/update/", true, |call| update::update(call, Kind::AdGroup, false)),
    ("/adgroup/status/update/", true, |call| status::update(call, Kind::AdGroup, false)),
    ("/adgroup/budget/update/", true, |call| update::budgets(call, false)),
    ("/ad/create/", true, ad::create),
    ("/ad/get/", false, |call| list::list(call, Kind::Ad, false)),
    ("/ad/status/update/", true, |call| status::update(call, Kind::Ad, false)),
    ("/smart_plus/campaign/create/", true, smart_plus::campaign),
    ("/smart_plus/campaign/get/", false, |call| list::list(call, Kind::Campaign, true)),
    ("/smart_plus/campaign/update/", true, |call| update::update(call, Kind::Campaign, true)),
    ("/smart_plus/campaign/status/update/", true, |call| status::update(call, Kind::Campaign, true)),
    ("/smart_plus/adgroup/create/", true, smart_plus::adgroup),
    ("/smart_plus/adgroup/get/", false, |call| list::list(call, Kind::AdGroup, true)),
    ("/smart_plus/adgroup/update/", true, |call| update::update(call, Kind::AdGroup, true)),
    ("/smart_plus/adgroup/status/update/", true, |call| status::update(call, Kind::AdGroup, true)),
    ("/smart_plus/adgroup/budget/update/", true, |call| update::budgets(call, true)),
    ("/smart_plus/ad/create/", true, smart_plus::ad),
    ("/smart_plus/ad/get/", false, |call| list::list(call, Kind::Ad, true)),
    ("/smart_plus/ad/status/update/", true, |call| status::update(call, Kind::Ad, true)),
    ("/tool/region/", false, region::list),
    ("/advertiser/info/", false, advertiser::info),
];

/// Answers one request.
pub(crate) fn answer(sandbox: &Sandbox, request: &Request) -> Reply {
    let trace = sandbox.trace();
    let behaviour = sandbox.behaviour();
    let call = Call { sandbox, behaviour: &behaviour, request, trace };
    route(call).unwrap_or_else(|refusal| refusal.into_reply(trace))
}

fn route(call: Call<'_>) -> Result<Reply> {
    let request = call.request;
    if request.version != "v1.3" {
        return Err(Refusal::new(40_006, format!("The API version {} is not supported.", request.version)));
    }
    let Some((path, is_write, handler)) = ROUTES.iter().find(|(path, _, _)| *path == request.path) else {
        return Err(Refusal::http(404, "Not Found"));
    };
    let method = if *is_write { Method::POST } else { Method::GET };
    if request.method != method {
        return Err(Refusal::http(405, "Method Not Allowed"));
    }
    match request.token {
        Token::Present => {}
        Token::Missing => return Err(Refusal::new(40_104, "Access token is empty.")),
        Token::Expired => return Err(Refusal::new(40_102, "Access token has expired.")),
    }
    let quotas = &call.behaviour.quotas.tiktok;
    call.sandbox.usage().tiktok.count(quotas, path, request.account(), call.sandbox.now())?;
    if let Some(refusal) = &request.unreadable {
        return Err(refusal.clone());
    }
    if path.starts_with("/smart_plus/") && !call.behaviour.tiktok.smart_plus {
        return Err(Refusal::new(40_118, "The advertiser is not on the allowlist of Upgraded Smart+ Ads."));
    }
    handler(call)
}
