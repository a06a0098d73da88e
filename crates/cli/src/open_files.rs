//! The number of files and connections that the process may have open.

use tracing::{debug, warn};

/// The files besides the server's connections: the database, platforms, a broker, logs.
const OTHERS: u64 = 256;

/// Raises the soft limit to the hard one: many systems start with 1024, which a few hundred browsers use up. Returns
/// the number of connections that a server can have, at most `wanted`.
pub(crate) fn raised(wanted: usize) -> usize {
    let limit = match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(limit) => limit,
        Err(error) => {
            debug!(%error, "the limit of open files stays as it is: {error}");
            return wanted;
        }
    };
    let possible = possible(limit);
    if possible < wanted {
        warn!(
            "this system lets the process open {limit} files, so {possible} connections are served at a time, not the {wanted} \
             of server.max_connections; a higher hard limit (ulimit -Hn, LimitNOFILE) allows more"
        );
    }
    wanted.min(possible)
}

/// The number of connections that fit a limit of open files.
fn possible(limit: u64) -> usize {
    let room = limit.saturating_sub(OTHERS).max(limit / 2);
    usize::try_from(room).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::possible;

    #[test]
    fn some_files_stay_free_for_everything_else() {
        assert_eq!([64, 256, 1024, 4096].map(possible), [32, 128, 768, 3840]);
    }
}
