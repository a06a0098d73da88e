//! The offer of every platform to the rest of the system.

use std::{fmt::Debug, sync::OnceLock};

use async_trait::async_trait;
use domain::{
    Brand, Campaign, Channel, Market, PlatformId, Secret, Ticket, Timestamp,
    deployment::{
        AttemptRecord, Lookup, Outcome, PlannedStep, ReadBack, Reference, RequestTemplate, account::Usage, next::Found,
    },
    qa::AdFacts,
    ticket::lifecycle::ExternalId,
};
use serde::Serialize;
use serde_json::Value;

use crate::{
    Descriptor,
    bounds::Bounded,
    http::{HttpClient, SendGate},
    limits::Limits,
};

/// The settings that every platform has.
#[derive(Debug, Clone)]
pub struct ConnectorSettings {
    /// Scheme, host and port, perhaps with a path, without a slash at the end: `https://graph.facebook.com`.
    pub base_url: String,
    /// The API's version in its paths: `v26.0`, `v1.3`.
    pub api_version: String,
    /// The access token; without one nothing can be deployed.
    pub access_token: Option<Secret>,
    /// The account of tickets that name none; digits, with or without the platform's prefix.
    pub default_account: Option<String>,
    /// True if the base URL is our own sandbox.
    pub sandbox: bool,
}

/// The settings of one platform: those that every platform has, and its own. Each folder has a struct of them.
pub trait PlatformSettings: Debug + Send + Sync {
    /// The platform's descriptor.
    fn descriptor(&self) -> &'static Descriptor;

    /// The settings that every platform has.
    fn common(&self) -> &ConnectorSettings;

    /// The same, to be changed.
    fn common_mut(&mut self) -> &mut ConnectorSettings;

    /// Every secret among them. All are redacted in every record, because one platform may send another's back.
    fn secrets(&self) -> Vec<&Secret> {
        self.common().access_token.iter().collect()
    }

    /// The connector with these settings.
    fn connector(&self, http: HttpClient) -> Connector;

    /// A copy.
    fn boxed(&self) -> Box<dyn PlatformSettings>;
}

/// A platform, ready for use.
pub struct Connector {
    /// The platform's descriptor.
    pub descriptor: &'static Descriptor,
    /// The platform.
    pub platform: PlatformId,
    /// The settings that every platform has.
    pub settings: ConnectorSettings,
    /// Tickets to requests.
    pub translator: Box<dyn PlatformTranslator>,
    /// Requests to answers.
    pub client: Box<dyn PlatformClient>,
    /// The most that a configuration may hold; computed at the first use.
    limits: OnceLock<Limits>,
}

impl Connector {
    /// A connector of these parts. What its client passes on has a size.
    pub(crate) fn new(
        descriptor: &'static Descriptor,
        settings: ConnectorSettings,
        translator: impl PlatformTranslator + 'static,
        client: impl PlatformClient + 'static,
    ) -> Self {
        Self {
            descriptor,
            platform: descriptor.id,
            settings,
            translator: Box::new(translator),
            client: Box::new(Bounded::new(Box::new(client))),
            limits: OnceLock::new(),
        }
    }

    /// The most that a configuration may hold, by the platform's own schemas.
    pub fn limits(&self) -> &Limits {
        self.limits.get_or_init(|| Limits::of(&self.translator.schemas(), self.descriptor.parts))
    }

    /// The ticket's requests and facts. Of a configuration that holds too much, only that is told.
    pub fn translate(&self, brief: &Brief<'_>) -> Translation {
        let violations = self.limits().check(&brief.ticket.payload_config);
        let mut translation = if violations.is_empty() {
            self.translator.translate(brief)
        } else {
            Translation { steps: Vec::new(), facts: AdFacts { payload_violations: violations, ..AdFacts::default() } }
        };
        translation.facts.credentials_setting = self.descriptor.token_variable();
        translation
    }
}

