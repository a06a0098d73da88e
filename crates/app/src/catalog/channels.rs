//! Channels: the use cases.

use domain::{Channel, ChannelId, Fault, Faults, Version, channel, event::Actor};
use store::{
    ListQuery, Listed, StoreError,
    channels::{self, ChannelFilter},
    tickets::{self, TicketFilter},
};

use super::refers;
use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
};

/// A channel to be recorded.
#[derive(Debug, Clone)]
pub struct NewChannel {
    /// The platform's name.
    pub platform_name: String,
    /// How other systems call it.
    pub api_identifier: String,
}

/// What to change of a channel.
#[derive(Debug, Clone, Default)]
pub struct ChannelChange {
    /// The platform's name. Names of existing tickets keep the old one.
    pub platform_name: Option<String>,
    /// How other systems call it.
    pub api_identifier: Option<String>,
}

impl App {
    /// A page of channels.
    pub async fn list_channels(&self, filter: &ChannelFilter, query: &ListQuery) -> Result<Listed<Channel>> {
        Ok(channels::list(self.store(), filter, query).await?)
    }

    /// One channel.
    pub async fn channel(&self, id: ChannelId) -> Result<Channel> {
        or_not_found(store::get(self.store().reader(), id).await, "channel", id)
    }

    /// Records a channel.
    pub async fn create_channel(&self, actor: &Actor, new: NewChannel) -> Result<Channel> {
        let mut faults = Faults::default();
        let platform_name = faults.take(channel::parse_platform_name(&new.platform_name));
        let api_identifier = faults.take(channel::parse_api_identifier(&new.api_identifier));
        let now = self.now();
        let channel = faults.none_or(|| Channel {
            id: self.new_id(),
            platform_name: platform_name.unwrap_or_default(),
            api_identifier: api_identifier.unwrap_or_default(),
            created_at: now,
            updated_at: now,
            version: 1,
        })?;
        let tx = self.store().begin().await?;
        self.record_new(&tx, actor, &channel).await.map_err(|error| taken(error, &channel))?;
        tx.commit().await?;
        Ok(channel)
    }

    /// Changes a channel. Its platform stays while tickets refer to it: their names carry it.
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
        let mut faults = Faults::default();
        if let Some(name) = &change.platform_name {
            after.platform_name = faults.take(channel::parse_platform_name(name)).unwrap_or_default();
        }
        if let Some(identifier) = &change.api_identifier {
            after.api_identifier = faults.take(channel::parse_api_identifier(identifier)).unwrap_or_default();
        }
        faults.none_or(|| ())?;
        if domain::taxonomy::channel_token(&after.platform_name)?
            != domain::taxonomy::channel_token(&before.platform_name)?
        {
            let tickets =
                tickets::count_of(tx.connection(), &TicketFilter { channel_id: Some(id), ..TicketFilter::default() })
                    .await?;
            if tickets > 0 {
                return Err(AppError::Conflict(format!(
                    "{} to this channel, and their names carry {}: record a new channel for {} instead.",
                    refers(tickets, "ticket"),
                    before.platform_name,
                    after.platform_name
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

fn taken(error: StoreError, channel: &Channel) -> AppError {
    match error {
        StoreError::Taken(_) => AppError::Taken(
            Fault::at(
                "/api_identifier",
                format!("There is a channel with the identifier {} already.", channel.api_identifier),
            )
            .suggest("Choose another identifier, or change that channel."),
        ),
        other => other.into(),
    }
}
