//! The number of connections, in all and of each client.

use std::{collections::HashMap, fmt, net::IpAddr, sync::Arc};

use parking_lot::Mutex;

use super::Limits;

/// The places of a server.
#[derive(Debug, Clone)]
pub(super) struct Places {
    taken: Arc<Mutex<Taken>>,
    limits: Limits,
}

#[derive(Debug, Default)]
struct Taken {
    all: usize,
    by_client: HashMap<IpAddr, usize>,
}

/// A connection's place; released when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    taken: Arc<Mutex<Taken>>,
    client: IpAddr,
}

/// There is no free place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Full {
    /// For all clients.
    All(usize),
    /// For this client.
    Client(usize),
}

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(most) => write!(f, "The server has {most} open connections, and accepts no more."),
            Self::Client(most) => {
                write!(f, "There are {most} open connections from this address, the most that one address may have.")
            }
        }
    }
}

impl Places {
    pub(super) fn new(limits: Limits) -> Self {
        Self { taken: Arc::default(), limits }
    }

    /// A place for a connection of `client`.
    pub(super) fn take(&self, client: IpAddr) -> Result<Place, Full> {
        let client = client.to_canonical();
        let mut taken = self.taken.lock();
        if taken.all >= self.limits.max_connections {
            return Err(Full::All(self.limits.max_connections));
        }
        let own = taken.by_client.entry(client).or_default();
        if *own >= self.limits.max_connections_per_client {
            return Err(Full::Client(self.limits.max_connections_per_client));
        }
        *own += 1;
        taken.all += 1;
        Ok(Place { taken: self.taken.clone(), client })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.taken.lock();
        taken.all = taken.all.saturating_sub(1);
        if let Some(own) = taken.by_client.get_mut(&self.client) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                taken.by_client.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_limited_in_all_and_for_each_client_and_come_back() {
        let places = Places::new(Limits { max_connections: 3, max_connections_per_client: 2, ..Limits::default() });
        let client = |last: u8| IpAddr::from([127, 0, 0, last]);
        let mapped: IpAddr = "::ffff:127.0.0.1".parse().unwrap();
        let first = places.take(client(1)).unwrap();
        let _second = places.take(mapped).unwrap();
        assert_eq!(places.take(client(1)).unwrap_err(), Full::Client(2), "the two forms are one address");
        let _third = places.take(client(2)).unwrap();
        assert_eq!(places.take(client(3)).unwrap_err(), Full::All(3));
        drop(first);
        assert!(places.take(client(1)).is_ok());
    }
}
