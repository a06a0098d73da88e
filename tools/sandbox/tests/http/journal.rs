//! An answered change is never lost.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use sandbox::{Quotas, Sandbox, Settings};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};

use crate::client::{Heard, Local, but, hear, meta_campaign, send, tiktok_campaign};

const CHILD_JOURNAL: &str = "SANDBOX_TEST_JOURNAL";

#[tokio::test]
async fn objects_keys_and_counters_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.jsonl");
    let journal = |settings: &mut Settings| settings.journal = Some(path.clone());

    let local = Local::with(journal);
    let meta = local.meta_id("act_1/campaigns", meta_campaign()).await;
    let keyed = but(tiktok_campaign(), json!({"request_id": "9"}));
    let tiktok = local.tiktok_id("/campaign/create/", "campaign_id", keyed.clone()).await;
    local.meta(&meta, json!({"status": "ACTIVE", "name": "Renamed"})).await;
    drop(local);
    // As if the process had been killed in the middle of a write.
    OpenOptions::new().append(true).open(&path).unwrap().write_all(b"{\"put\":{\"id\":\"12").unwrap();

    let local = Local::with(journal);
    let read = local.get(&format!("/v26.0/{meta}?fields=name,status")).await;
    assert_eq!(read.body, json!({"id": meta, "name": "Renamed", "status": "ACTIVE"}));
    assert_eq!(local.tiktok_id("/campaign/create/", "campaign_id", keyed).await, tiktok);
    let next = local.meta_id("act_1/campaigns", meta_campaign()).await;
    assert!(next.parse::<u64>().unwrap() > meta.parse().unwrap());
    assert_eq!(local.sandbox.objects().len(), 3);
}

#[tokio::test]
async fn the_line_is_written_before_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.jsonl");
    let local = Local::with(|settings| settings.journal = Some(path.clone()));
    for number in 1..=20 {
        let id = local.meta_id("act_1/campaigns", meta_campaign()).await;
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), number);
        assert_eq!(lines[number - 1]["put"]["id"], json!(id));
    }
}

/// Not a test by itself: the process that the next test kills. It ends by itself if its parent does not kill it.
#[tokio::test]
#[ignore = "run by a_killed_process_has_lost_nothing_that_it_answered"]
async fn child_process() {
    let Some(journal) = std::env::var_os(CHILD_JOURNAL) else {
        return;
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("address {}", listener.local_addr().unwrap());
    let settings = Settings { journal: Some(journal.into()), quotas: Quotas::off(), ..Settings::default() };
    let patience = tokio::time::sleep(std::time::Duration::from_mins(1));
    sandbox::serve(listener, Sandbox::open(settings).unwrap(), patience).await.unwrap();
}

#[tokio::test]
async fn a_killed_process_has_lost_nothing_that_it_answered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.jsonl");
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "journal::child_process"])
        .env(CHILD_JOURNAL, &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let address = lines.map_while(Result::ok).find_map(|line| Some(line.split_once("address ")?.1.to_owned()));
    let mut stream = TcpStream::connect(address.unwrap()).await.unwrap();

    let mut answered = Vec::new();
    for number in 0..200 {
        let body = but(meta_campaign(), json!({"name": format!("c{number}")}));
        send(&mut stream, "/v26.0/act_1/campaigns", &body).await;
        let Heard::Answer(200, body) = hear(&mut stream).await else { panic!("no answer") };
        answered.push(serde_json::from_str::<Value>(&body).unwrap()["id"].as_str().unwrap().to_owned());
    }
    // One more request is under way when the process is killed (SIGKILL).
    send(&mut stream, "/v26.0/act_1/campaigns", &meta_campaign()).await;
    child.kill().unwrap();
    child.wait().unwrap();

    let settings = Settings { journal: Some(path), ..Settings::default() };
    let kept: Vec<String> = Sandbox::open(settings).unwrap().objects().into_iter().map(|object| object.id).collect();
    assert_eq!(kept[..200], answered);
}
