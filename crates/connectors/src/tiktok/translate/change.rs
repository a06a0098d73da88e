//! `PAUSE`, `RESUME` and `UPDATE_BUDGET`: one step, which may be said twice, and so needs no look-up.

use domain::{
    RequestType, Violation,
    deployment::{ObjectKind, PlannedStep},
    qa::AdFacts,
};
use serde_json::{Number, Value};

use crate::{
    Brief, Target, Translation,
    rules::{Precedence, Report},
};

use super::{
    super::{
        config::{Scope, canonical},
        facts, rules,
        settings::Flow,
        wire::{CampaignBudgetUpdate, CampaignStatusUpdate, OperationStatus},
    },
    TiktokTranslator,
    create::post,
    values::number,
};

/// A ticket that changes, as steps and facts.
pub(super) fn translate(translator: &TiktokTranslator, brief: &Brief<'_>) -> Translation {
    let canonical = canonical(&brief.ticket.payload_config);
    let mut report = Report { violations: canonical.violations.clone(), ..Report::default() };
    match translator.setup(None).books.get(brief.ticket.request_type, None) {
        Ok(book) => {
            report.settle(book.check(&Value::Object(canonical.config.clone())), Precedence::Rules);
        }
        Err(violation) => report.violation(violation),
    }
    let campaign = Scope::campaign(&canonical.config);
    let mut found = AdFacts::default();
    let mut budget = None;
    if brief.ticket.request_type == RequestType::UpdateBudget {
        if let Some(amount) = campaign.get("budget") {
            rules::check_budget_change(&amount, brief.campaign.budget.currency, &mut report);
            budget = number(amount.value).ok();
        }
        found = facts::of_budget_change(&campaign, brief);
    }
    if brief.target.is_none() {
        let problem = "There is no campaign to change: no earlier ticket of this campaign and channel has created one.";
        let fix = "Deploy a CREATE_CAMPAIGN ticket first, or name its ticket in \"target_ticket_id\".";
        report.violation(Violation::at("/target_ticket_id", problem).suggest(fix));
    }
    let steps = match brief.target {
        Some(target) if report.violations.is_empty() => {
            let smart_plus = flow(&campaign, target, translator.settings.campaign_flow) == Flow::SmartPlus;
            step(brief.ticket.request_type, target, budget, smart_plus).into_iter().collect()
        }
        _ => Vec::new(),
    };
    let facts = facts::finish(found, report, &canonical);
    let account_id = brief.target.map(|target| target.account_id.clone());
    Translation { steps, facts: AdFacts { account_id, ..facts } }
}

/// The flow whose endpoints change a campaign: the one that made it, since nothing in an id tells them apart. Only of a campaign
/// that was made elsewhere is that not known: the ticket says it, or it is what is configured today.
fn flow(campaign: &Scope<'_>, target: &Target, today: Flow) -> Flow {
    if let Some(path) = &target.made_by {
        return Flow::that_made(path);
    }
    match campaign.text("campaign_automation_type") {
        Some("UPGRADED_SMART_PLUS") => Flow::SmartPlus,
        Some(_) => Flow::Manual,
        None => today,
    }
}

fn step(request: RequestType, target: &Target, budget: Option<Value>, smart_plus: bool) -> Option<PlannedStep> {
    let prefix = if smart_plus { "/smart_plus" } else { "" };
    let status = |operation_status| {
        let body = CampaignStatusUpdate {
            advertiser_id: target.account_id.clone(),
            campaign_ids: vec![target.external_id.as_str().to_owned()],
            operation_status,
        };
        post(&format!("{prefix}/campaign/status/update/"), body, Vec::new())
    };
    let request = match request {
        RequestType::Pause => status(OperationStatus::Disable),
        RequestType::Resume => status(OperationStatus::Enable),
        RequestType::UpdateBudget => {
            let body = CampaignBudgetUpdate {
                advertiser_id: target.account_id.clone(),
                campaign_id: target.external_id.as_str().to_owned(),
                budget: exact(budget?)?,
            };
            post(&format!("{prefix}/campaign/update/"), body, Vec::new())
        }
        RequestType::CreateCampaign | RequestType::CreateCampaignTree => return None,
    };
    Some(PlannedStep {
        key: "update".to_owned(),
        kind: ObjectKind::Update,
        name: target.name.clone(),
        request,
        lookup: None,
    })
}

fn exact(value: Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}