/// What a translator gets to know.
#[derive(Debug, Clone, Copy)]
pub struct Brief<'a> {
    /// The ticket; its name is the campaign's name on the platform.
    pub ticket: &'a Ticket,
    /// Its campaign.
    pub campaign: &'a Campaign,
    /// The campaign's brand.
    pub brand: &'a Brand,
    /// The campaign's market; its countries are the default geo-targeting.
    pub market: &'a Market,
    /// The ticket's channel.
    pub channel: &'a Channel,
    /// The object that `PAUSE`, `RESUME` and `UPDATE_BUDGET` change; none for tickets that create, or when none is there.
    pub target: Option<&'a Target>,
    /// For a ticket that creates and was deployed before: the path of the request of its first object, which exists or may
    /// exist. What is still missing is made in the same way.
    pub made_by: Option<&'a str>,
}

/// An object that an earlier ticket created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its id on the platform.
    pub external_id: ExternalId,
    /// The account that it lies in.
    pub account_id: String,
    /// Its name.
    pub name: String,
    /// How it was made: the path of the request that created it, such as `/smart_plus/campaign/create/`. None where that is
    /// not known, because its id was written back by hand.
    pub made_by: Option<String>,
}

/// A ticket in the platform's terms.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Translation {
    /// What would be sent, in order. Empty when `facts.payload_violations` make a request impossible.
    pub steps: Vec<PlannedStep>,
    /// What QA judges.
    pub facts: AdFacts,
}

/// The JSON Schema of `payload_config` for one request type and objective.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PayloadSchema {
    /// `CREATE_CAMPAIGN` and so on.
    pub request_type: &'static str,
    /// The objective that it holds for; none where it holds for all.
    pub objective: Option<String>,
    /// JSON Schema 2020-12, with titles, descriptions and units; `x-` keywords carry what forms need besides.
    pub schema: Value,
}

/// Tickets to requests. Pure.
pub trait PlatformTranslator: Send + Sync {
    /// The ticket's requests and facts. Never fails: what is wrong stands in `facts.payload_violations`.
    fn translate(&self, brief: &Brief<'_>) -> Translation;

    /// The schemas of `payload_config`, for every request type and objective.
    fn schemas(&self) -> Vec<PayloadSchema>;

    /// Valid combinations of objective, optimisation goal, billing event, bid strategy and the like, as data with their source.
    fn combinations(&self) -> Value;
}

/// A request as it would be sent, for a person to read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// HTTP method.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// Headers; secrets are shown as `[redacted]`.
    pub headers: Vec<(String, String)>,
    /// The JSON body; null for none.
    pub body: Value,
    /// The places where a marker such as `{{campaign}}` stands for a value that is known when it is sent. A marker anywhere else
    /// is text, and is sent as it is.
    pub references: Vec<Reference>,
}

/// What came of a request, and its record.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// What to do next.
    pub outcome: Outcome,
    /// How full the account's limits are, where the platform tells.
    pub usage: Option<Usage>,
    /// What was sent and answered; redacted.
    pub record: AttemptRecord,
}

/// What came of a look-up, and its record.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundByName {
    /// What was found, or the outcome of the request that failed.
    pub found: Result<Found, Outcome>,
    /// What was sent and answered; redacted. Of several pages, the last.
    pub record: AttemptRecord,
}

/// What came of reading an object back, and its record.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadBackReply {
    /// What it showed.
    pub read_back: ReadBack,
    /// What was sent and answered; redacted.
    pub record: AttemptRecord,
}

/// Requests to answers.
#[async_trait]
pub trait PlatformClient: Send + Sync {
    /// The request as it would be sent, with a marker where a value is not known yet.
    fn preview(&self, request: &RequestTemplate) -> Preview;

    /// Sends a request whose references are filled in. `step` tells what it makes, and so what its answer means.
    /// The body leaves only while `gate` is open.
    async fn send(&self, step: &PlannedStep, request: &RequestTemplate, gate: SendGate, now: Timestamp) -> Exchange;

    /// Looks for objects of exactly this name (case and all), whatever the platform's own filter does. `step` tells how the
    /// object was, or may have been, made, whatever today's settings say. `since` is when that was at the earliest.
    async fn find_by_name(&self, step: &PlannedStep, lookup: &Lookup, since: Timestamp, now: Timestamp) -> FoundByName;

    /// Reads the object `id` back and compares it with what `request` meant. None for what cannot be read.
    async fn read_back(
        &self,
        step: &PlannedStep,
        request: &RequestTemplate,
        id: &ExternalId,
        now: Timestamp,
    ) -> Option<ReadBackReply>;
}
