//! A full disk: nothing is reported as done unless it is durable, nothing is sent without a durable intent, and nothing
//! is made twice. The test needs a small file system of its own and so root; without root it says so and checks
//! nothing.

use std::{path::PathBuf, process::Command, time::Duration};

use serde_json::{Value, json};

use crate::common::{Api, Sandbox, eventually, meta_config, request, up};

const PATIENCE: Duration = Duration::from_mins(1);

/// A file system in memory, whose size can change; unmounted when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: PathBuf, size: &str) -> Option<Self> {
        std::fs::create_dir_all(&folder).unwrap();
        let options = format!("size={size}");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(&folder).status();
        mounted.is_ok_and(|status| status.success()).then_some(Self(folder))
    }

    fn resize(&self, size: &str) {
        let options = format!("remount,size={size}");
        assert!(Command::new("mount").args(["-o", &options]).arg(&self.0).status().unwrap().success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// Creates a brand with a long name. Returns its id if it was acknowledged.
fn write(api: &Api, number: usize) -> Result<String, (u16, Value)> {
    let body = json!({"name": format!("{number} {}", "x".repeat(190)), "internal_code": format!("B{number}X")});
    let (status, answer) = request(api.0, "POST", "/api/v1/brands", Some(&body)).expect("an answer");
    if status == 201 { Ok(answer["id"].as_str().unwrap().to_owned()) } else { Err((status, answer)) }
}

#[test]
fn a_full_disk_creates_nothing_twice_and_acknowledges_nothing_that_is_lost() {
    let directory = tempfile::tempdir().expect("a directory");
    let Some(disk) = SmallDisk::mount(directory.path().join("data"), "3m") else {
        eprintln!("not checked: a small file system of one's own needs root");
        return;
    };
    let sandbox = Sandbox::start(directory.path());
    let (process, api) = up(directory.path(), &sandbox, &[]);
    let catalog = api.catalog("Meta");
    let tickets: Vec<String> =
        (0..5).map(|n| api.ready_ticket(&catalog, &format!("Full {n}"), &meta_config())).collect();
    // The account waits meanwhile, with its deployments.
    let throttle = json!({"kind": "rate_limit_429", "retry_after_s": 12});
    sandbox.control("POST", "/_sandbox/faults", &throttle);
    for ticket in &tickets {
        api.deploy(ticket);
    }
    eventually("all wait for their account", PATIENCE, || {
        let parked = api.get("/api/v1/accounts/parked");
        let under_way = api.get("/api/v1/deployments?status=STARTED");
        (parked != json!([]) && under_way == json!([])).then_some(())
    });
    sandbox.control("DELETE", "/_sandbox/faults", &Value::Null);

    // Until a write fails, and then some more: each gets the right answer.
    let mut kept = Vec::new();
    let mut refused = 0;
    for number in 0..100_000 {
        match write(&api, number) {
            Ok(id) => kept.push(id),
            Err((status, problem)) => {
                assert_eq!(status, 503, "{problem}");
                refused += 1;
                if refused == 1 {
                    let (status, body) = request(api.0, "GET", "/health/ready", None).expect("an answer");
                    assert_eq!(status, 503, "a process that cannot write says so: {body}");
                    assert!(body["detail"].as_str().unwrap().contains("cannot be written"), "{body}");
                }
            }
        }
        if refused >= 20 {
            break;
        }
    }
    assert!(refused >= 20, "the disk was never full");
    disk.resize("64m");
    eventually("the process finds that it can write again", PATIENCE, || {
        request(api.0, "GET", "/health/ready", None).filter(|(status, _)| *status == 200)
    });
    for number in 200_000..200_050 {
        kept.push(write(&api, number).expect("there is room again"));
    }
    for ticket in &tickets {
        assert_eq!(api.ended(ticket, PATIENCE)["status"], "TRAFFICKED_SUCCESS");
    }

    process.kill();
    let (_process, api) = up(directory.path(), &sandbox, &[]);
    for id in &kept {
        let (status, body) = request(api.0, "GET", &format!("/api/v1/brands/{id}"), None).expect("an answer");
        assert_eq!(status, 200, "acknowledged, and lost: {body}");
    }
    for ticket in &tickets {
        assert_eq!(api.ended(ticket, PATIENCE)["status"], "TRAFFICKED_SUCCESS");
    }
    assert_eq!(sandbox.objects().len(), tickets.len(), "{:?}", sandbox.objects());
}
