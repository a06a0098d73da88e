//! Channels: the use cases.

use domain::{
    Channel, ChannelId, Version, Violation, Violations,
    channel::{self, Platform},
    event::Actor,
    list::{ChannelFilter, ListQuery, Listed, TicketFilter},
};
use store::{StoreError, Tx, tickets};

use super::refers;
use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
};

/// A new channel.
#[derive(Debug, Clone)]
pub struct NewChannel {
    /// The channel's name for people.
    pub platform_name: String,
    /// The platform; `Some(None)` for a channel without one. If it is missing, the name decides.
    pub platform: Option<Option<Platform>>,
    /// The channel's name in other systems.
    pub api_identifier: String,
}

/// Changes of a channel.
#[derive(Debug, Clone, Default)]
pub struct ChannelChange {
    /// The channel's name for people.
    pub platform_name: Option<String>,
    /// The platform; `Some(None)` for a channel without one.
    pub platform: Option<Option<Platform>>,
    /// The channel's name in other systems.
    pub api_identifier: Option<String>,
}

impl App {
    /// A page of channels.
    pub async fn list_channels(&self, filter: &ChannelFilter, query: &ListQuery) -> Result<Listed<Channel>> {
        Ok(store::page(self.store(), filter, query).await?)
    }

    /// One channel.
    pub async fn channel(&self, id: ChannelId) -> Result<Channel> {
        or_not_found(store::get(self.store().reader(), id).await, "channel", id)
    }

    /// Creates a channel.
    pub async fn create_channel(&self, actor: &Actor, new: NewChannel) -> Result<Channel> {
        let mut violations = Violations::default();
        let platform_name = violations.take(channel::parse_platform_name(&new.platform_name));
        let api_identifier = violations.take(channel::parse_api_identifier(&new.api_identifier));
        let platform = new.platform.unwrap_or_else(|| Platform::from_name(&new.platform_name));
        violations.take(channel::check_platform(&new.platform_name, platform));
        let now = self.now();
        let channel = violations.none_or(|| Channel {
            id: self.new_id(),
            platform_name: platform_name.unwrap_or_default(),
            recorded_platform: platform,
            api_identifier: api_identifier.unwrap_or_default(),
            created_at: now,
            updated_at: now,
            version: 1,
        })?;
        let tx = self.store().begin().await?;
        expect_no_market(&tx, &channel).await?;
        self.record_new(&tx, actor, &channel).await.map_err(|error| taken(error, &channel))?;
        tx.commit().await?;
        Ok(channel)
    }

    /// Changes a channel. Its platform stays while tickets refer to it, because their names contain it.
    pub async fn change_channel(
        &self,
        actor: &Actor,
        id: ChannelId,
        change: ChannelChange,
        expected: Option<Version>,
    ) -> Result<Channel> {
        let tx = self.store().begin().await?;
        let before: Channel = or_not_found(store::get(tx.connection(), id).await, "channel", id)?;
        expect_version(expected, before.version, "The channel")?;
        let mut after = before.clone();
        let mut violations = Violations::default();
        if let Some(name) = &change.platform_name {
            after.platform_name = violations.take(channel::parse_platform_name(name)).unwrap_or_default();
        }
        if let Some(identifier) = &change.api_identifier {
            after.api_identifier = violations.take(channel::parse_api_identifier(identifier)).unwrap_or_default();
        }
        after.recorded_platform = change.platform.unwrap_or_else(|| platform_of_renamed(&before, &after.platform_name));
        violations.take(channel::check_platform(&after.platform_name, after.recorded_platform));
        violations.none_or(|| ())?;
        let (was, is) = (before.token()?, after.token()?);
        if was != is {
            expect_no_market(&tx, &after).await?;
            let tickets =
                tickets::count_of(tx.connection(), &TicketFilter { channel_id: Some(id), ..TicketFilter::default() })
                    .await?;
            if tickets > 0 {
                return Err(AppError::Conflict(format!(
                    "{} to this channel, and their names contain {was}, but would need {is}: create a new channel \
                     instead.",
                    refers(tickets, "ticket"),
                )));
            }
        }
        after.updated_at = self.now();
        after.version += 1;
        self.record_change(&tx, actor, &before, &after).await.map_err(|error| taken(error, &after))?;
        tx.commit().await?;
        Ok(after)
    }

    /// Deletes a channel that no ticket refers to.
    pub async fn delete_channel(&self, actor: &Actor, id: ChannelId, expected: Option<Version>) -> Result<()> {
        let tx = self.store().begin().await?;
        let channel: Channel = or_not_found(store::get(tx.connection(), id).await, "channel", id)?;
        expect_version(expected, channel.version, "The channel")?;
        let tickets =
            tickets::count_of(tx.connection(), &TicketFilter { channel_id: Some(id), ..TicketFilter::default() })
                .await?;
        let refused = || {
            AppError::Conflict(format!(
                "{} to the channel {}, so it stays.",
                refers(tickets.max(1), "ticket"),
                channel.api_identifier
            ))
        };
        if tickets > 0 {
            return Err(refused());
        }
        self.record_end(&tx, actor, id, &channel).await.map_err(|error| match error {
            StoreError::Referenced => refused(),
            other => other.into(),
        })?;
        tx.commit().await?;
        Ok(())
    }
}

/// The platform of a renamed channel, if the caller gave none. A platform's exact name sets it; a platform that came
/// from the old name is removed; a chosen one stays.
fn platform_of_renamed(before: &Channel, name: &str) -> Option<Platform> {
    let told_by_name = before.recorded_platform == Platform::from_name(&before.platform_name);
    match Platform::from_name(name) {
        _ if name == before.platform_name => before.recorded_platform,
        Some(platform) => Some(platform),
        None if told_by_name => None,
        None => before.recorded_platform,
    }
}

/// A channel's part of names must not be the code of a market: names would be hard to read.
async fn expect_no_market(tx: &Tx, channel: &Channel) -> Result<()> {
    let part = channel.token()?;
    if !store::markets::has_code(tx.connection(), &part).await? {
        return Ok(());
    }
    let problem = format!("{part} is the code of a market, so it cannot stand for this channel in names.");
    Err(Violation::at("/platform_name", problem).suggest("Choose another name for the channel.").into())
}

fn taken(error: StoreError, channel: &Channel) -> AppError {
    match error {
        StoreError::Taken(_) => AppError::Taken(
            Violation::at(
                "/api_identifier",
                format!("There is a channel with the identifier {} already.", channel.api_identifier),
            )
            .suggest("Choose another identifier, or change that channel."),
        ),
        other => other.into(),
    }
}
