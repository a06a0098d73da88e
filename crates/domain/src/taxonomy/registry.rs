//! The possible parts of names: the registered codes, and the former ones that older names contain.

use std::{collections::HashMap, sync::OnceLock};

use super::{MULTI, channel_token};
use crate::{BrandId, ChannelId, MarketId, nearest::WordList};

/// The codes for reading names.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    brands: HashMap<String, Entry<BrandId>>,
    markets: HashMap<String, Entry<MarketId>>,
    channels: HashMap<String, Vec<ChannelId>>,
    /// The same words for "did you mean …?", prepared for the first invalid name.
    words: Words,
}

#[derive(Debug, Clone, Default)]
struct Words {
    brands: OnceLock<WordList>,
    markets: OnceLock<WordList>,
    channels: OnceLock<WordList>,
}

/// The owner of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry<T> {
    pub(super) id: T,
    /// True if it has changed since, and only older names contain it.
    pub(super) former: bool,
}

impl Registry {
    /// Registers a brand's code.
    pub fn add_brand(&mut self, code: &str, id: BrandId) {
        self.words.brands.take();
        self.brands.insert(code.to_owned(), Entry { id, former: false });
    }

    /// Registers a market's code.
    pub fn add_market(&mut self, code: &str, id: MarketId) {
        self.words.markets.take();
        self.markets.insert(code.to_owned(), Entry { id, former: false });
    }

    /// Registers a code that a brand had when a campaign was named. A current code keeps its meaning.
    pub fn add_former_brand(&mut self, code: &str, id: BrandId) {
        self.words.brands.take();
        self.brands.entry(code.to_owned()).or_insert(Entry { id, former: true });
    }

    /// The same for a market.
    pub fn add_former_market(&mut self, code: &str, id: MarketId) {
        self.words.markets.take();
        self.markets.entry(code.to_owned()).or_insert(Entry { id, former: true });
    }

    /// Registers a channel by its part of names. Several channels of one platform share it.
    pub fn add_channel(&mut self, part: &str, id: ChannelId) {
        self.words.channels.take();
        if let Ok(token) = channel_token(part) {
            self.channels.entry(token).or_default().push(id);
        }
    }

    pub(super) fn brand(&self, code: &str) -> Option<&Entry<BrandId>> {
        self.brands.get(code)
    }

    pub(super) fn market(&self, code: &str) -> Option<&Entry<MarketId>> {
        self.markets.get(code)
    }

    pub(super) fn channel(&self, token: &str) -> Option<&[ChannelId]> {
        self.channels.get(token).map(Vec::as_slice)
    }

    pub(super) fn brand_codes(&self) -> &WordList {
        self.words.brands.get_or_init(|| self.brands.keys().map(String::as_str).collect())
    }

    pub(super) fn market_codes(&self) -> &WordList {
        self.words.markets.get_or_init(|| self.markets.keys().map(String::as_str).collect())
    }

    pub(super) fn channel_tokens(&self) -> &WordList {
        let tokens = || self.channels.keys().map(String::as_str).chain([MULTI]);
        self.words.channels.get_or_init(|| tokens().collect())
    }
}
