//! A database that cannot be reached yet, or no longer.

use std::{
    io,
    net::{SocketAddr, TcpListener, TcpStream},
    thread,
    time::Duration,
};

use serde_json::json;

use crate::common::{Api, Process, Sandbox, eventually, free_address, meta_config, request, up};

const PATIENCE: Duration = Duration::from_mins(1);

/// The cluster for tests, reached through another address.
fn through(address: SocketAddr) -> (SocketAddr, String) {
    let cluster = std::env::var("TEST_POSTGRES_URL").expect("TEST_POSTGRES_URL names a cluster");
    let (head, database) = cluster.rsplit_once('/').expect("a database's name");
    let (user, server) = head.rsplit_once('@').expect("a user");
    (server.parse().expect("host and port"), format!("{user}@{address}/{database}"))
}

/// Forwards connections from `address` to `server` while the test runs.
fn forward(address: SocketAddr, server: SocketAddr) {
    let listener = TcpListener::bind(address).expect("the address is still free");
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let Ok(server) = TcpStream::connect(server) else { return };
            for (mut from, mut to) in
                [(client.try_clone(), server.try_clone()), (server.try_clone(), client.try_clone())]
                    .map(|(from, to)| (from.expect("a socket"), to.expect("a socket")))
            {
                thread::spawn(move || io::copy(&mut from, &mut to));
            }
        }
    });
}

#[test]
fn a_server_says_what_it_cannot_reach_and_starts_when_it_can() {
    let directory = tempfile::tempdir().expect("a directory");
    let (address, api) = (free_address(), Api(free_address()));
    let (server, url) = through(address);
    let environment = [("DATABASE_URL", url), ("LISTEN", api.0.to_string())];
    let process = Process::start(&["serve"], &environment, &directory.path().join("serve.log"));
    let log = eventually("it says so", PATIENCE, || Some(process.read_log()).filter(|log| !log.is_empty()));
    assert!(log.contains(&format!("{address}")) && log.contains("refused"), "{log}");
    assert!(log.contains("tried again"), "{log}");
    forward(address, server);
    api.wait_until_healthy();
}

#[test]
fn a_worker_that_waits_for_its_database_stops_when_asked() {
    let directory = tempfile::tempdir().expect("a directory");
    let (_, url) = through(free_address());
    let mut process = Process::start(&["worker"], &[("DATABASE_URL", url)], &directory.path().join("worker.log"));
    // While it tries too, and not only while it waits: the second message shows that it has tried again.
    eventually("it tries again", PATIENCE, || (process.read_log().lines().count() > 1).then_some(()));
    process.signal("TERM");
    assert_eq!(process.wait(PATIENCE), Some(0));
}

#[test]
fn a_command_that_cannot_reach_its_database_ends_and_says_why() {
    let directory = tempfile::tempdir().expect("a directory");
    let (_, url) = through(free_address());
    for command in ["migrate", "up"] {
        let environment = [
            ("DATABASE_URL", url.clone()),
            ("LISTEN", "127.0.0.1:0".to_owned()),
            ("SANDBOX_LISTEN", "127.0.0.1:0".to_owned()),
        ];
        let log = directory.path().join(format!("{command}.log"));
        let mut process = Process::start(&[command], &environment, &log);
        assert_eq!(process.wait(PATIENCE), Some(1));
        let log = process.read_log();
        assert!(log.contains("refused") && !log.contains("timed out"), "{log}");
    }
}

#[test]
fn a_database_file_that_is_deleted_under_the_process_stops_it_from_acknowledging_and_sending() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (_process, api) = up(directory.path(), &sandbox, &[]);
    let catalog = api.catalog("Meta");
    let ticket = api.ready_ticket(&catalog, "Deleted", &meta_config());
    std::fs::remove_file(directory.path().join("data/omnitraffick.db")).expect("the file");
    let brand = json!({"name": "Lost", "internal_code": "LOST"});
    for (path, body) in [("/api/v1/brands", brand), ("/api/v1/deploy", json!({"ticket_id": ticket}))] {
        let (status, problem) = request(api.0, "POST", path, Some(&body)).expect("an answer");
        assert_eq!(status, 503, "{problem}");
    }
    let (status, problem) = request(api.0, "GET", "/health/ready", None).expect("an answer");
    assert_eq!(status, 503, "{problem}");
    assert!(problem["detail"].as_str().expect("text").contains("deleted"), "{problem}");
    assert_eq!(sandbox.creates(), 0, "nothing was sent");
}
