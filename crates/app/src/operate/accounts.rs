//! Accounts and platforms for an operator: the reasons why they are not called, and the actions on them.

use std::collections::BTreeMap;

use connectors::Descriptor;
use domain::{AccountRef, Timestamp, deployment::account::ParkedAccount, event::Actor};
use serde_json::json;
use store::{
    accounts, deployments,
    holds::{self, Hold},
};

use crate::{App, AppError, Result};

/// An account (or, with the id `*`, a whole platform) that has active deployments, or is parked or paused.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountState {
    /// The account.
    pub account: AccountRef,
    /// The parking, because of the platform's answer or its silence.
    pub parked: Option<ParkedAccount>,
    /// The pause by a person.
    pub paused: Option<Pause>,
    /// The parking of its whole platform, for which it waits as well.
    pub platform_parked: Option<ParkedAccount>,
    /// The pause of its whole platform by a person.
    pub platform_paused: Option<Pause>,
    /// The number of its active deployments.
    pub active: i64,
}

/// A pause of an account, or of a whole platform, by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// The person who paused it.
    pub actor: Actor,
    /// The reason; may be empty.
    pub reason: String,
    /// The moment at which it was paused.
    pub since: Timestamp,
}

impl From<Hold> for Pause {
    fn from(hold: Hold) -> Self {
        Self { actor: hold.actor, reason: hold.reason, since: hold.held_at }
    }
}

/// An account's standing: free to be called, or kept from it by its own state or by its platform's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its deployments are sent.
    Free,
    /// Nothing is sent: a person paused it.
    Paused,
    /// Nothing is sent for a while, because of what the platform answered, or did not.
    Parked,
}

impl AccountState {
    fn free(account: AccountRef) -> Self {
        Self { account, parked: None, paused: None, platform_parked: None, platform_paused: None, active: 0 }
    }

    /// Its standing.
    pub fn standing(&self) -> Standing {
        if self.paused.is_some() || self.platform_paused.is_some() {
            Standing::Paused
        } else if self.parked.is_some() || self.platform_parked.is_some() {
            Standing::Parked
        } else {
            Standing::Free
        }
    }

    /// The same, with the state of its whole platform.
    fn beside(self, platform: Option<&Self>) -> Self {
        match platform.filter(|whole| whole.account != self.account) {
            Some(whole) => {
                Self { platform_parked: whole.parked.clone(), platform_paused: whole.paused.clone(), ..self }
            }
            None => self,
        }
    }
}

/// The number of due deployments that are hinted at when an account is free again; a sweep finds the others.
const HINTS: u64 = 256;

impl App {
    /// Every account that has active deployments, is parked or is paused.
    pub async fn account_states(&self) -> Result<Vec<AccountState>> {
        let reader = self.store().reader();
        let mut states: BTreeMap<(&'static str, String), AccountState> = BTreeMap::new();
        let mut entry = |account: AccountRef, change: &dyn Fn(&mut AccountState)| {
            let key = (account.platform.key(), account.account_id.clone());
            change(states.entry(key).or_insert(AccountState::free(account)));
        };
        for (account, count) in deployments::active_by_account(reader).await? {
            entry(account, &|state| state.active = count);
        }
        for parked in accounts::list(self.store()).await? {
            entry(parked.account.clone(), &|state| state.parked = Some(parked.clone()));
        }
        for hold in holds::list(reader).await? {
            entry(hold.account.clone(), &|state| state.paused = Some(hold.clone().into()));
        }
        let whole: Vec<AccountState> =
            states.values().filter(|state| state.account.account_id == AccountRef::ALL).cloned().collect();
        let platform = |of: &AccountState| whole.iter().find(|whole| whole.account.platform == of.account.platform);
        Ok(states
            .into_values()
            .map(|state| (platform(&state), state))
            .map(|(whole, state)| state.beside(whole))
            .collect())
    }

    /// One account, or whole platform, in its current state, even if it has no active deployments.
    pub async fn account_state(&self, account: &AccountRef) -> Result<AccountState> {
        let states = self.account_states().await?;
        if let Some(state) = states.iter().find(|state| state.account == *account) {
            return Ok(state.clone());
        }
        let whole = AccountRef { account_id: AccountRef::ALL.to_owned(), ..account.clone() };
        Ok(AccountState::free(account.clone()).beside(states.iter().find(|state| state.account == whole)))
    }

    /// Stops all requests for the account until it is resumed; a request that is being sent is finished. Pausing twice
    /// is harmless: the first pause stays on record.
    pub async fn pause_account(&self, actor: &Actor, account: &AccountRef, reason: &str) -> Result<()> {
        self.expect_known(account).await?;
        let tx = self.store().begin().await?;
        let hold =
            Hold { account: account.clone(), actor: actor.clone(), reason: reason.to_owned(), held_at: self.now() };
        if holds::hold(&tx, &hold).await? {
            let data = json!({"platform": account.platform, "account_id": account.account_id, "reason": reason});
            self.record_account(&tx, "account.paused", account, actor, data).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Ends the account's pause.
    pub async fn resume_account(&self, actor: &Actor, account: &AccountRef) -> Result<()> {
        let tx = self.store().begin().await?;
        if holds::resume(&tx, account).await? {
            let data = json!({"platform": account.platform, "account_id": account.account_id});
            self.record_account(&tx, "account.resumed", account, actor, data).await?;
        }
        tx.commit().await?;
        self.hint_at_due().await
    }

    /// Ends the account's parking at once, for any reason: an operator knows that the cause is gone.
    pub async fn release_account(&self, actor: &Actor, account: &AccountRef) -> Result<()> {
        let tx = self.store().begin().await?;
        if accounts::release(&tx, account, self.now()).await? {
            let data = json!({"platform": account.platform, "account_id": account.account_id});
            self.record_account(&tx, "account.released", account, actor, data).await?;
        }
        tx.commit().await?;
        self.hint_at_due().await
    }

    /// An account that nothing names is a typing error: pausing it would stop nothing.
    async fn expect_known(&self, account: &AccountRef) -> Result<()> {
        let configured = self.connectors().get(account.platform).and_then(|it| it.settings.default_account.as_deref());
        if account.account_id == AccountRef::ALL || configured == Some(account.account_id.as_str()) {
            return Ok(());
        }
        let id = &account.account_id;
        let named = Descriptor::of(account.platform)
            .map(|of| (of.account.field, vec![id.clone(), format!("{}{id}", of.account.prefix)]));
        if accounts::is_known(self.store().reader(), account, named).await? {
            return Ok(());
        }
        Err(AppError::NotFound(format!(
            "Nothing is known of {account}: no setting, ticket or deployment names it. Look at the digits again, or pause \
             every account of {} with `*`.",
            account.platform
        )))
    }

    async fn hint_at_due(&self) -> Result<()> {
        let due: Vec<_> = self.due_deployments(HINTS).await?.into_iter().map(|(id, _)| id).collect();
        self.broker().publish(&due).await;
        Ok(())
    }
}
