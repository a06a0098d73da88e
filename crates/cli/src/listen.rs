//! Listens for connections: on this machine only, as long as there is no login.

use std::{
    fmt,
    io::{self, ErrorKind},
    net::SocketAddr,
};

use tokio::net::{TcpListener, TcpSocket};

use crate::cli::ListenSetting;

/// Listens on `address`, which `setting` gave.
pub(crate) fn bind(address: SocketAddr, setting: ListenSetting) -> Result<TcpListener, ListenError> {
    if !is_loopback(address) {
        return Err(ListenError { address, setting, reason: Reason::NotLoopback });
    }
    listen(address).map_err(|error| ListenError { address, setting, reason: Reason::Refused(error) })
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // A restart does not wait for the connections of the previous process.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// The number of clients that may wait to be accepted. Further clients try again after a whole second.
const BACKLOG: u32 = 4096;

fn is_loopback(address: SocketAddr) -> bool {
    // ::ffff:127.0.0.1 is a loopback address too, which the standard library recognises only as IPv4.
    address.ip().to_canonical().is_loopback()
}

/// The reason why the process does not listen, as a sentence that says what to change.
#[derive(Debug)]
pub(crate) struct ListenError {
    address: SocketAddr,
    setting: ListenSetting,
    reason: Reason,
}

#[derive(Debug)]
enum Reason {
    NotLoopback,
    Refused(io::Error),
}

impl fmt::Display for ListenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { address, setting, reason } = self;
        let (who, ways, example) = (setting.who(), setting.ways(), setting.example());
        match reason {
            Reason::NotLoopback => write!(
                f,
                "{who} does not listen on {address}: there is no login yet, so anyone who reaches that address could change \
                 campaigns and spend money. Listen on a loopback address such as {example} ({ways}), and give others access \
                 through an SSH tunnel or a reverse proxy on this machine that asks who they are."
            ),
            Reason::Refused(error) if error.kind() == ErrorKind::AddrInUse => write!(
                f,
                "{who} cannot listen on {address}: another program does already, perhaps another OmniTraffick. Stop it, or \
                 choose another address such as {example} with {ways}."
            ),
            Reason::Refused(error) if error.kind() == ErrorKind::PermissionDenied => write!(
                f,
                "{who} may not listen on {address}: ports below 1024 need special rights. Choose a higher one, such as \
                 {example}, with {ways}."
            ),
            Reason::Refused(error) => {
                write!(f, "{who} cannot listen on {address}: {error}. Choose another address with {ways}.")
            }
        }
    }
}

impl std::error::Error for ListenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            Reason::NotLoopback => None,
            Reason::Refused(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(address: &str) -> String {
        bind(address.parse().unwrap(), ListenSetting::Server).unwrap_err().to_string()
    }

    #[tokio::test]
    async fn only_loopback_addresses_are_listened_on() {
        for address in ["0.0.0.0:0", "[::]:0", "192.168.1.7:0", "[::ffff:10.0.0.1]:0"] {
            let error = error(address);
            assert!(error.contains("there is no login yet") && error.contains("LISTEN"), "{address}: {error}");
        }
        bind("127.0.0.2:0".parse().unwrap(), ListenSetting::Server).unwrap();
    }

    #[tokio::test]
    async fn an_address_in_use_names_the_setting_to_change() {
        let first = bind("127.0.0.1:0".parse().unwrap(), ListenSetting::Server).unwrap();
        let address = first.local_addr().unwrap();
        let error = bind(address, ListenSetting::SandboxOfUp).unwrap_err().to_string();
        assert!(error.starts_with(&format!("The sandbox cannot listen on {address}: another program does")), "{error}");
        assert!(error.contains("--sandbox-listen, SANDBOX_LISTEN or sandbox.listen"), "{error}");
    }
}
